"""Nothing in the schema of a file runs, and everything in it is as this program makes it."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.store.file import FORMAT, create_project
from annotator.store.shape import SHAPES, shape_of

FORMATS = Path(__file__).parent / "formats"


@pytest.mark.parametrize("version", range(1, FORMAT + 1))
def test_the_hashes_written_down_are_those_of_the_files(version: int, tmp_path: Path) -> None:
    """Where this fails after a change of the schema, `shape_of` a new project is what belongs into `annotator.store.shape`."""
    path = tmp_path / "study.annot"
    if version == FORMAT:
        create_project(path, "t").close()
    else:
        path.write_bytes(gzip.decompress((FORMATS / f"format{version}.annot.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        assert shape_of(connection) == SHAPES[version]
