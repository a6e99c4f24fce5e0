# Homebrew.  ruby has read it, brew has not; url and sha256 are those of a release.
class Httree < Formula
  desc "HTTP status codes in a terminal, offline"
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on "libunistring"
  depends_on "libyaml"
  depends_on "ncurses"

  def install
    system "./configure", *std_configure_args
    system "make", "install"
  end

  test do
    assert_match "404 Not Found", shell_output("#{bin}/httree 404")
  end
end
