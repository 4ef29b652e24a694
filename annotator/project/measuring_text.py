"""What the command line says of agreement: lines for a terminal, LaTeX, CSV files."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from unicodedata import east_asian_width

from annotator.agreement.bootstrap import Resampling
from annotator.agreement.disagreements import SENTENCES as FINDINGS
from annotator.agreement.disagreements import by_kind, finding
from annotator.agreement.f1 import Scheme as Match
from annotator.agreement.figure import SENTENCES as WHY
from annotator.agreement.figure import Figure, Why
from annotator.agreement.gamma import Settings
from annotator.agreement.report import Question
from annotator.agreement.units import Policy
from annotator.core.scheme import Scheme
from annotator.exchange.agreement_latex import latex
from annotator.exchange.agreement_tables import Cell, Estimate, Table, csv_text
from annotator.project.export_places import appearing_file
from annotator.project.measuring_report import Outcome
from annotator.project.measuring_tables import methods, tables


def asked(policy: str, samples: int, seed: int, *, gamma: bool) -> Question:
    """Return the question that options ask."""
    return Question(policy=Policy(policy), resampling=Resampling(samples, seed), gamma=Settings(seed=seed) if gamma else None)


class Answer:
    """An outcome as text, LaTeX and CSV."""

    def __init__(self, outcome: Outcome, scheme: Scheme, language: str, stand_ins: Mapping[str, str] | None = None) -> None:
        """Tell `outcome` in `language` (`en` or `zh`), with the labels of `scheme`; `stand_ins` are written for people's names."""
        self._outcome, self._language = outcome, language
        self._tables = tables(outcome, scheme, language, stand_ins or {})
        self._methods = methods(outcome, language)

    def latex(self) -> str:
        """Return the tables and the paragraph on methods as LaTeX."""
        return latex(self._tables, self._methods, self._language)

    def table(self, name: str, *, is_latex: bool) -> str:
        """Return one table (`people` or `labels`) as LaTeX, or as CSV to be pasted."""
        table = next(table for table in self._tables if table.name == f"agreement-{name}")
        return latex([table], self._methods, self._language) if is_latex else csv_text(table, has_mark=False)

    def plain(self) -> str:
        """Return what a person reads on a terminal."""
        told, found = self._outcome.report, self._outcome.anchoring
        figures = {
            "F1 strict": told.f1[Match.STRICT],
            "F1 boundaries": told.f1[Match.EXACT],
            "F1 overlap, label": told.f1[Match.LABEL],
            "F1 partial": told.f1[Match.PARTIAL],
            "uα": told.u_alphas.whole,
            "|uα (marked or not)": told.u_alphas.marked,
            "cuα (labels alone)": told.u_alphas.labels,
            "α_U 1995": told.alpha_u_1995,
            "γ": told.gamma,
            "candidates: α": told.candidates.alpha,
            "candidates: AC1": told.candidates.ac1,
            "pull of candidates": found.pull,
        }
        kinds = {kind: len(rows) for kind, rows in by_kind(self._outcome.clusters).items()}
        lines = [
            f"{told.articles} articles finished by at least two of {', '.join(told.people)}",
            "",
            *(f"{pad(name, 22)}{shown(figure)}" for name, figure in figures.items()),
            "",
            f"{FINDINGS[finding(self._outcome.clusters)]} " + ", ".join(f"{kind} {count}" for kind, count in kinds.items()),
        ]
        for table in self._tables:
            lines += ["", *aligned(table)]
        return "\n".join([*lines, "", self._methods, ""])

    def write_latex(self, out: Path, project: Path) -> None:
        """Write both tables as one LaTeX file.

        Raises:
            ExportError: `out` is `project`, or cannot be written.
        """
        with appearing_file(out, project) as temporary:
            temporary.write_text(self.latex(), encoding="utf-8", newline="\n")

    def write_csv(self, out: Path, project: Path) -> list[Path]:
        """Write the tables beside each other; return their names.

        Raises:
            ExportError: one is `project`, or cannot be written.
        """
        stem = out.with_suffix("") if out.suffix.lower() == ".csv" else out
        names = [stem.with_name(f"{stem.name}-{table.name.removeprefix('agreement-')}.csv") for table in self._tables]
        with ExitStack() as stack:
            temporary = [stack.enter_context(appearing_file(name, project)) for name in names]
            for path, table in zip(temporary, self._tables, strict=True):
                path.write_text(csv_text(table), encoding="utf-8", newline="\n")
        return names


def shown(figure: Figure) -> str:
    """Return a figure with its interval and what it rests on, or why there is none."""
    if figure.value is None:
        return WHY[Why(figure.why or Why.NOTHING_MARKED)]
    interval = WHY[figure.why] if figure.why is not None else f"[{figure.low:.2f}, {figure.high:.2f}]"
    return f"{figure.value:5.2f}  {interval}  n = {figure.n}"


def aligned(table: Table) -> list[str]:
    """Return the lines of a table in columns; a Chinese character is two columns wide."""
    rows = [list(table.columns), *([_cell(cell) for cell in row] for row in table.rows)]
    widths = [max(_width(row[at]) for row in rows) for at in range(len(table.columns))]
    return ["  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _cell(cell: Cell) -> str:
    if not isinstance(cell, Estimate):
        return str(cell)
    if cell.value is None:
        return "–"
    return f"{cell.value:.2f}" if cell.low is None or cell.high is None else f"{cell.value:.2f} [{cell.low:.2f}, {cell.high:.2f}]"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, width: int) -> str:
    """Return `text` with blanks up to `width` columns."""
    return text + " " * (width - _width(text))
