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
from xml.etree import ElementTree

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


def update() -> None:
    """Collect the sentences of the program into the .ts file; what is translated already stays."""
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder) / "errors.py"
        lines = (f"QT_TRANSLATE_NOOP('Errors', {_quoted(template)})\n" for template in dict.fromkeys(error_templates()))
        errors.write_text("".join(lines), encoding="utf-8")
        sources = [str(path) for part in ("ui", "session", "features") for path in sorted((ROOT / "annotator" / part).rglob("*.py"))]
        command = [
            "pyside6-lupdate",
            "-locations",
            "none",
            "-no-obsolete",
            *sources,
            str(ROOT / "annotator" / "app.py"),
            str(errors),
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
                context, source, translation = line.replace("\\n", "\n").split("\t")
                known[context, source] = translation
    text = TS.read_text(encoding="utf-8")
    for context, source in open_sentences():
        if (context, source) in known:
            before = f'<source>{_escaped(source)}</source>\n        <translation type="unfinished"></translation>'
            after = f"<source>{_escaped(source)}</source>\n        <translation>{_escaped(known[context, source])}</translation>"
            at = text.index(before, text.index(f"<name>{context}</name>"))
            text = text[:at] + after + text[at + len(before) :]
    TS.write_text(text, encoding="utf-8")


def open_sentences() -> list[tuple[str, str]]:
    """Return context and English of every sentence without a translation."""
    found = []
    for context in ElementTree.parse(TS).getroot().iter("context"):  # noqa: S314 (our own file)
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") == "unfinished":
                found.append((context.findtext("name", ""), message.findtext("source", "")))
    return found


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


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&apos;")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


if __name__ == "__main__":
    if sys.argv[1] == "open":
        print("".join(f"{context}\t{source}\t\n".replace("\n\t", "\\n\t") for context, source in open_sentences()), end="")
    else:
        {"update": update, "release": release, "check": check, "fill": fill}[sys.argv[1]]()
