"""PySide6 6.12.0 drops a reference to None in every call that returns nothing; before Python 3.12 that ends the process."""

import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject

import annotator

PYPROJECT = Path(annotator.__file__).parents[1] / "pyproject.toml"
CALLS = 1_500


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal")
def test_calls_that_return_nothing_leave_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
        thing.setParent(None)
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


def allowed(python: str, pyside: str) -> bool:
    """Say whether our requirements let `pyside` be installed beside `python`."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    requirements = [Requirement(text) for text in project["dependencies"]]
    ours = [r for r in requirements if r.name.lower().startswith("pyside6")]
    applying = [r for r in ours if r.marker is None or r.marker.evaluate({"python_version": python})]
    assert applying
    return all(r.specifier.contains(pyside) for r in applying)


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_the_broken_release_is_never_allowed(python: str) -> None:
    assert not allowed(python, "6.12.0")


@pytest.mark.parametrize("pyside", ["6.8.0", "6.9.3", "6.10.1", "6.11.3"])
def test_sound_releases_are_allowed(pyside: str) -> None:
    assert allowed("3.11", pyside)
    assert allowed("3.13", pyside)


@pytest.mark.parametrize("pyside", ["6.12.0", "6.12.1", "6.13.0", "7.0.0"])
def test_where_none_can_die_no_release_after_the_sound_ones_is_allowed(pyside: str) -> None:
    assert not allowed("3.11", pyside)
