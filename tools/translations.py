"""Keep the Chinese translation complete: `update` collects sentences, `release` writes the .qm that ships, `check` tells.

`fill FILE…` puts translations in: lines of context, English and Chinese with tabs between. `open` lists what waits for one.

Qt Linguist's own tools do both. Sentences of errors stand in packages that know no Qt; they are collected here from the code and
handed to `lupdate` under the context `Errors`.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from annotator.core import errors  # noqa: E402 (found beside this folder)

TS = ROOT / "resources" / "translations" / "annotator_zh_CN.ts"
QM = TS.with_suffix(".qm")
_ERRORS = frozenset(name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.AnnotatorError))


def error_templates() -> Iterator[str]:
    """Yield every sentence that the code raises or emits as an error for a person."""
    for path in sorted((ROOT / "annotator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ERRORS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def wrapped_texts() -> Iterator[tuple[str, str]]:
    """Yield context and text of every sentence given to a function that only translates: `words("…")` says what `lupdate` cannot see."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "annotator").rglob("*.py"))}
    made = {_module(path): _translators(tree) for path, tree in trees.items()}
    for path, tree in trees.items():
        known = dict(made[_module(path)])
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                contexts = made.get(node.module or "", {})
                known |= {name.asname or name.name: contexts[name.name] for name in node.names if name.name in contexts}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
                yield from ((known[node.func.id], text) for text in _texts(node.args[0] if node.args else None))


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _translators(tree: ast.Module) -> dict[str, str]:
    """Return the functions that hand their argument to `QCoreApplication.translate`, with the context."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return) and isinstance(node.body[-1].value, ast.Call):
            call = node.body[-1].value
            is_translate = isinstance(call.func, ast.Attribute) and call.func.attr == "translate" and len(call.args) == 2  # noqa: PLR2004
            if is_translate and isinstance(call.args[0], ast.Constant) and isinstance(call.args[1], ast.Name):
                found[node.name] = str(call.args[0].value)
    return found


def _texts(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def update() -> None:
    """Collect the sentences of the program into the .ts file; what is translated already stays."""
    with tempfile.TemporaryDirectory() as folder:
        collected = Path(folder) / "collected.py"
        said = dict.fromkeys([*(("Errors", template) for template in error_templates()), *wrapped_texts()])
        collected.write_text("".join(f"QT_TRANSLATE_NOOP('{context}', {_quoted(text)})\n" for context, text in said), encoding="utf-8")
        sources = [str(path) for part in ("ui", "session", "features") for path in sorted((ROOT / "annotator" / part).rglob("*.py"))]
        command = [
            "pyside6-lupdate",
            "-locations",
            "none",
            "-no-obsolete",
            *sources,
            str(ROOT / "annotator" / "app.py"),
            str(collected),
            "-ts",
            str(TS),
        ]
        subprocess.run(command, check=True)


def fill() -> None:
    """Put the translations of the files named into the .ts file."""
    known: dict[tuple[str, str], str] = {}
    for name in sys.argv[2:]:
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            if line.count("\t") == 2:  # noqa: PLR2004
                context, source, said = line.replace("\\n", "\n").split("\t")
                known[context, source] = said
    tree = ET.parse(TS)  # noqa: S314 (our own file)
    for context, message, translation in _open(tree.getroot()):
        if (context, message) in known:
            translation.text = known[context, message]
            del translation.attrib["type"]
    tree.write(TS, encoding="utf-8", xml_declaration=True)
    # Qt's own tool writes the file again in its own form.
    update()


def open_sentences() -> list[tuple[str, str]]:
    """Return context and English of every sentence without a translation."""
    return [(context, message) for context, message, _ in _open(ET.parse(TS).getroot())]  # noqa: S314 (our own file)


def _open(root: ET.Element) -> Iterator[tuple[str, str, ET.Element]]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") == "unfinished":
                yield context.findtext("name", ""), message.findtext("source", ""), translation


def check() -> None:
    """Exit with 1 if a sentence of the program is not translated, or the .qm file is not that of the .ts file."""
    before = TS.read_bytes(), QM.read_bytes()
    try:
        update()
        release()
        after = TS.read_bytes(), QM.read_bytes()
    finally:
        TS.write_bytes(before[0])
        QM.write_bytes(before[1])
    if b"unfinished" in after[0] or before != after:
        sys.exit(
            "The translation is behind the code. Run: python tools/translations.py update; translate; python tools/translations.py release"
        )


def release() -> None:
    """Write the .qm file from the .ts file."""
    subprocess.run(["pyside6-lrelease", str(TS), "-qm", str(QM)], check=True)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


if __name__ == "__main__":
    if sys.argv[1] == "open":
        print("".join(f"{context}\t{source}\t\n".replace("\n\t", "\\n\t") for context, source in open_sentences()), end="")
    else:
        {"update": update, "release": release, "check": check, "fill": fill}[sys.argv[1]]()
