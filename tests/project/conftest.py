"""Projects to work on: a new one and the sample, each made once and copied."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.project.workspace import Project


@pytest.fixture
def project(empty_project: Path, tmp_path: Path) -> Iterator[Project]:
    """An open project without pages, alone in its folder."""
    with Project.open(Path(shutil.copy(empty_project, tmp_path / "study.annot"))) as opened:
        yield opened


@pytest.fixture
def demo(sample: Path, tmp_path: Path) -> Iterator[Project]:
    """The open sample project."""
    with Project.open(Path(shutil.copy(sample, tmp_path / "demo.annot"))) as opened:
        yield opened


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a text file."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    return write
