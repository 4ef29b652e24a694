"""Every Python that is promised runs the program: what newer ones refuse is not in it, and metadata, docs and CI name the same ones."""

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "annotator").rglob("*.py"))
NUMBERED = re.compile(r"\?\d")
SQL = re.compile(r"\b(SELECT|DELETE FROM|UPDATE|INSERT)\b")


def test_no_query_numbers_its_parameters() -> None:
    # With a sequence of values Python 3.12 warns of them, and 3.14 raises: they count as names there.
    texts = [
        (path.name, node.value)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value)
    ]
    assert len(texts) > 50
    assert [text for text in texts if NUMBERED.search(text[1])] == []


def test_metadata_docs_and_workflow_name_the_same_pythons() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert project["requires-python"] == f">={named[0]}"
    for page, words in (("installing.md", "Python {} to {}"), ("installing.zh.md", "Python {} 至 {}")):
        assert words.format(named[0], named[-1]) in (ROOT / "docs" / page).read_text(encoding="utf-8")
    matrices = re.findall(r"python: \[(.*)\]", (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8"))
    assert matrices
    assert all(re.findall(r"3\.\d+", matrix) == named for matrix in matrices)
