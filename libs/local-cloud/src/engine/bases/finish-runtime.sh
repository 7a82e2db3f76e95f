#!/bin/sh
# Turns unpacked packages into an image that runs Python and nothing else. No package's own script has run.
set -eu
root=$1

# Packages are there for their libraries; python3.11 is the only program.
find "$root/usr/bin" "$root/usr/sbin" -mindepth 1 ! -name python3.11 -delete
ln -s python3.11 "$root/usr/bin/python3"
ln -s python3.11 "$root/usr/bin/python"
rm -rf "$root/etc/apt" "$root/etc/dpkg" "$root/var/lib/apt" "$root/var/lib/dpkg" "$root/usr/lib/dpkg" "$root/usr/lib/apt" \
  "$root/usr/share/perl5" "$root/usr/share/debconf" "$root/usr/share/dpkg" "$root/var/cache" "$root/var/log" "$root/usr/share/gdb"
mkdir -p "$root/var/cache" "$root/var/log"

# What the scripts of ca-certificates, libc-bin and base-passwd would have made.
mkdir -p "$root/etc/ssl/certs"
find "$root/usr/share/ca-certificates" -name '*.crt' | sort | while read -r certificate; do
  cat "$certificate"
  echo
done >"$root/etc/ssl/certs/ca-certificates.crt"
ldconfig -r "$root"
cat >"$root/etc/passwd" <<'PASSWD'
root:x:0:0:root:/root:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
app:x:65532:65532:app:/home/app:/usr/sbin/nologin
PASSWD
cat >"$root/etc/group" <<'GROUP'
root:x:0:
nogroup:x:65534:
app:x:65532:
GROUP
printf 'passwd: files\ngroup: files\nhosts: files dns\n' >"$root/etc/nsswitch.conf"
rm -f "$root/etc/resolv.conf" "$root/etc/hostname"
mkdir -p "$root/home/app" "$root/tmp"
chown 65532:65532 "$root/home/app"
chmod 1777 "$root/tmp"

# Compiled once here, because the user of a container can't write it. Content hashes make equal files of equal sources.
chroot "$root" /usr/bin/python3.11 -m compileall -q -x 'lib2to3|/test/' --invalidation-mode unchecked-hash /usr/lib/python3.11
