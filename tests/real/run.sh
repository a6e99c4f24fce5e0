#!/bin/sh
# run.sh -- count the logs of programs that really run.
#
#	HTTREE=build/httree sh tests/real/run.sh [PROGRAM...]
#
# Starts each program that is installed on loopback, in a folder of its own,
# sends it requests whose answers are known, and compares what was answered
# with what `httree --log' counts.  It is for people: no check runs it, since it
# needs Debian's nginx, apache2, haproxy, squid, varnish, lighttpd and gunicorn,
# free ports and some seconds.

here=$(cd "$(dirname "$0")" && pwd)
httree=${HTTREE:-httree}
work=$(mktemp -d /tmp/real.XXXXXX) || exit 1
chmod 755 "$work"
pids=
faults=0
back=18600

finish()
{
	for pid in $pids; do
		kill "$pid" 2>/dev/null
	done
	wait 2>/dev/null
	rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

# Start a program in the background, and remember it.
start()
{
	"$@" >"$work/out.$1" 2>&1 &
	pids="$pids $!"
}

# listening PORT: wait until something answers there.
listening()
{
	tries=0
	while ! curl -s -o "$work/body" "http://127.0.0.1:$1/s/200"; do
		tries=$((tries + 1))
		if [ $tries -gt 50 ]; then
			echo "nothing listens on $1" >&2
			return 1
		fi
		sleep 0.1
	done
}

# ask STATUS URL [OPTION...]: ask, and note the status that was answered.
ask()
{
	wanted=$1
	url=$2
	shift 2
	got=$(curl -s -o "$work/body" -w '%{http_code}' "$@" "$url")
	if [ "$got" != "$wanted" ] && [ "$got" != 000 ]; then
		echo "  asked for $wanted, was answered $got: $url"
	fi
	[ "$got" = 000 ] && got=$wanted
	echo "$got" >>"$work/sent"
}

# bytes STATUS PORT TEXT: send bytes as they are, and wait for the end.
bytes()
{
	python3 - "$2" "$3" <<'PYTHON'
import socket, sys
peer = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 10)
peer.sendall(sys.argv[2].encode().decode("unicode_escape").encode("latin-1"))
try:
    while peer.recv(4096):
        pass
except OSError:
    pass
PYTHON
	echo "$1" >>"$work/sent"
}

# compare NAME FILE...: what was sent against what each file holds.
compare()
{
	name=$1
	shift
	sort "$work/sent" | uniq -c | awk '{ print $2, $1 }' >"$work/wanted"
	for file; do
		"$httree" --log "$file" --tsv 2>"$work/err" | sed 1d |
			awk -F '\t' '{ sub(/\..*/, "", $2); n[$2] += $3 }
				END { for (code in n) print code, n[code] }' |
			sort >"$work/found"
		if diff "$work/wanted" "$work/found" >"$work/diff"; then
			echo "$name: $(basename "$file") is counted right"
		else
			faults=$((faults + 1))
			echo "$name: $(basename "$file") differs (< sent, > counted)"
			sed 's/^/  /' "$work/diff" "$work/err"
			cp "$file" "/tmp/real-$name-$(basename "$file")"
		fi
		"$httree" --log "$file" | sed 's/^/    /'
	done
}

# What every one of them passes on.
ask_plain()
{
	for status in 200 200 200 304 404 404 500; do
		ask $status "http://127.0.0.1:$1/s/$status"
	done
}

begin()
{
	: >"$work/sent"
}

# --------------------------------------------------------------------------

try_nginx()
{
	mkdir -p "$work/nginx"
	cat >"$work/nginx.conf" <<CONF
daemon off;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events { }
http {
	log_format ingress '\$remote_addr - \$remote_user [\$time_local] "\$request" \$status \$body_bytes_sent "\$http_referer" "\$http_user_agent" \$request_length \$request_time [a-b-80] [] \$upstream_addr \$upstream_response_length \$upstream_response_time \$upstream_status \$request_id';
	log_format json escape=json '{"time":"\$time_iso8601","request":"\$request","status":"\$status","upstream_status":"\$upstream_status","upstream_response_length":"\$upstream_response_length"}';
	log_format named '\$remote_addr - - [\$time_local] "\$request" \$status \$body_bytes_sent "\$http_referer" "\$http_user_agent" rt=\$request_time us="\$upstream_status"';
	access_log $work/nginx/combined.log combined;
	access_log $work/nginx/ingress.log ingress;
	access_log $work/nginx/json.log json;
	access_log $work/nginx/named.log named;
	client_body_temp_path $work/nginx/body;
	proxy_temp_path $work/nginx/proxy;
	fastcgi_temp_path $work/nginx/f;
	uwsgi_temp_path $work/nginx/u;
	scgi_temp_path $work/nginx/s;
	client_max_body_size 1k;
	client_body_timeout 1s;
	upstream dead { server 127.0.0.1:18699; server 127.0.0.1:18698; }
	upstream mixed { server 127.0.0.1:18699; server 127.0.0.1:$back backup; }
	server {
		listen 127.0.0.1:18601;
		proxy_read_timeout 1s;
		location / { proxy_pass http://127.0.0.1:$back; }
		location /patient { proxy_pass http://127.0.0.1:$back/slow; proxy_read_timeout 9s; }
		location /dead { proxy_pass http://dead; }
		location /mixed/ { proxy_pass http://mixed/; }
		location /full { return 503; }
	}
}
CONF
	start nginx -c "$work/nginx.conf" -e "$work/nginx/error.log"
	listening 18601 || return
	begin
	echo 200 >>"$work/sent" # the one that waited for it
	ask_plain 18601
	ask 413 http://127.0.0.1:18601/s/200 --data "$(printf %2000d 1)"
	ask 502 http://127.0.0.1:18601/close
	ask 502 http://127.0.0.1:18601/dead
	ask 502 http://127.0.0.1:18601/s/502
	ask 200 http://127.0.0.1:18601/mixed/s/200
	ask 503 http://127.0.0.1:18601/full
	ask 504 http://127.0.0.1:18601/slow
	ask 504 http://127.0.0.1:18601/s/504
	ask 499 http://127.0.0.1:18601/patient --max-time 0.5
	bytes 400 18601 'GET\r\n\r\n'
	bytes 400 18601 '\x16\x03\x01\x02\x00\x01\r\n\r\n'
	bytes 408 18601 'POST /s/200 HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1'
	sleep 1
	compare nginx "$work"/nginx/combined.log "$work"/nginx/ingress.log \
		"$work"/nginx/json.log "$work"/nginx/named.log
}

try_apache2()
{
	mkdir -p "$work/apache"
	cat >"$work/apache.conf" <<CONF
ServerRoot /usr/lib/apache2
ServerName 127.0.0.1
PidFile $work/apache/pid
ErrorLog $work/apache/error.log
Listen 127.0.0.1:18602
LoadModule mpm_event_module modules/mod_mpm_event.so
LoadModule authz_core_module modules/mod_authz_core.so
LoadModule proxy_module modules/mod_proxy.so
LoadModule proxy_http_module modules/mod_proxy_http.so
LoadModule reqtimeout_module modules/mod_reqtimeout.so
LoadModule alias_module modules/mod_alias.so
LogFormat "%h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"" combined
LogFormat "%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"" vhost
LogFormat "%h %l %u %t \"%r\" %>s %b" common
LogFormat "%h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\" %D %X" long
CustomLog $work/apache/combined.log combined
CustomLog $work/apache/vhost.log vhost
CustomLog $work/apache/common.log common
CustomLog $work/apache/long.log long
RequestReadTimeout header=5 body=1
ProxyTimeout 1
Redirect 503 /full
Redirect 413 /large
ProxyPass /large !
ProxyPass /full !
ProxyPass /dead http://127.0.0.1:18699/
ProxyPass / http://127.0.0.1:$back/
CONF
	start apache2 -X -f "$work/apache.conf"
	listening 18602 || return
	begin
	echo 200 >>"$work/sent"
	ask_plain 18602
	ask 413 http://127.0.0.1:18602/large
	ask 502 http://127.0.0.1:18602/close
	ask 503 http://127.0.0.1:18602/dead
	ask 503 http://127.0.0.1:18602/full
	ask 502 http://127.0.0.1:18602/slow
	ask 404 'http://127.0.0.1:18602/s/404' -A 'an "agent" \ of 500'
	bytes 400 18602 'GET\r\n\r\n'
	bytes 400 18602 '\x16\x03\x01\x02\x00\x01\r\n\r\n'
	bytes 408 18602 'POST /s/200 HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1'
	sleep 1
	compare apache2 "$work"/apache/combined.log "$work"/apache/vhost.log \
		"$work"/apache/common.log "$work"/apache/long.log
}

try_haproxy()
{
	mkdir -p "$work/haproxy"
	cat >"$work/haproxy.conf" <<CONF
global
	log stdout format raw local0
defaults
	mode http
	log global
	timeout connect 1s
	timeout client 9s
	timeout server 1s
	timeout http-request 1s
frontend web
	bind 127.0.0.1:18603
	option $1
	http-request deny if { path /deny }
	http-request tarpit deny_status 429 if { path /tar }
	timeout tarpit 200ms
	use_backend dead if { path /dead }
	use_backend none if { path /none }
	default_backend app
backend app
	server app1 127.0.0.1:$back
backend dead
	server gone 127.0.0.1:18699
backend none
CONF
	haproxy -f "$work/haproxy.conf" >"$work/haproxy/$2.log" 2>"$work/haproxy/err" &
	pid=$!
	pids="$pids $pid"
	listening 18603 || return
	begin
	echo 200 >>"$work/sent"
	ask_plain 18603
	ask 403 http://127.0.0.1:18603/deny
	ask 429 http://127.0.0.1:18603/tar
	ask 502 http://127.0.0.1:18603/close
	ask 503 http://127.0.0.1:18603/dead
	ask 503 http://127.0.0.1:18603/none
	ask 504 http://127.0.0.1:18603/slow
	bytes 400 18603 'GET\r\n\r\n'
	bytes 408 18603 'GET / HTTP/1.1\r\nHost'
	sleep 1
	kill $pid
	wait $pid 2>/dev/null
	grep -v '^\[\|^<.>' "$work/haproxy/$2.log" >"$work/haproxy/lines"
	mv "$work/haproxy/lines" "$work/haproxy/$2.log"
	compare haproxy "$work/haproxy/$2.log"
}

try_squid()
{
	mkdir -p "$work/squid"
	chmod 777 "$work/squid"
	cat >"$work/squid.conf" <<CONF
http_port 127.0.0.1:18604
pid_filename $work/squid/pid
cache_log $work/squid/cache.log
coredump_dir $work/squid
access_log stdio:$work/squid/native.log squid
access_log stdio:$work/squid/combined.log combined
access_log stdio:$work/squid/common.log common
acl bad url_regex /denied
http_access deny bad
http_access allow all
connect_timeout 1 seconds
read_timeout 1 seconds
request_start_timeout 1 seconds
shutdown_lifetime 0 seconds
visible_hostname here
pinger_enable off
CONF
	squid -N -f "$work/squid.conf" >"$work/out.squid" 2>&1 &
	pid=$!
	pids="$pids $pid"
	tries=0
	while ! curl -s -o "$work/body" -x http://127.0.0.1:18604 "http://127.0.0.1:$back/s/200" && [ $tries -lt 50 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
	begin
	echo 200 >>"$work/sent"
	for status in 200 304 404 404 500 502; do
		ask $status "http://127.0.0.1:$back/s/$status" -x http://127.0.0.1:18604
	done
	ask 403 "http://127.0.0.1:$back/denied" -x http://127.0.0.1:18604
	ask 503 http://127.0.0.1:18699/ -x http://127.0.0.1:18604
	ask 502 "http://127.0.0.1:$back/close" -x http://127.0.0.1:18604
	ask 504 "http://127.0.0.1:$back/slow" -x http://127.0.0.1:18604
	bytes 400 18604 'GET\r\n\r\n'
	sleep 1
	kill $pid
	wait $pid 2>/dev/null
	compare squid "$work/squid/native.log" "$work/squid/combined.log" \
		"$work/squid/common.log"
}

try_varnishd()
{
	mkdir -p "$work/varnish"
	cat >"$work/varnish.vcl" <<CONF
vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "$back"; .first_byte_timeout = 1s; }
sub vcl_recv {
	if (req.url ~ "^/synth") { return (synth(404)); }
	if (req.url ~ "^/full") { return (synth(429)); }
}
CONF
	start varnishd -F -a 127.0.0.1:18605 -f "$work/varnish.vcl" \
		-n "$work/varnish/n" -s malloc,16m -j none
	listening 18605 || return
	varnishncsa -n "$work/varnish/n" >"$work/varnish/plain.log" 2>&1 &
	pids="$pids $!"
	varnishncsa -n "$work/varnish/n" -F '%h %l %u %t "%r" %s %b "%{Referer}i" "%{User-agent}i" %{Varnish:handling}x' \
		>"$work/varnish/handling.log" 2>&1 &
	pids="$pids $!"
	sleep 1
	begin
	for status in 200 200 404 404 500; do
		ask $status "http://127.0.0.1:18605/s/$status"
	done
	ask 404 http://127.0.0.1:18605/synth
	ask 429 http://127.0.0.1:18605/full
	ask 503 http://127.0.0.1:18605/close
	ask 503 http://127.0.0.1:18605/slow
	bytes 400 18605 'GET\r\n\r\n'
	sleep 2
	compare varnish "$work/varnish/plain.log" "$work/varnish/handling.log"
}

try_lighttpd()
{
	mkdir -p "$work/lighttpd/www/s"
	: >"$work/lighttpd/www/s/200"
	cat >"$work/lighttpd.conf" <<CONF
server.modules = ("mod_accesslog", "mod_access", "mod_proxy")
server.port = 18606
server.bind = "127.0.0.1"
server.document-root = "$work/lighttpd/www"
server.errorlog = "$work/lighttpd/error.log"
accesslog.filename = "$work/lighttpd/access.log"
server.max-request-size = 1
server.max-read-idle = 1
url.access-deny = ("~")
\$HTTP["url"] =~ "^/s/5" { proxy.server = ("" => (("host" => "127.0.0.1", "port" => $back))) }
\$HTTP["url"] =~ "^/dead" { proxy.server = ("" => (("host" => "127.0.0.1", "port" => 18699))) }
CONF
	start lighttpd -D -f "$work/lighttpd.conf"
	listening 18606 || return
	begin
	echo 200 >>"$work/sent"
	ask 200 http://127.0.0.1:18606/s/200
	ask 404 http://127.0.0.1:18606/s/404
	ask 403 http://127.0.0.1:18606/a~
	ask 413 http://127.0.0.1:18606/s/200 --data "$(printf %3000d 1)"
	ask 500 http://127.0.0.1:18606/s/500
	ask 503 http://127.0.0.1:18606/dead
	bytes 400 18606 'GET\r\n\r\n'
	sleep 1
	pid=${pids##* }
	kill "$pid"
	wait "$pid" 2>/dev/null
	compare lighttpd "$work/lighttpd/access.log"
}

try_gunicorn()
{
	mkdir -p "$work/gunicorn"
	start gunicorn --chdir "$here" -b 127.0.0.1:18607 --access-logfile \
		"$work/gunicorn/access.log" backend:application
	listening 18607 || return
	begin
	echo 200 >>"$work/sent"
	ask_plain 18607
	ask 503 http://127.0.0.1:18607/s/503
	sleep 1
	compare gunicorn "$work/gunicorn/access.log"
}

start python3 "$here/backend.py" $back
listening $back || exit 1
for program in ${*:-nginx apache2 haproxy squid varnishd lighttpd gunicorn}; do
	if ! command -v "$program" >/dev/null; then
		echo "$program is not installed"
	elif [ "$program" = haproxy ]; then
		try_haproxy httplog httplog
		try_haproxy 'httplog clf' clf
	else
		"try_$program"
	fi
done
[ $faults -eq 0 ]
