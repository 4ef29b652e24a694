"""Build the program for the system on which this runs: wheel, environment, icons, PyInstaller, archive.

`python packaging/build.py` leaves dist/annotator/ (on macOS dist/annotator.app) and dist/annotator-VERSION-SYSTEM-MACHINE.tar.gz or .zip.
Everything is made from the wheel and from constraints.txt in an environment of its own, so that nothing of a developer's gets in.
"""

import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
SYSTEM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
SCRIPTS = BUILD / "venv" / ("Scripts" if SYSTEM == "windows" else "bin")


def run(*command: str | Path) -> None:
    """Run a command in the checkout; end with it if it fails."""
    print("+", *command, flush=True)
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def make_wheel() -> Path:
    """Return a new wheel of the checkout."""
    folder = BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    run(SCRIPTS / "python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    return next(folder.glob("annotator-*.whl"))


def make_environment() -> Path:
    """Make build/venv anew, install the wheel and PyInstaller there, and return the wheel."""
    venv.create(BUILD / "venv", clear=True, with_pip=True)
    wheel = make_wheel()
    install = (SCRIPTS / "python", "-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt")
    run(*install, f"{wheel}[learned]", "--requirement", ROOT / "packaging" / "requirements.txt")
    return wheel


def make_program() -> Path:
    """Return the folder (on macOS the .app) that PyInstaller made, with what registers it on this system."""
    run(SCRIPTS / "python", ROOT / "packaging" / "make_icons.py", BUILD / "icons")
    run(SCRIPTS / "pyinstaller", "--noconfirm", "--clean", "--log-level", "WARN", ROOT / "packaging" / "annotator.spec")
    if SYSTEM == "macos":
        return DIST / "annotator.app"
    program = DIST / "annotator"
    shutil.copy(ROOT / "LICENSE", program)
    shutil.copytree(ROOT / "packaging" / SYSTEM, program / "register")
    if SYSTEM == "linux":
        shutil.copytree(BUILD / "icons" / "hicolor", program / "register" / "hicolor")
        drawing = program / "register" / "hicolor" / "scalable" / "apps"
        drawing.mkdir(parents=True)
        shutil.copy(ROOT / "resources" / "icons" / "annotator.svg", drawing)
    return program


def strip(program: Path) -> None:
    """Take the symbols for debuggers out of Python's own library and of extension modules, a tenth of the folder.

    What wheels bring as libraries of their own stays as it is: tools that moved them there left headers that `strip` spoils.
    """
    if SYSTEM == "linux" and shutil.which("strip"):
        inside = program / "_internal"
        run("strip", "--strip-unneeded", *inside.glob("libpython3*.so*"), *inside.rglob("*.cpython-3*.so"))


def pack(program: Path, version: str) -> Path:
    """Return the archive of the program; links in it stay links."""
    name = DIST / f"annotator-{version}-{SYSTEM}-{platform.machine().lower()}"
    if SYSTEM == "macos":
        archive = name.with_name(f"{name.name}.zip")
        run("ditto", "-c", "-k", "--keepParent", program, archive)
        return archive
    return Path(shutil.make_archive(str(name), "zip" if SYSTEM == "windows" else "gztar", DIST, program.name))


def main() -> None:
    """Build, pack, and say how large the result is."""
    wheel = make_environment()
    program = make_program()
    strip(program)
    archive = pack(program, wheel.name.split("-")[1])
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{program}: {size / 1e6:.0f} MB; {archive}: {archive.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
