#!/bin/sh
# Leaves no caches in the image, and nothing of where this machine gets its packages.
set -eu
root=$1
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/* "$root"/var/log/* "$root"/etc/apt/sources.list.d/*
rm -f "$root/etc/apt/apt.conf.d/99mmdebstrap" "$root/etc/resolv.conf" "$root/etc/hostname"
: >"$root/etc/apt/sources.list"
