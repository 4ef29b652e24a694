"""What the export page says of formats and losses."""

import pytest

from annotator.exchange.formats.document import Loss
from annotator.exchange.formats.making import made
from annotator.exchange.formats.table import NAMES
from annotator.project.exporting import ExportReport
from annotator.session.exporting import RELEVANT
from annotator.ui.export_words import _FOR, _LOST, _NAMES, held, report_lines


@pytest.mark.parametrize("name", NAMES)
def test_every_format_says_what_it_holds_and_what_not(name: str) -> None:
    lines = held(name)
    holds: frozenset[str] = getattr(made(name), "holds", frozenset())
    assert lines[0].startswith("Holds: mentions with labels")
    assert ("overlapping mentions" in lines[0]) is ("overlaps" in holds)
    assert ("links to programmes" in lines[-1]) is ("programmes" not in holds or len(lines) == 1)


def test_every_format_has_a_name_and_a_use() -> None:
    assert set(_NAMES) == set(_FOR) == set(NAMES)
    assert set(RELEVANT) <= set(NAMES)


def test_a_loss_is_said_with_its_first_places_and_an_unknown_one_by_its_key() -> None:
    losses = (Loss("overlap", 1200, ("A0001 “x” 1–2", "A0002 “y” 3–4", "A0003 “z” 5–6")), Loss("strange", 2))
    report = ExportReport(10, 20, losses, {"train": 8, "test": 2})
    first, overlap, strange = report_lines(report, "{articles} articles with {spans} spans would be written.")
    assert first == "10 articles with 20 spans would be written. (train 8, test 2)"
    assert overlap.startswith("– 1,200 spans overlap")
    assert "A0002" in overlap
    assert "A0003" not in overlap
    assert strange == "– 2 × strange"


def test_without_losses_that_is_said() -> None:
    assert report_lines(ExportReport(1, 1), "{articles}")[1] == "Nothing is lost."


def test_every_loss_that_the_command_line_knows_is_known_here() -> None:
    from annotator.cli.exchange import LOSSES  # noqa: PLC0415 (a table of the layer above)

    assert set(LOSSES) <= set(_LOST)
