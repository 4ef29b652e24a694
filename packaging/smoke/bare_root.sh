#!/bin/bash
# Try the Linux build where there is no Python: a bare Debian root (debootstrap, minbase), as a user without rights, from a read-only folder
# with Chinese characters and a space in its name, on a virtual screen. Needs root, debootstrap, xvfb, xdotool, imagemagick on this machine.
#
#   sudo bash packaging/smoke/bare_root.sh dist/annotator-VERSION-linux-x86_64.tar.gz [WORK]
#
# WORK (default /tmp/annotator-smoke) keeps the root for the next run, and a picture of the window. MIRROR and SUITE choose the Debian.
set -euo pipefail
archive=$(realpath "$1")
work=${2:-/tmp/annotator-smoke}
suite=${SUITE:-bookworm}
root=$work/root
place="/opt/试 用"
home=/home/reader
screen=:${DISPLAY_NUMBER:-87}
# All that the program asks of a desktop: OpenGL's dispatcher, which belongs to the driver, where fonts are, and a Chinese one.
packages=(libegl1 libgl1 fontconfig-config fonts-wqy-microhei)

not() { echo "smoke test: not so: $*" >&2; exit 1; }
ok() { echo "ok: $*"; }

mkdir -p "$work"
if [ ! -d "$root/usr" ]; then
  debootstrap --variant=minbase --include="$(IFS=,; echo "${packages[*]}")" "$suite" "$root" ${MIRROR:+"$MIRROR"} > "$work/debootstrap.log"
fi
if chroot "$root" /bin/sh -c 'command -v python || command -v python3 || ls -d /usr/lib/python3* 2>/dev/null' | grep -q .; then not "the root has no Python"; fi
ok "the root ($suite, minbase + ${packages[*]}) has no Python"

rm -rf "$root$place" "$root$home"
mkdir -p "$root$place" "$root$home"
tar -xf "$archive" -C "$root$place"
chown -R root:root "$root$place"
chmod -R go-w "$root$place"
chown 1000:1000 "$root$home"

inside() { chroot --userspec=1000:1000 "$root" /usr/bin/env -i HOME=$home LANG=C.UTF-8 DISPLAY="$screen" "$@"; }
program="$place/annotator/annotator"

# What the dynamic linker does not find. Libraries under PySide6 find each other through the programs' own paths.
missing=$(inside /bin/sh -c "cd '$place/annotator/_internal' && find . -name '*.so*' -type f | LD_LIBRARY_PATH=.:PySide6/Qt/lib:PySide6 xargs -n1 ldd 2>/dev/null" | grep 'not found' | sort -u || true)
[ -z "$missing" ] || echo "not found in this root (each must be of a plugin that goes without it): $missing"

inside "$program" --version
start=$(date +%s%N)
inside "$program" demo "$home/样 例" --no-window
ok "sample project, $((($(date +%s%N) - start) / 1000000)) ms"
inside "$program" export "$home/样 例/demo.annot" "$home/结 果.jsonl" --layer candidates
[ -s "$root$home/结 果.jsonl" ] || not "the export is a file"
ok "export: $(wc -l < "$root$home/结 果.jsonl") lines"

Xvfb "$screen" -screen 0 1440x900x24 > "$work/xvfb.log" 2>&1 &
xvfb=$!
window=
trap 'kill $window $xvfb 2> /dev/null || true' EXIT
export DISPLAY=$screen
for _ in $(seq 50); do xdotool getdisplaygeometry > /dev/null 2>&1 && break; sleep 0.1; done

start=$(date +%s%N)
inside "$program-window" "$home/样 例/demo.annot" --as 林晓 > "$work/window.log" 2>&1 &
window=$!
xdotool search --sync --onlyvisible --name ' — annotator$' > /dev/null & search=$!
for _ in $(seq 600); do kill -0 $search 2>/dev/null || break; kill -0 $window 2>/dev/null || { kill $search; cat "$work/window.log"; not "the window opens"; }; sleep 0.05; done
ok "window mapped after $((($(date +%s%N) - start) / 1000000)) ms"
sleep 3
import -window root "$work/window.png"
colours=$(identify -format '%k' "$work/window.png")
[ "$colours" -gt 200 ] || not "the window shows something ($colours colours)"
ok "the picture has $colours colours: $work/window.png"

# Without a window manager nothing gives a window the keyboard.
id=$(xdotool search --onlyvisible --name ' — annotator$' | head -1)
xdotool windowfocus "$id"; sleep 0.5
xdotool key space; sleep 1
xdotool key ctrl+q
for _ in $(seq 100); do kill -0 $window 2>/dev/null || break; sleep 0.1; done
kill -0 $window 2>/dev/null && not "Ctrl+Q ends the program"
wait $window || not "the window ends with exit code 0"
window=
if [ -s "$work/window.log" ]; then echo "the window said:"; sort "$work/window.log" | uniq -c | head -20; fi
if grep -q 'Traceback\|Error calling Python' "$work/window.log"; then not "no error while the window was open"; fi
status=$(inside "$program" status "$home/样 例/demo.annot" --json)
echo "$status" | grep -q '"decisions": 1' || not "one key made one decision: $status"
ok "Space made one decision, and it is in the file"
inside "$program" export "$home/样 例/demo.annot" "$home/标 注.jsonl" --layer annotation
grep -q '"status": "accepted"' "$root$home/标 注.jsonl" || not "the decision is in the export"
inside "$program" check "$home/样 例/demo.annot"
ok "exported and checked; all done"
