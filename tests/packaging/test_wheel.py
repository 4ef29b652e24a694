"""What `pip install` brings: the wheel is built, read, and run from an empty environment."""

import ast
import email
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from annotator import __version__

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = "annotator/_shipped/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    # The build must not see the checkout's folder `packaging` as the package of that name.
    built = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel: Path) -> frozenset[str]:
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        return email.message_from_bytes(archive.read(f"annotator-{__version__}.dist-info/METADATA"))


def _files(folder: str) -> set[str]:
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    # Only what the repository keeps; a desktop may leave files of its own behind.
    return {path.relative_to(ROOT).as_posix() for path in found if not path.name.startswith(".") and "__pycache__" not in path.parts}


def test_the_wheel_is_for_every_system_and_carries_the_version_of_the_program(wheel: Path) -> None:
    assert wheel.name == f"annotator-{__version__}-py3-none-any.whl"


def test_the_wheel_holds_every_module(names: frozenset[str]) -> None:
    modules = {name for name in _files("annotator") if name.endswith(".py")}
    assert "annotator/__main__.py" in modules
    assert modules <= names


def test_the_wheel_holds_all_seeds_and_all_that_the_window_is_drawn_with(names: frozenset[str]) -> None:
    wanted = _files("seeds") | _files("resources")
    assert {
        "seeds/scheme.json",
        "seeds/lexicon.csv",
        "seeds/patterns.toml",
        "seeds/programmes.csv",
        "resources/theme.json",
        "resources/window.qss",
        "resources/pinyin_initials.txt",
        "resources/icons/annotator.svg",
        "resources/translations/annotator_zh_CN.qm",
    } <= wanted
    assert any(name.startswith("seeds/pages/") and name.endswith(".txt") for name in wanted)
    assert {SHIPPED + name for name in wanted} <= names


def test_the_wheel_holds_nothing_else(names: frozenset[str]) -> None:
    assert {name.split("/")[0] for name in names} == {"annotator", f"annotator-{__version__}.dist-info"}
    assert not [name for name in names if name.endswith((".annot", ".pyc", ".annot-wal", ".annot-shm"))]
    assert not [name for name in names if {"tests", "packaging", "docs", "tools"} & set(name.split("/"))]


def test_the_metadata_name_the_licence_and_the_pythons(names: frozenset[str], metadata: Message) -> None:
    assert metadata["Version"] == __version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata.get_all("License-File") == ["LICENSE"]
    assert f"annotator-{__version__}.dist-info/licenses/LICENSE" in names
    assert metadata["Requires-Python"] == ">=3.11"


def test_the_command_is_installed_under_its_name(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        entry = archive.read(f"annotator-{__version__}.dist-info/entry_points.txt").decode()
    assert "annotator = annotator.__main__:main" in entry.splitlines()


def _imported(path: Path) -> Iterator[str]:
    """Yield the first names of what a file imports, by statement or by `import_module("…")`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name.split(".")[0] for name in names)
            case ast.ImportFrom(module=str(module)):
                yield module.split(".")[0]
            case ast.Call(func=ast.Name(id="import_module"), args=[ast.Constant(value=str(module)), *_]):
                yield module.split(".")[0]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_wheel_asks_for_every_package_that_the_program_imports(metadata: Message) -> None:
    asked = {re.split(r"[^\w.-]", line)[0] for line in metadata.get_all("Requires-Dist", []) if "extra == 'dev'" not in line}
    imported = {name for path in (ROOT / "annotator").rglob("*.py") for name in _imported(path)}
    # pydantic brings exactly one version of its core.
    foreign = imported - set(sys.stdlib_module_names) - {"annotator", "pydantic_core"}
    assert {"PySide6", "jieba", "re2"} <= foreign
    packages = packages_distributions()
    unasked = {name for name in foreign if not {_canonical(d) for d in packages.get(name, ())} & {_canonical(name) for name in asked}}
    assert unasked == set()


def test_the_installed_wheel_makes_the_sample_project_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "环 境"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    site = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True
    ).stdout.strip()
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", site, str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    # What it depends on comes from the environment of the tests; the program itself must not.
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE", "COV_"))}
    code = (
        "import sys; import annotator, annotator.__main__ as m; from pathlib import Path;"
        f"assert Path(annotator.__file__).is_relative_to(Path({site!r}).resolve()), annotator.__file__; m.main()"
    )
    outside = {**bare, "PYTHONPATH": os.pathsep.join((site, sysconfig.get_path("purelib"))), "PYTHONUTF8": "1", "HOME": str(tmp_path)}

    def said(*arguments: str) -> str:
        done = subprocess.run(
            [str(python), "-P", "-c", code, *arguments],
            cwd=tmp_path,
            env=outside,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert said("--version") == f"annotator, version {__version__}\n"
    said("demo", "样 例", "--no-window")
    assert (tmp_path / "样 例" / "demo.annot").is_file()
    assert (tmp_path / "样 例" / "demo.jsonl").stat().st_size > 0
