"""Whatever stands in a file, a reader gives lines or a sentence, and no other error."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.exchange.formats.standoff import rehydrate
from annotator.exchange.native_jsonl import LineIn
from annotator.exchange.reading_spans import SpanFormat, detect, detect_text, read_brat, read_text

GOLDEN = Path(__file__).parents[2] / "golden" / "formats"
FILES = {
    SpanFormat.PRODIGY: GOLDEN / "prodigy.jsonl",
    SpanFormat.DOCCANO: GOLDEN / "doccano.jsonl",
    SpanFormat.LABEL_STUDIO: GOLDEN / "label-studio" / "tasks.json",
    SpanFormat.CONLL: GOLDEN / "conll.conll",
}
BRAT = next((GOLDEN / "brat").rglob("A0001.ann"))
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])

damage = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 6),
        st.sampled_from(["", "\0", "\t", "\n", "-1", "99999999999999999999", '"', "[", "}", "null", "𠮷", "\ufeff"]),
    ),
    min_size=1,
    max_size=4,
)


def _damaged(text: str, changes: list[tuple[float, int, str]]) -> str:
    for where, length, instead in changes:
        at = int(where * len(text))
        text = text[:at] + instead + text[at + length :]
    return text


def _is_sound(line: LineIn) -> bool:
    return bool(line.text) and all(0 <= s.start < s.end <= len(line.text) and s.label for s in line.spans or ())


def _read(read: Callable[[], list[LineIn]]) -> None:
    try:
        lines = read()
    except AnnotatorError as error:
        assert str(error).startswith("f")
    else:
        assert all(map(_is_sound, lines))


@pytest.mark.parametrize("kind", FILES)
@few
@given(changes=damage)
def test_a_damaged_file_is_read_or_refused(kind: SpanFormat, changes: list[tuple[float, int, str]]) -> None:
    data = _damaged(FILES[kind].read_text(encoding="utf-8"), changes)
    _read(lambda: list(read_text(kind, data, "f")))
    detect_text(data, FILES[kind].name)


@pytest.mark.parametrize("kind", FILES)
@few
@given(data=st.text(max_size=60) | st.binary(max_size=60).map(lambda data: data.decode("utf-8", errors="replace")))
def test_any_text_is_read_or_refused(kind: SpanFormat, data: str) -> None:
    _read(lambda: list(read_text(kind, data, "f")))
    detect_text(data, FILES[kind].name)


@few
@given(changes=damage)
def test_a_damaged_brat_pair_is_read_or_refused(changes: list[tuple[float, int, str]]) -> None:
    text, annotations = (path.read_bytes().decode("utf-8") for path in (BRAT.with_suffix(".txt"), BRAT))
    _read(lambda: [read_brat(text, _damaged(annotations, changes), "f")])
    _read(lambda: [read_brat(_damaged(text, changes), annotations, "f")])


@few
@given(changes=damage)
def test_a_damaged_standoff_file_is_joined_or_refused(tmp_path: Path, changes: list[tuple[float, int, str]]) -> None:
    path, own = tmp_path / "f.jsonl", tmp_path / "own"
    own.mkdir(exist_ok=True)
    (own / "p.txt").write_bytes(BRAT.with_suffix(".txt").read_bytes())
    path.write_text(_damaged((GOLDEN / "standoff.jsonl").read_text(encoding="utf-8"), changes), encoding="utf-8")
    try:
        found = rehydrate(path, own)
    except AnnotatorError as error:
        assert str(error).startswith("f.jsonl")
    else:
        texts = [(d.line.text, m.state) for d in found.documents for m in d.marks]
        assert all(text[s.start : s.end] == s.surface for text, s in texts)


@few
@given(data=st.binary(max_size=60), suffix=st.sampled_from([".json", ".jsonl", ".txt", ".conll", ".ann"]))
def test_the_format_of_any_bytes_is_told_without_an_error(tmp_path: Path, data: bytes, suffix: str) -> None:
    (tmp_path / f"f{suffix}").write_bytes(data)
    detect(tmp_path / f"f{suffix}")
