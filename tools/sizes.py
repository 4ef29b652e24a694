"""How large files and functions are: `python tools/sizes.py`. Lines count from the first to the last of each, docstrings included."""

import ast
import statistics
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "annotator"


def main() -> None:
    """Print the median and the largest files and functions."""
    files: list[tuple[int, str]] = []
    functions: list[tuple[int, str]] = []
    for path in sorted(ROOT.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        files.append((text.count("\n"), name))
        functions += [
            ((node.end_lineno or node.lineno) - node.lineno + 1, f"{name}:{node.name}")
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
    for what, rows in (("files", files), ("functions", functions)):
        largest = ", ".join(f"{name} {lines}" for lines, name in sorted(rows, reverse=True)[:5])
        print(f"{what}: {len(rows)}, median {statistics.median(lines for lines, _ in rows):.0f} lines; largest {largest}")


if __name__ == "__main__":
    main()
