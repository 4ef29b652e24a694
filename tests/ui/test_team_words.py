"""Plans, receipts and seals in words."""

from pathlib import Path

from annotator.agreement.planning import Expected
from annotator.project.assigning import AssignReport
from annotator.project.handing_in import Sealed
from annotator.project.merging import MergeReport, NotTaken, Receipt
from annotator.ui.team_words import cells_words, expected_table, merged_lines, moment, sealed_lines


def report(cells: dict[str, int]) -> AssignReport:
    return AssignReport("main", (), 30, sum(cells.values()), cells, 1, 0, 0, 0)


def test_cells_come_from_all_shown_to_all_blind() -> None:
    said = cells_words(report({"blind/blind": 1, "shown/blind": 2, "shown/shown": 3}))
    assert said == "30 articles, 6 of them read by several: shown / shown 3, shown / blind 2, blind / blind 1."


def test_a_plan_without_second_readers_says_what_that_costs() -> None:
    assert "agreement cannot be measured" in cells_words(report({}))


def test_what_is_expected_stands_by_label_and_cell_and_half_a_width_is_the_error() -> None:
    expected = {"shown/blind": {"A": Expected(12.4, 0.5)}, "shown/shown": {"A": Expected(3.0, None), "B": Expected(1.0, 2.0)}}
    header, rows = expected_table(expected, {"B": "second", "A": "first", "C": "unused"})
    assert header == ("label", "shown / shown", "shown / blind")
    assert rows == (("second", "1 · ±1.00", "–"), ("first", "3", "12 · ±0.25"))


def test_a_receipt_says_what_was_new_noted_and_refused_and_a_file_that_was_not_taken_why() -> None:
    receipts = (Receipt("林晓", ["a"], 12, 3, 5, 2, ["a: a note"], ["A0001: why not"]), Receipt("马宁", ["b"]))
    lines = merged_lines(MergeReport(receipts, (NotTaken("c.annot", "c.annot is damaged."),), (), Path("x-merge.annot")))
    assert lines[0] == "林晓: 12 new decisions, 3 known already; 2 articles newly finished, 5 in all."
    assert lines[1:4] == ["    a: a note", "    Not taken: A0001: why not", "马宁: nothing was decided in this file yet."]
    assert lines[4] == "Not taken: c.annot is damaged."
    assert "x-merge.annot" in lines[5]


def test_a_sealed_file_without_decisions_still_says_whose_it_is() -> None:
    lines = sealed_lines(Sealed(Path("in.annot"), (), 0, "ab" * 32, 14, 0), "何苗")
    assert lines[1] == "何苗: 0 decisions, 0 of 14 articles finished."
    assert "ab" * 32 in lines[2]


def test_no_moment_is_a_dash() -> None:
    assert moment(None) == "–"
    assert moment("2026-03-01T00:00:00Z").startswith("2026-0")
