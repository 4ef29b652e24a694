"""A file that is written anew takes the old one's place complete, or the old one stays."""

from pathlib import Path

import pytest

from annotator.core.errors import ExportError
from annotator.store.replacing import replacing


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "表.csv"
    out.write_text("old", encoding="utf-8")
    with replacing(out) as temporary:
        temporary.write_text("new", encoding="utf-8")
        assert out.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["表.csv"]
    assert out.read_text(encoding="utf-8") == "new"


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    out.write_text("old", encoding="utf-8")

    def write_half(temporary: Path) -> None:
        temporary.write_text("ha", encoding="utf-8")
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match=r"a\.csv cannot be written: No space left on device\."), replacing(out) as temporary:
        write_half(temporary)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("a.csv", "old")]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"), replacing(tmp_path / "no" / "a.csv") as temporary:
        temporary.write_text("x", encoding="utf-8")
