#!/bin/sh
# Build the Linux program and try it: build.py, its file for the desktop, smoke.py on a virtual screen, and bare_root.sh where it can.
# The bare root needs administrator rights on the machine that builds, debootstrap and a Debian mirror (MIRROR; default: debootstrap's own).
set -eu
cd "$(dirname "$0")/.."
"${PYTHON:-python3}" packaging/build.py

if command -v desktop-file-validate > /dev/null; then desktop-file-validate packaging/linux/annotator.desktop; fi
if command -v xmllint > /dev/null; then xmllint --noout packaging/linux/annotator-mime.xml; fi

xvfb-run -a "${PYTHON:-python3}" packaging/smoke/smoke.py dist/annotator --window

# What it asks of the system's C library.
find dist/annotator -type f \( -name '*.so*' -o -name 'annotator*' \) -exec objdump -T {} + 2> /dev/null |
  grep -o 'GLIBC_[0-9.]*[0-9]' | sort -uV | tail -1 | sed 's/^/needs /'

if command -v debootstrap > /dev/null; then
  sudo=; [ "$(id -u)" = 0 ] || sudo="sudo --preserve-env=MIRROR,SUITE"
  $sudo bash packaging/smoke/bare_root.sh dist/annotator-*-linux-*.tar.gz
else
  echo "debootstrap is not here: the program was not tried in a root without Python"
fi
