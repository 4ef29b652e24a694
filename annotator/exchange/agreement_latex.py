"""Tables of figures with intervals, as LaTeX: booktabs, one table a float, nothing that needs editing before it compiles."""

from collections.abc import Sequence

from annotator.exchange.agreement_tables import Cell, Estimate, Table

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "α": r"$\alpha$",
    "κ": r"$\kappa$",
    "γ": r"$\gamma$",
    "∅": r"$\varnothing$",
    "–": "--",
    "−": "$-$",
}
_NEEDS = {
    "en": "% Needs \\usepackage{booktabs,amssymb} and \\usepackage[T1]{fontenc}; with Chinese names also ctex and XeLaTeX or LuaLaTeX.",
    "zh": "% 需要 \\usepackage{booktabs,amssymb}，以及 ctex（XeLaTeX 或 LuaLaTeX）。",
}


def escaped(text: str) -> str:
    """Return `text` as LaTeX prints it; line breaks and control characters become blanks."""
    return "".join(_SPECIAL.get(c, c) if c.isprintable() else " " for c in text)


def latex(tables: Sequence[Table], methods: str, language: str) -> str:
    """Return the tables with the sentences on methods (plain text) before them, and what the preamble needs as a comment."""
    return "\n\n".join([_NEEDS.get(language, _NEEDS["en"]), escaped(methods), *map(_table, tables)]) + "\n"


def _table(table: Table) -> str:
    columns = "".join("l" if all(isinstance(row[at], str) for row in table.rows) else "r" for at in range(len(table.columns)))
    body = [_row(row) for row in table.rows]
    if table.sums and len(body) > table.sums:
        body.insert(len(body) - table.sums, r"\midrule")
    return "\n".join(
        [
            r"\begin{table}",
            r"\centering\small",
            rf"\caption{{{escaped(table.caption)}}}",
            rf"\label{{tab:{table.name}}}",
            rf"\begin{{tabular}}{{{columns}}}",
            r"\toprule",
            " & ".join(escaped(column) for column in table.columns) + r" \\",
            r"\midrule",
            *body,
            r"\bottomrule",
            r"\end{tabular}",
            r"\end{table}",
        ]
    )


def _row(row: Sequence[Cell]) -> str:
    return " & ".join(_cell(cell) for cell in row) + r" \\"


def _cell(cell: Cell) -> str:
    if not isinstance(cell, Estimate):
        return escaped(str(cell))
    if cell.value is None:
        return "--"
    if cell.low is None or cell.high is None:
        return _number(cell.value)
    # Braces: a bracket right after a row's end would be read as its optional argument.
    return f"{_number(cell.value)} {{[{_number(cell.low)}, {_number(cell.high)}]}}"


def _number(value: float) -> str:
    """Return a figure with two digits and a real minus."""
    shown = f"{abs(value):.2f}"
    return f"$-${shown}" if value < 0 and float(shown) else shown
