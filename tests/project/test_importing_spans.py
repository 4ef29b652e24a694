"""What would come of annotations is counted without storing anything, and is what comes of them."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import Segment
from annotator.core.errors import InputError
from annotator.core.ids import article_id, sha256_of
from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn
from annotator.exchange.reading_spans import SpanFormat, read_rows
from annotator.newsprint import normalise, read_whole
from annotator.project import looking_through
from annotator.project.backing_up import backups_of, folder_of, restore
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing_spans import MOST_LABELS, SpanPlan, plan_spans, store_spans
from annotator.project.sources import How
from annotator.project.span_files import apart
from annotator.project.text_homes import Way
from annotator.project.workspace import Project
from annotator.store import integrity

RARE = "𠮷家沟的产业扶贫见了成效，雨露计划也好。"
PLAIN = "石桥村办起扶贫车间，雨露计划也来了。"
Write = Callable[..., Path]


@pytest.fixture
def study(empty_project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_project, tmp_path / "study.annot"))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a file of doccano, one text and its spans `(start, end, label)` a line."""

    def written(name: str, *lines: tuple[str, Sequence[tuple[int, int, str]]] | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        said = [one if isinstance(one, str) else json.dumps({"text": one[0], "label": one[1]}, ensure_ascii=False) for one in lines]
        path.write_text("".join(f"{one}\n" for one in said), encoding="utf-8")
        return path

    return written


def plan(study: Path, *paths: Path, labels: Mapping[str, str] | None = None, **how: str) -> SpanPlan:
    with Project.open(study, write=False) as project:
        return plan_spans(project, paths, How(labels=labels or {}, **how))  # type: ignore[arg-type]


def store(study: Path, planned: SpanPlan, how: How | None = None) -> Path:
    with Project.open(study) as project:
        stored = store_spans(project, planned, how or planned.how)
        assert list(integrity.problems(project.connection)) == []
        return stored.backup


def proposed(study: Path, tmp_path: Path) -> Counter[tuple[str, str]]:
    """Return the candidates of a project: how often which words with which label."""
    with Project.open(study, write=False) as project:
        export_jsonl(project, tmp_path / "out.jsonl", layer=Layer.CANDIDATES)
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "out.jsonl").unlink()
    return Counter((span["text"], span["label"]) for line in lines for span in json.loads(line)["spans"])


def why(planned: SpanPlan) -> list[str]:
    return [str(error) for file in planned.files for error in file.refused]


def test_what_is_counted_is_what_is_stored_and_counting_stores_nothing(study: Path, write: Write, tmp_path: Path) -> None:
    file = write("a.jsonl", (PLAIN, [(5, 9, "INDUSTRY"), (10, 14, "EDUCATION")]), (RARE[1:], [(3, 7, "INDUSTRY")]), (PLAIN, []))
    before = study.read_bytes()
    planned = plan(study, file)
    assert study.read_bytes() == before
    assert planned.ways == {Way.NEW: 2, Way.SAME: 1}
    assert planned.labels == {"INDUSTRY": 2, "EDUCATION": 1}
    store(study, planned)
    assert sum(proposed(study, tmp_path).values()) == 3
    assert plan(study, file).ways == {Way.SAME: 3}, "everything is known now"


def test_white_space_and_width_are_said_to_differ(study: Path, tmp_path: Path) -> None:
    native = tmp_path / "native.jsonl"
    native.write_text(json.dumps({"text": PLAIN, "spans": []}, ensure_ascii=False) + "\n", encoding="utf-8")
    store(study, plan(study, native))
    with Project.open(study, write=False) as project:
        (article,) = project.connection.execute("SELECT id FROM article").fetchone()
    spans = [{"start": 12, "end": 16, "label": "EDUCATION"}]
    line = {"id": article, "text": "  " + PLAIN.replace("，", ","), "spans": spans}
    native.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    planned = plan(study, native)
    assert planned.ways == {Way.ALIGNED: 1}
    store(study, planned)
    assert proposed(study, tmp_path) == {("雨露计划", "EDUCATION"): 1}


def test_every_line_that_is_refused_is_listed_with_its_number(study: Path, write: Write) -> None:
    file = write("a.jsonl", (PLAIN, [(5, 99, "X")]), (PLAIN, []), "{broken", (" ", []), (PLAIN, [(3, 3, "X")]))
    planned = plan(study, file)
    said = why(planned)
    assert [sentence.split(":")[0] for sentence in said] == [f"a.jsonl, line {number}" for number in (1, 3, 4, 5)]
    assert not planned.taken


def test_a_wrong_format_is_not_read_to_the_end(study: Path, write: Write) -> None:
    file = write("a.jsonl", *["{}"] * 1_000)
    (found,) = plan(study, file, format_name="doccano").files
    assert len(found.refused) == 100


def test_refusals_of_many_files_stay_few(study: Path, write: Write, tmp_path: Path) -> None:
    for number in range(25):
        write(f"many/{number}.jsonl", (PLAIN, [(0, 1, "X")]), *["{}"] * 150)
    planned = plan(study, tmp_path / "many")
    assert sum(len(file.refused) for file in planned.files) < 2_100
    assert sum(len(file.refused) + file.more for file in planned.files) == 2_500


def test_a_file_with_thousands_of_labels_is_refused(study: Path, write: Write) -> None:
    file = write("a.jsonl", *((PLAIN, [(0, 1, f"L{at}_{n}") for n in range(50)]) for at in range(40)))
    assert f"more than {MOST_LABELS} labels" in why(plan(study, file))[0]


@pytest.mark.parametrize(
    ("span", "unit"),
    [((10, 14), None), ((13, 17), "code-points"), ((14, 18), "utf-16")],
)
def test_the_words_marked_elsewhere_tell_what_offsets_count(study: Path, write: Write, span: tuple[int, int], unit: str | None) -> None:
    rare, plain = RARE.replace("雨露计划", "某某新事"), PLAIN.replace("雨露计划", "某某新事")
    file = write("a.jsonl", (plain, [(10, 14, "EDUCATION")]), (rare, [(*span, "EDUCATION")]))
    assert plan(study, file).unit == unit
    assert plan(study, file, unit="utf-16").unit == "utf-16"


def test_the_lexicon_tells_what_offsets_count(study: Path, write: Write) -> None:
    assert plan(study, write("a.jsonl", (RARE, [(13, 17, "EDUCATION")]))).unit == "code-points"
    assert plan(study, write("a.jsonl", (RARE, [(14, 18, "EDUCATION")]))).unit == "utf-16"


def test_files_that_count_differently_are_each_read_by_what_they_tell(study: Path, write: Write, tmp_path: Path) -> None:
    points = write("points.jsonl", (PLAIN, [(10, 14, "EDUCATION")]), (RARE, [(13, 17, "EDUCATION")]))
    utf16 = write("utf16.jsonl", (PLAIN, [(10, 14, "EDUCATION")]), (RARE, [(14, 18, "EDUCATION")]))
    planned = plan(study, points, utf16)
    assert [file.unit for file in planned.taken] == ["code-points", "utf-16"]
    assert planned.unit is None
    store(study, planned)
    assert proposed(study, tmp_path) == {("雨露计划", "EDUCATION"): 2}


def test_what_one_file_tells_is_not_taken_for_another_that_does_not(study: Path, write: Write, tmp_path: Path) -> None:
    utf16 = write("a.jsonl", (PLAIN, [(10, 14, "EDUCATION")]), (RARE, [(14, 18, "EDUCATION")]))
    unsure = write("b.jsonl", (RARE[:-1], [(3, 5, "OTHER")]))
    planned = plan(study, utf16, unsure)
    assert [file.source.name for file in planned.taken] == ["a.jsonl"]
    (said,) = why(planned)
    assert said.startswith("b.jsonl, line 1")
    assert "Say which it is" in said
    store(study, planned)
    assert proposed(study, tmp_path) == {("雨露计划", "EDUCATION"): 2}
    assert len(plan(study, utf16, unsure, unit="utf-16").taken) == 2, "somebody said it"


def test_a_folder_with_other_files_is_taken_file_by_file(study: Path, write: Write, tmp_path: Path) -> None:
    file = write("mixed/in/a.jsonl", (PLAIN, [(5, 9, "INDUSTRY")]))
    assert plan(study, tmp_path / "mixed").paths == (tmp_path / "mixed",)
    (tmp_path / "mixed" / "note.txt").write_text("随手记。\n", encoding="utf-8")
    planned = plan(study, tmp_path / "mixed")
    assert planned.paths == (file,)
    assert [found.source.name for found in planned.taken] == ["a.jsonl"]
    assert [found.source.name for found in planned.files if not found.kind] == ["note.txt"]


def test_what_a_refused_file_would_have_brought_is_new_in_the_next(study: Path, write: Write) -> None:
    bad = write("1.jsonl", (PLAIN, [(5, 9, "INDUSTRY")]), "{broken")
    good = write("2.jsonl", (PLAIN, [(5, 9, "INDUSTRY")]))
    assert plan(study, bad, good).ways == {Way.NEW: 1}


def native(path: Path, *lines: tuple[str | None, str, int]) -> Path:
    """Write lines of ours with an id, a text and one span of four characters that begins there."""
    spans = [[{"start": at, "end": at + 4, "label": "EDUCATION"}] for _, _, at in lines]
    said = [{"text": text, "spans": own} | ({} if id_ is None else {"id": id_}) for (id_, text, _), own in zip(lines, spans, strict=True)]
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in said), encoding="utf-8")
    return path


PLAIN_ID = article_id(sha256_of(PLAIN), (Segment(0, 0, len(PLAIN)),))


def test_an_id_of_an_article_that_the_file_itself_brings_is_known_when_it_is_counted(study: Path, tmp_path: Path) -> None:
    planned = plan(study, native(tmp_path / "a.jsonl", (None, PLAIN, 10), (PLAIN_ID, f"{PLAIN}又来了。", 10)))
    assert not planned.taken
    assert why(planned) == [
        f"a.jsonl, line 2: the text is not that of article {PLAIN_ID} in this project. Nothing of this file was imported."
    ]


def test_a_copy_of_an_article_that_another_file_brings_is_aligned_with_it(study: Path, tmp_path: Path) -> None:
    first = native(tmp_path / "a.jsonl", (None, PLAIN, 10))
    second = native(tmp_path / "b.jsonl", (PLAIN_ID, "  " + PLAIN.replace("，", ","), 12))
    planned = plan(study, first, second)
    assert planned.ways == {Way.NEW: 1, Way.ALIGNED: 1}
    store(study, planned)
    assert proposed(study, tmp_path) == {("雨露计划", "EDUCATION"): 1}
    with Project.open(study, write=False) as project:
        assert project.connection.execute("SELECT id FROM article").fetchall() == [(PLAIN_ID,)]


def test_an_id_that_only_a_refused_file_would_have_brought_is_not_known(study: Path, tmp_path: Path) -> None:
    refused = native(tmp_path / "a.jsonl", (None, PLAIN, 10), (None, PLAIN, 99))
    other = native(tmp_path / "b.jsonl", (PLAIN_ID, f"{PLAIN}又来了。", 10))
    planned = plan(study, refused, other)
    assert planned.ways == {Way.NEW: 1}
    store(study, planned)


@given(st.lists(st.sampled_from(["\n", "\n\n\n", " ", "　", "本报讯 ", PLAIN, "图为", "□ 林晓", "“", "\t", "a"]), min_size=1).map("".join))
def test_a_text_that_becomes_one_article_is_all_of_it(given_text: str) -> None:
    text = normalise(given_text)
    assert [layout.segments for layout in read_whole(text)] == [(Segment(0, 0, len(text)),)]


class StoppedError(Exception):
    """Somebody thought better of it."""


def test_stopping_in_the_middle_leaves_nothing_not_even_the_backup(study: Path, write: Write) -> None:
    lines = [(f"{PLAIN}第{n}篇。", [(5, 9, "INDUSTRY")]) for n in range(200)]
    planned = plan(study, write("a.jsonl", *lines), write("b.jsonl", *lines))
    seen = []

    def moved(done: int, everything: int) -> None:
        seen.append(done)
        if 2 * done > everything:
            raise StoppedError

    with Project.open(study) as project:
        with pytest.raises(StoppedError):
            store_spans(project, planned, planned.how, progress=moved)
        counts = "SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM article), (SELECT count(*) FROM candidate)"
        assert project.connection.execute(counts).fetchone() == (0, 0, 0)
    assert backups_of(study) == []
    assert seen == sorted(seen)


def test_telling_what_offsets_count_says_how_far_it_is_and_can_be_stopped(study: Path, write: Write) -> None:
    file = write("a.jsonl", *((f"{RARE}第{n}篇。", [(13, 17, "EDUCATION")]) for n in range(300)))
    seen: list[int] = []

    def moved(done: int, _everything: int) -> None:
        seen.append(done)
        if len(set(seen)) > 5:
            raise StoppedError

    with Project.open(study, write=False) as project, pytest.raises(StoppedError):
        plan_spans(project, [file], How(), progress=moved)
    assert seen == sorted(seen)
    assert 0 < seen[-1] < 300, "it was told before anything was counted"


def test_going_on_behind_lines_that_are_refused_reads_no_line_twice(study: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def heard(rows: Iterable[str]) -> Iterator[str]:
        for row in rows:
            seen.append(row)
            yield row

    def reading(kind: SpanFormat, rows: Iterable[str], name: str, unit: Unit | None) -> Iterator[LineIn]:
        return read_rows(kind, heard(rows), name, unit)

    monkeypatch.setattr(looking_through, "read_rows", reading)
    lines = [(f"{PLAIN}第{n}篇。", [(0, 99 if n % 10 == 9 else 3, "OTHER")]) for n in range(200)]
    planned = plan(study, write("a.jsonl", *lines))
    assert [sentence.split(":")[0] for sentence in why(planned)] == [f"a.jsonl, line {n}" for n in range(10, 201, 10)]
    assert len(seen) == 200


def test_a_file_that_changed_since_it_was_counted_takes_everything_back(study: Path, write: Write) -> None:
    first, second = write("a.jsonl", (PLAIN, [(5, 9, "INDUSTRY")])), write("b.jsonl", (RARE[1:], [(0, 1, "INDUSTRY")]))
    planned = plan(study, first, second)
    write("b.jsonl", (RARE, [(0, 99, "INDUSTRY")]))
    with Project.open(study) as project:
        with pytest.raises(InputError, match=r"b\.jsonl was changed after it was counted"):
            store_spans(project, planned, planned.how)
        assert project.connection.execute("SELECT count(*) FROM article").fetchone() == (0,)


def test_a_file_in_the_place_of_the_one_that_was_counted_is_refused_though_it_could_be_imported(study: Path, write: Write) -> None:
    first, second = write("a.jsonl", (PLAIN, [(5, 9, "INDUSTRY")])), write("b.jsonl", (RARE[1:], [(0, 1, "INDUSTRY")]))
    planned = plan(study, first, second)
    write("b.jsonl", (RARE[1:], [(0, 2, "INDUSTRY")]))
    with Project.open(study) as project:
        with pytest.raises(InputError, match=r"b\.jsonl was changed after it was counted"):
            store_spans(project, planned, planned.how)
        assert project.connection.execute("SELECT count(*) FROM article").fetchone() == (0,)
    assert backups_of(study) == []


def test_of_a_pair_of_brats_the_annotations_may_not_change_either(study: Path, write: Write) -> None:
    text = write("brat/page.txt", PLAIN)
    write("brat/page.ann", "T1\tINDUSTRY 5 9\t扶贫车间")
    planned = plan(study, text)
    assert planned.ways == {Way.NEW: 1}
    write("brat/page.ann", "T1\tINDUSTRY 5 7\t扶贫")
    with Project.open(study) as project, pytest.raises(InputError, match=r"page\.txt was changed after it was counted"):
        store_spans(project, planned, planned.how)


def test_the_backup_made_before_takes_an_import_back(study: Path, write: Write) -> None:
    planned = plan(study, write("a.jsonl", (PLAIN, [(5, 9, "INDUSTRY")])))
    backup = store(study, planned, How(by="林晓"))
    assert backup.parent == folder_of(study)
    with Project.open(study) as project:
        assert project.connection.execute("SELECT count(*) FROM decision").fetchone() == (2,)
        restore(project, backup)
        assert project.connection.execute("SELECT count(*) FROM decision").fetchone() == (0,)
        assert project.connection.execute("SELECT count(*) FROM article").fetchone() == (0,)


def test_annotations_are_told_from_pages_at_a_glance(write: Write, tmp_path: Path) -> None:
    doccano = write("a.jsonl", (PLAIN, [(5, 9, "INDUSTRY")]))
    texts = write("texts.jsonl", json.dumps({"text": PLAIN}, ensure_ascii=False))
    page = write("page.txt", PLAIN)
    conll = write("tagged.txt", "石 O", "桥 B-OTHER", "村 I-OTHER")
    brat = write("brat/page.txt", PLAIN)
    write("brat/page.ann", "T1\tINDUSTRY 5 9\t扶贫车间")
    folder = write("pages/in/b.txt", PLAIN).parent.parent
    gone = tmp_path / "gone.jsonl"
    held, others = apart([doccano, texts, page, conll, brat, brat.parent, folder, gone])
    assert held == [doccano, conll, brat, brat.parent]
    assert others == [texts, page, folder, gone]


def test_of_many_files_only_the_first_are_opened_and_the_others_follow(write: Write) -> None:
    files = [write(f"{n:02}.jsonl", (PLAIN, [(5, 9, "INDUSTRY")])) for n in range(12)]
    assert apart(files) == (files, [])
