"""Check that version, tag and changelog agree, or print what the changelog says of this version.

`python packaging/version.py [vX.Y.Z]` exits 1 with a sentence where they do not agree; without a tag it prints the version.
`python packaging/version.py --notes` prints the changelog's section. The version stands in annotator/__init__.py and nowhere else.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def version() -> str:
    """Return the version that annotator/__init__.py states."""
    found = re.search(r'^__version__ = "([^"]+)"$', (ROOT / "annotator" / "__init__.py").read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        sys.exit("annotator/__init__.py states no __version__.")
    return found[1]


def notes(of: str) -> str:
    """Return the changelog's section on a version, empty if there is none."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(of)}\][^\n]*\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def main() -> None:
    """Check or print, as the command line says."""
    current = version()
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    if wanted == "--notes":
        print(notes(current))
    elif wanted and wanted != f"v{current}":
        sys.exit(f"The tag is {wanted}, the version {current}.")
    elif wanted and not notes(current):
        sys.exit(f"CHANGELOG.md has no section [{current}].")
    else:
        print(current)


if __name__ == "__main__":
    main()
