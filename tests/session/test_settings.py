"""What the program remembers between starts."""

from pathlib import Path

import pytest

from annotator.session.settings import LINE_HEIGHTS, SIZES, Settings, load_settings, save_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


def test_settings_come_back_as_they_were_kept() -> None:
    kept = Settings(language="en", theme="dark", size=22, face="Noto Serif CJK SC", line_height=2.1, measure=30, raw_lines=True)
    save_settings(kept)
    assert load_settings() == kept


def test_figures_out_of_bounds_are_as_on_the_first_day(home: Path) -> None:
    save_settings(Settings())
    (file,) = home.rglob("settings.json")
    file.write_text('{"size": 300, "line_height": "2", "measure": true, "raw_lines": 1, "face": null}', encoding="utf-8")
    assert load_settings() == Settings()


def test_a_figure_is_brought_within_its_bounds() -> None:
    assert (SIZES.within(90), SIZES.within(2), SIZES.within(20)) == (32, 14, 20)
    assert LINE_HEIGHTS.within(3.0) == 2.4


def test_of_the_projects_that_were_warned_of_the_oldest_are_forgotten(home: Path) -> None:
    settings = Settings()
    for n in range(300):
        settings = settings.warned_of(home / f"{n}.annot")
    assert settings.warned[0] == str(home / "299.annot")
    assert len(settings.warned) == 200
    save_settings(settings)
    assert load_settings().warned == settings.warned
