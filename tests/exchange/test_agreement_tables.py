"""Tables of figures as CSV and LaTeX: what is undefined, what is dangerous, what must be escaped."""

import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.agreement_latex import escaped, latex
from annotator.exchange.agreement_tables import Estimate, Table, csv_text

TABLE = Table(
    "x",
    "100% of α_U",
    ("Who", "n", "F1"),
    (("=cmd", 3, Estimate(0.5, 0.25, 0.75, 3)), ("a & b", 2, Estimate(-0.004, n=2)), ("All", 5, Estimate(None, why="Undefined."))),
    sums=1,
)


def test_an_estimate_is_five_columns_and_a_formula_is_disarmed() -> None:
    header, first, second, last = csv.reader(io.StringIO(csv_text(TABLE).removeprefix("\ufeff")))
    assert header == ["Who", "n", "F1", "F1 low", "F1 high", "F1 n", "F1 why"]
    assert first == ["'=cmd", "3", "0.500000", "0.250000", "0.750000", "3", ""]
    assert second[2:5] == ["-0.004000", "", ""]
    assert last[2:] == ["", "", "", "0", "Undefined."]


def test_csv_begins_with_a_byte_order_mark_unless_told_otherwise() -> None:
    assert csv_text(TABLE).startswith("\ufeffWho")
    assert csv_text(TABLE, has_mark=False).startswith("Who")


def test_latex_rules_off_the_sums_and_escapes_what_it_prints() -> None:
    out = latex([TABLE], "A 95% interval.", "en")
    assert "A 95\\% interval." in out
    assert r"\caption{100\% of $\alpha$\_U}" in out
    assert r"a \& b & 2 & 0.00 \\" in out
    assert "0.50 {[0.25, 0.75]}" in out
    assert out.index(r"a \&") < out.rindex(r"\midrule") < out.index("All & 5 & --")


@given(st.text())
def test_escaped_text_leaves_nothing_that_latex_would_take_for_a_command(text: str) -> None:
    out = escaped(text)
    assert "\n" not in out
    bare = re.sub(r"\\[{}&#%_$]|\\text\w+\{\}|\$\\(alpha|kappa|gamma|varnothing)\$|\$-\$", "", out)
    assert not set(bare) & set("\\{}$&#%_^~")
