"""Shipped files are found from a checkout and from an installed wheel, and a home that cannot be written is no obstacle."""

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from annotator import places

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "parts", [("seeds", "scheme.json"), ("seeds", "pages"), ("resources", "translations"), ("resources", "theme.json")]
)
def test_what_ships_is_found_in_a_checkout(parts: tuple[str, ...]) -> None:
    assert places.shipped(*parts).exists()


def test_settings_and_cache_are_folders_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("where they are differs by system")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert places.settings() == tmp_path / "config" / "annotator"
    assert places.cache() == tmp_path / "cache" / "annotator"
    assert places.settings().is_dir()
    assert places.cache().is_dir()


def test_a_home_that_cannot_be_written_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("where they are differs by system")
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert places.settings() == tmp_path / "file" / "annotator"
    assert not places.cache().exists()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    if importlib.util.find_spec("hatchling") is None or importlib.util.find_spec("build") is None:
        pytest.skip("hatchling and build are needed to build a wheel")
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_what_ships_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("seeds", "resources"):
        here = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file() and not p.name.startswith(".")}
        assert {f"annotator/_shipped/{name}" for name in here} <= names
    assert {p.relative_to(ROOT).as_posix() for p in (ROOT / "annotator").rglob("*.py")} <= names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"annotator"}


def test_the_wheel_declares_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "annotator = annotator.__main__:main" in archive.read(name).decode()


def test_the_program_works_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = (
        "import sys; sys.argv = ['annotator', 'new', sys.argv[1]]\n"
        "import annotator; assert annotator.__file__.startswith(sys.path[0]), annotator.__file__\n"
        "from annotator.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n{code}", str(tmp_path / "study")],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        timeout=60,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.stderr == ""
    assert done.stdout.startswith("Made ")
