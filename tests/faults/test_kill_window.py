"""The window is killed while somebody works in it."""

import importlib.util
from pathlib import Path


def test_nothing_acknowledged_is_missing_after_kills(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("kill_window", Path(__file__).with_name("kill_window.py"))
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    total, missing = script.survive(4, tmp_path)
    assert total > 0
    assert missing == 0
