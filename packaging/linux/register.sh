#!/bin/sh
# Puts annotator into the menu of this user and opens .annot files with it; no administrator rights. `register.sh --remove` takes it back.
# Run it again after moving the folder.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
program=$(dirname -- "$here")/annotator-window
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/annotator.desktop
mime=$data/mime/packages/annotator-mime.xml

refresh() {
  # A desktop without these tools reads the files itself, at the next login.
  if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
  if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications"; fi
}

if [ "${1:-}" = --remove ]; then
  rm -f "$entry" "$mime"
  for size in 16 24 32 48 64 128 256 512; do rm -f "$data/icons/hicolor/${size}x$size/apps/annotator.png"; done
  rm -f "$data/icons/hicolor/scalable/apps/annotator.svg"
  refresh
  echo "annotator is no longer in the menu. Your projects and settings are untouched."
  exit 0
fi

case $program in
  *%*) echo "register.sh: desktops cannot start a program whose path has a percent sign: $program. Move the folder." >&2; exit 1 ;;
esac
mkdir -p "$data/applications" "$data/mime/packages" "$data/icons"
cp -R "$here/hicolor" "$data/icons/"
cp "$here/annotator-mime.xml" "$mime"
# In an Exec line a path stands in double quotes; these characters are escaped in it. A backslash of the result is doubled once more,
# because the value is a string of a desktop entry.
quoted=$(printf '%s' "$program" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g')
while IFS= read -r line; do
  case $line in
    Exec=*) printf 'Exec="%s" %%f\n' "$quoted" ;;
    *) printf '%s\n' "$line" ;;
  esac
done < "$here/annotator.desktop" > "$entry"
chmod 644 "$entry"
refresh
echo "annotator is in the menu and opens .annot files. To take it back: sh \"$here/register.sh\" --remove"
