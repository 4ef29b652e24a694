"""Imports run downwards, and the way from start to first paint stays short."""

import os
import subprocess
import sys
from pathlib import Path

import annotator

ROOT = Path(annotator.__file__).parents[1]


def python(code: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT, env=environment)


def test_imports_run_downwards_only() -> None:
    """The contracts stand in pyproject.toml."""
    checked = python("from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "KEPT" in checked.stdout


def test_opening_a_project_and_its_ledger_imports_nothing_slow() -> None:
    code = "import sys, annotator.store.file, annotator.store.ledger; print(*sorted(name.partition('.')[0] for name in sys.modules))"
    imported = set(python(code).stdout.split())
    assert "annotator" in imported
    assert imported & {"sqlite_utils", "pydantic", "jieba", "rjieba", "PySide6", "click"} == set()


def test_the_core_imports_neither_files_nor_clocks_nor_databases() -> None:
    modules = ", ".join(f"annotator.core.{path.stem}" for path in (ROOT / "annotator" / "core").glob("[!_]*.py"))
    code = f"import sys; before = set(sys.modules); import {modules}; print(*sorted(set(sys.modules) - before))"
    imported = set(python(code).stdout.split())
    assert "annotator.core.fold" in imported
    assert imported & {"sqlite3", "time", "datetime", "pathlib", "random", "secrets"} == set()
