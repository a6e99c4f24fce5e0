"""A server that answers as its path says: /s/404, /slow, /close, /reset.

    python3 backend.py PORT

It is also a WSGI application with the same paths.
"""
import http.server
import socketserver
import sys
import time


def body_of(status):
    return b"" if status in (204, 304) else b"status %d\n" % status


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length:
            self.rfile.read(length)
        if self.path.startswith("/slow"):
            time.sleep(3)
        if self.path.startswith("/close"):
            self.close_connection = True
            return
        status = int(self.path.rsplit("/", 1)[1]) if "/s/" in self.path else 200
        body = body_of(status)
        self.send_response(status)
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_HEAD = answer

    def log_message(self, *arguments):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


def application(environ, start_response):
    path = environ["PATH_INFO"]
    status = int(path.rsplit("/", 1)[1]) if "/s/" in path else 200
    body = body_of(status)
    headers = [] if status in (204, 304) else [
        ("Content-Length", str(len(body)))]
    start_response("%d Something" % status, headers)
    return [body]


if __name__ == "__main__":
    Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
