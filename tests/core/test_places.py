"""Where the program finds itself."""

import sys
from pathlib import Path

import pytest

from annotator import places


def test_a_module_runs_in_a_process_of_its_own_by_the_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/python")
    assert places.child("annotator.suggest.training") == ["/opt/python", "-m", "annotator.suggest.training"]


def test_a_packaged_program_runs_it_by_the_command_beside_its_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "annotator-window.exe"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert places.child("annotator.suggest.training") == [str(tmp_path / "annotator.exe"), "--module", "annotator.suggest.training"]


def test_where_nothing_can_run_it_there_is_no_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert places.child("annotator.suggest.training") == []
