"""Every format out of a real project: what is chosen, what is left out, that it comes back, and that nothing is half-written."""

import json
import shutil
import sys
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.core.article import ArticleKind, Layout, Repeat, Segment
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Condition, Draft, Kind
from annotator.core.errors import ExportError, InputError
from annotator.core.ids import assignment_id, sha256_of
from annotator.exchange.formats.card import Language
from annotator.exchange.formats.document import Options, Tags, Tokens, Unit
from annotator.exchange.formats.splitting import By
from annotator.exchange.formats.table import FORMATS, NAMES, READ
from annotator.newsprint import with_paragraphs
from annotator.project import annotating
from annotator.project.creating import new_project
from annotator.project.export_places import MANIFEST
from annotator.project.exporting import Choice, Layer, Splitting, Times, export
from annotator.project.importing import import_paths
from annotator.project.rehydrating import rehydrate_file
from annotator.project.rounds import GOLD
from annotator.project.workspace import Project
from annotator.store import articles, candidates
from annotator.store.articles import FileRecord
from annotator.store.file import transaction

AGAIN = "石桥村的扶贫车间里，三十多名乡亲正忙着缝制校服，他们说在家门口上班最踏实，工钱也按月发。"
PAGE = f"𠮷水县产业扶\n贫见成效。\n{AGAIN}\n驻村第一书记说：“雨露计划好。”\n{AGAIN}\n低保户也来上班。\n"
ALICE = ("产业扶\n贫", "INDUSTRY"), ("驻村第一书记", "CADRE"), ("雨露计划", "EDUCATION"), ("扶贫车间", "EMPLOYMENT"), ("低保", "SAFETYNET")
BOB = ("第一书记", "CADRE"), ("低保户", "SAFETYNET")
Marks = set[tuple[int, int, str, str]]


@dataclass(frozen=True)
class Study:
    """A project and the folder it lies in."""

    project: Project
    folder: Path

    def export(self, name: str, to: str = "", choice: Choice | None = None, options: Options | None = None, **more: Any) -> Path:  # noqa: ANN401
        out = self.folder / (to or f"out-{name}")
        export(self.project, out, name, choice or Choice(), options or Options(), **more)
        return out


def _decide(project: Project, name: str, article: str, wanted: tuple[tuple[str, str], ...], **where: str) -> None:
    person = annotating.person(project, name)
    round_name, condition = where.get("round", "main"), Condition(where.get("condition", "shown"))
    text = articles.text_of(project.connection, article)
    made = assignment_id(article, person, round_name, condition)
    drafts = [Draft(Kind.ADD, start=text.index(s), end=text.index(s) + len(s), label=label, surface=s) for s, label in wanted]
    if any(surface == "扶贫车间" for surface, _ in wanted):
        again = text.rindex("扶贫车间")
        drafts.append(Draft(Kind.ADD, start=again, end=again + 4, label="EMPLOYMENT", surface="扶贫车间"))
    drafts += [Draft(Kind.REJECT, c.id) for c in candidates.of_article(project.connection, article)]
    project.ledger.append(Assignment(made, article, person, round_name, condition), [*drafts, Draft(Kind.FINISH)], scheme_version=1)


@pytest.fixture
def study(project: Project, tmp_path: Path) -> Study:
    """An article with a break, a rare character and a paragraph printed twice, read by two people; and one that nobody read."""
    first = PAGE.index(AGAIN)
    second = PAGE.index(AGAIN, first + 1)
    at = PAGE.index("\n贫")
    layout = Layout(
        ArticleKind.ARTICLE, "产业扶贫", (Segment(0, 0, len(PAGE)),), ((at, at + 1),), (Repeat(second, second + len(AGAIN), first),)
    )
    other = "天气预报：明天晴，后天多云。\n"
    with transaction(project.connection):
        for text, of in ((PAGE, [layout]), (other, [Layout(ArticleKind.ARTICLE, "天气", (Segment(0, 0, len(other)),))])):
            articles.add_page(project.connection, sha256_of(text), text, with_paragraphs(text, of), {"date": "2019-10-17"})
            articles.add_file(project.connection, sha256_of(text), FileRecord("王芳.txt", "ab" * 32, 9, "utf-8"), "2026-06-01T00:00:00Z")
    (article, _) = articles.each(project.connection)
    start = PAGE.index("乡亲")
    candidates.replace(project.connection, article.id, [Proposal(start, start + 2, "OTHER", "乡亲", ("lexicon:乡亲",), 0.2)])
    _decide(project, "林晓", article.id, ALICE)
    _decide(project, "王芳", article.id, BOB, condition="blind")
    return Study(project, tmp_path)


def _marks(project: Project, by: str | None = None) -> Marks:
    query = """SELECT m.start, m."end", m.label, m.surface FROM mark AS m JOIN assignment AS s ON s.id = m.assignment
        JOIN annotator AS n ON n.id = s.annotator WHERE n.name = coalesce(?, n.name)"""
    return set(project.connection.execute(query, (by,)))


def _read(path: Path) -> bytes:
    """Return all that stands in a file or folder, archives unpacked, names of files too."""
    if path.is_dir():
        return b"".join(str(p.relative_to(path)).encode() + _read(p) for p in sorted(path.rglob("*")) if p.is_file())
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return b"".join(name.encode() + packed.read(name) for name in packed.namelist())
    data = path.read_bytes()
    return zlib.decompress(data) if data.startswith(b"x\x9c") else data


def _again(study: Study, files: Path, name: str | None) -> Project:
    """Return a fresh project with the same page, into which `files` were imported as the work of 林晓."""
    fresh = new_project(study.folder / "fresh.annot")
    with transaction(fresh.connection):
        for article in articles.each(study.project.connection):
            text = articles.page_text(study.project.connection, article.page)
            articles.add_page(fresh.connection, article.page, text, [article.layout], {})
    # doccano's lines hold no surfaces that could tell what their offsets count, and there is a rare character.
    import_paths(fresh, [files], by="林晓", format_name=name, unit="utf-16" if "doccano" in files.name else None)
    return fresh


@pytest.mark.parametrize("is_told", [True, False])
@pytest.mark.parametrize("name", READ)
def test_marks_come_back_through_every_format_that_is_read(study: Study, name: str, *, is_told: bool) -> None:
    marks = _marks(study.project, "林晓")
    # CoNLL has one tag a token; these marks do not overlap.
    out = study.export(name, f"{name}{_suffix(name)}", Choice(by="林晓", repeats=True))
    with _again(study, out, name if is_told else None) as fresh:
        assert _marks(fresh) == marks
        assert len(list(articles.each(fresh.connection))) == 2
        finished = fresh.connection.execute("SELECT count(*) FROM assignment WHERE finished IS NOT NULL").fetchone()
        assert finished[0] >= 1


@pytest.mark.parametrize("name", [name for name in READ if name != "brat"])
def test_healed_texts_without_repeats_come_back_to_their_article(study: Study, name: str) -> None:
    repeated = PAGE.rindex("扶贫车间")
    marks = {mark for mark in _marks(study.project, "林晓") if mark[0] != repeated or name == "jsonl"}
    out = study.export(name, f"{name}{_suffix(name)}", Choice(by="林晓"), Options(healed=True))
    with _again(study, out, name) as fresh:
        assert _marks(fresh) == marks
        assert len(list(articles.each(fresh.connection))) == 2


def _suffix(name: str) -> str:
    return {"spacy": ".spacy", "conll": ".conll", "brat": "", "label-studio": "", "cas": ""}.get(name, ".jsonl")


def test_standoff_mentions_come_back_with_the_texts(study: Study, tmp_path: Path) -> None:
    out = study.export("standoff", "out.jsonl", Choice(by="林晓", repeats=True))
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_bytes(PAGE.encode("gb18030"))
    report = rehydrate_file(out, tmp_path / "texts", tmp_path / "whole.jsonl")
    assert (report.articles, report.spans, len(report.refused)) == (1, 6, 1)
    with _again(study, tmp_path / "whole.jsonl", "jsonl") as fresh:
        assert _marks(fresh) == _marks(study.project, "林晓")


@pytest.mark.parametrize("name", NAMES)
def test_one_project_gives_the_same_bytes(study: Study, name: str) -> None:
    first, second = (study.export(name, to, language=Language.EN) for to in ("one", "two"))
    assert _read(first) == _read(second)
    assert (study.folder / "one.README.md").exists() is first.is_file()


@pytest.mark.parametrize("name", NAMES)
def test_pseudonyms_leave_no_name_anywhere(study: Study, name: str) -> None:
    open_, hidden = (study.export(name, str(h), Choice(pseudonyms=h, by="王芳"), language=Language.ZH) for h in (False, True))
    assert "王芳".encode() in _read(open_)
    for path in (hidden, study.folder / "True.README.md"):
        assert not path.exists() or ("王芳".encode() not in _read(path) and "林晓".encode() not in _read(path))
    assert b"A2" in _read(hidden)


def test_pseudonyms_leave_no_name_in_the_ledger(study: Study) -> None:
    out = study.export("jsonl", choice=Choice(Layer.LEDGER, pseudonyms=True))
    assert "王芳".encode() not in out.read_bytes()
    (line, _) = [json.loads(text) for text in out.read_text(encoding="utf-8").splitlines()]
    assert {d["by"] for d in line["decisions"]} == {"A1", "A2"}
    assert {d["assignment"] for d in line["decisions"]}.isdisjoint(
        row[0] for row in study.project.connection.execute("SELECT id FROM assignment")
    )


def test_a_pseudonym_stays_when_others_join(study: Study) -> None:
    before = study.export("csv", choice=Choice(pseudonyms=True)).read_bytes()
    _decide(study.project, "阿明", next(articles.each(study.project.connection)).id, ())
    after = study.export("csv", "later", Choice(pseudonyms=True)).read_bytes()
    assert before.splitlines()[1:3] == after.splitlines()[1:3]


@pytest.mark.parametrize(("times", "at"), [(Times.DAY, 10), (Times.NONE, 0)])
def test_times_stand_neither_in_rows_nor_in_ids(study: Study, times: Times, at: int) -> None:
    exact = _ledger(study, Times.EXACT)
    blurred = _ledger(study, times)
    assert [len(d["at"] or "") for d in blurred["decisions"]] == [at] * len(blurred["decisions"])
    assert {d["id"] for d in blurred["decisions"]}.isdisjoint(d["id"] for d in exact["decisions"])
    milliseconds = {int(d["id"].replace("-", "")[:12], 16) for d in blurred["decisions"]}
    assert all(ms % 86_400_000 == 0 for ms in milliseconds)
    assert [(d["kind"], d["text"]) for d in _in_order(blurred)] == [(d["kind"], d["text"]) for d in _in_order(exact)]
    assert {s["id"] for s in blurred["spans"]} <= {d["id"] for d in blurred["decisions"]}
    marks = study.export("jsonl", "marks", Choice(times=times)).read_text(encoding="utf-8").splitlines()
    assert {s["id"] for s in json.loads(marks[0])["spans"]} == {s["id"] for s in blurred["spans"]}


def _ledger(study: Study, times: Times) -> dict[str, Any]:
    out = study.export("jsonl", f"ledger-{times}", Choice(Layer.LEDGER, times=times))
    line: dict[str, Any] = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    return line


def _in_order(line: dict[str, Any]) -> list[dict[str, Any]]:
    return sorted(line["decisions"], key=lambda d: (d["assignment"], d["id"]))


@pytest.mark.parametrize("name", [name for name in NAMES if FORMATS[name].holds_text and not FORMATS[name].is_native])
def test_what_is_printed_again_is_in_it_once_unless_asked_for(study: Study, name: str) -> None:
    if name in {"spacy", "conll", "huggingface"}:
        options = Options(tokens=Tokens.CHARACTERS)
        once, twice = (study.export(name, str(r), Choice(repeats=r), options) for r in (False, True))
        assert len(_read(once)) < len(_read(twice))
    else:
        once, twice = (study.export(name, str(r), Choice(by="林晓", repeats=r)) for r in (False, True))
        assert _read(twice).count("三十多名".encode()) == 2 * _read(once).count("三十多名".encode())


def test_a_table_leaves_out_marks_in_repeats_and_keeps_offsets_of_the_article(study: Study) -> None:
    report = export(study.project, study.folder / "o.csv", "csv", Choice(by="林晓"))
    rows = (study.folder / "o.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [loss.what for loss in report.losses] == ["repeat"]
    low = PAGE.index("低保")
    assert sum(f",扶贫车间,{PAGE.index('扶贫车间')}," in row for row in rows) == 1
    assert any(f",低保,{low},{low + 2}," in row for row in rows)


def test_gold_is_what_an_adjudicator_finished(study: Study) -> None:
    with pytest.raises(ExportError, match="There is no gold yet"):
        study.export("jsonl", "gold", Choice(Layer.GOLD))
    assert not (study.folder / "gold").exists()
    article = next(articles.each(study.project.connection))
    _decide(study.project, "赵敏", article.id, BOB[1:], round=GOLD)
    (line,) = study.export("jsonl", "gold", Choice(Layer.GOLD)).read_text(encoding="utf-8").splitlines()
    assert [(s["text"], s["by"]) for s in json.loads(line)["spans"]] == [("低保户", "赵敏")]
    with pytest.raises(ExportError, match="not in main"):
        study.export("jsonl", "gold", Choice(Layer.GOLD, round_name="main"))


def test_a_condition_leaves_only_its_work(study: Study) -> None:
    out = study.export("jsonl", choice=Choice(condition=Condition.BLIND))
    line = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert {s["by"] for s in line["spans"]} == {"王芳"}
    assert line["meta"]["finished"] == ["王芳"]


def test_rejections_are_hard_negatives_where_a_format_holds_them(study: Study) -> None:
    rows = study.export("csv", choice=Choice(by="林晓")).read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[3] for row in rows if ",rejected," in row] == ["乡亲"]
    report = export(study.project, study.folder / "o.conll", "conll", Choice(by="林晓"))
    assert {loss.what: loss.count for loss in report.losses} == {"rejected": 1, "repeat": 1}


def test_options_reach_the_formats(study: Study) -> None:
    words = study.export("conll", "w", options=Options(Tokens.WORDS, Tags.BIOES)).read_text(encoding="utf-8")
    assert "\tS-" in words
    units = [
        study.export("doccano", u, Choice(by="林晓"), Options(unit=Unit(u))).read_text(encoding="utf-8") for u in ("utf-16", "code-points")
    ]
    firsts = [json.loads(text.splitlines()[0])["label"][0][0] for text in units]
    assert firsts == [PAGE.index("产业") + 1, PAGE.index("产业")]
    assert "sentence" in study.export("csv", "s", options=Options(sentences=True)).read_text(encoding="utf-8-sig").splitlines()[0]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "jsonl"])
def test_the_ledger_is_written_in_no_other_format(study: Study, name: str) -> None:
    with pytest.raises(ExportError, match="only be written as one file of jsonl"):
        study.export(name, choice=Choice(Layer.LEDGER))


@pytest.mark.parametrize("name", NAMES)
def test_a_surface_that_is_not_in_the_text_stops_every_format(study: Study, name: str) -> None:
    study.project.connection.execute("UPDATE decision SET surface = '不在' WHERE surface = '雨露计划'")
    before = sorted(study.folder.iterdir())
    with pytest.raises(ExportError, match="Article A0001 says “雨露计划”"):
        study.export(name)
    assert sorted(study.folder.iterdir()) == before


@pytest.mark.parametrize("splitting", [None, Splitting((8, 2))])
@pytest.mark.parametrize("name", NAMES)
def test_an_export_that_is_stopped_leaves_nothing(study: Study, name: str, splitting: Splitting | None) -> None:
    def stop(done: int, everything: int) -> None:
        if done == everything:
            raise KeyboardInterrupt

    before = sorted(study.folder.iterdir())
    with pytest.raises(KeyboardInterrupt):
        study.export(name, splitting=splitting, progress=stop)
    assert sorted(study.folder.iterdir()) == before
    assert not study.project.connection.in_transaction


def test_a_folder_takes_the_place_of_an_earlier_export_only(study: Study) -> None:
    out = study.export("brat")
    study.export("label-studio", "out-brat")
    assert (out / "tasks.json").exists()
    assert not (out / "annotation.conf").exists()
    (out / "notes.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"holds notes\.txt"):
        study.export("brat")
    (out / "notes.txt").unlink()
    (out / "config.xml").write_text("changed")
    with pytest.raises(ExportError, match=r"holds config\.xml"):
        study.export("brat")
    assert (out / "config.xml").read_text() == "changed"


def test_a_folder_with_other_things_is_refused_and_an_empty_one_is_not(study: Study) -> None:
    (study.folder / "empty").mkdir()
    assert (study.export("brat", "empty") / MANIFEST).exists()
    (study.folder / "mine").mkdir()
    (study.folder / "mine" / "a.txt").write_text("mine")
    with pytest.raises(ExportError, match="other things in it"):
        study.export("brat", "mine")
    assert [p.name for p in (study.folder / "mine").iterdir()] == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX")
def test_a_full_disk_leaves_the_folder_of_before(study: Study) -> None:
    import resource  # noqa: PLC0415 (POSIX only)

    out = study.export("cas")
    before = _read(out)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, hard))
    try:
        with pytest.raises(ExportError, match="out-cas cannot be written: File too large"):
            study.export("cas")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert _read(out) == before


def _corpus(folder: Path, count: int) -> Project:
    """Return a project of articles by two newspapers, every fifth printed twice with other spaces, half of it read blind."""
    project = new_project(folder / "corpus.annot")
    lines = []
    for i in range(count):
        names = ("产业扶贫", "雨露计划") if i % 2 else ("扶贫车间",)
        text = f"第{i}号：" + "，".join(f"{chr(0x4E00 + i * 97 + j * 13)}{chr(0x5E00 + i * 31 + j)}村{i * 7 + j}" for j in range(30)) + "。"
        lines.append(text + "和".join(names) + "。")
        if i % 5 == 0:
            lines.append(lines[-1].replace("，", "， ", 1))
    with transaction(project.connection):
        for i, text in enumerate(lines):
            of = [Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),))]
            paper = {"报纸": f"报{i * 6 // len(lines)}", "date": f"20{13 + i * 5 // len(lines)}-01-01"}
            articles.add_page(project.connection, sha256_of(text), text, with_paragraphs(text, of), paper)
    for i, article in enumerate(list(articles.each(project.connection))):
        wanted = tuple((s, "INDUSTRY") for s in ("产业扶贫", "雨露计划") if s in article.text)
        _decide(project, "林晓", article.id, wanted, condition="blind" if i % 2 else "shown")
    return project


@pytest.mark.parametrize("by", list(By))
def test_a_split_keeps_together_what_belongs_together(tmp_path: Path, by: By) -> None:
    with _corpus(tmp_path, 40) as project:
        report = export(project, tmp_path / "out", "jsonl", Choice(), splitting=Splitting((6, 2, 2), seed=3, by=by))
        again = export(project, tmp_path / "two", "jsonl", Choice(), splitting=Splitting((6, 2, 2), seed=3, by=by))
        assert _read(tmp_path / "out") == _read(tmp_path / "two")
    assert report == again
    parts = {p.stem: [json.loads(line) for line in p.read_text(encoding="utf-8").splitlines()] for p in (tmp_path / "out").glob("*.jsonl")}
    assert {name: len(lines) for name, lines in parts.items()} == dict(report.splits)
    assert set(parts) == {"train", "validation", "test"}
    assert all(parts.values())
    assert sum(report.splits.values()) == report.articles == 48
    side: dict[str, str] = {}
    for name, lines in parts.items():
        for line in lines:
            fields = line["meta"]["fields"]
            keys = [line["text"].replace(" ", ""), {By.NEWSPAPER: fields["报纸"], By.YEAR: fields["date"][:4]}.get(by, "")]
            for key in filter(None, keys):
                assert side.setdefault(key, name) == name
    said = json.loads((tmp_path / "out" / MANIFEST).read_text(encoding="utf-8"))
    assert {part: count["articles"] for part, count in said["splits"].items()} == dict(report.splits)
    assert said["command"][:6] == ["annotator", "export", "corpus.annot", "OUT", "--format", "jsonl"]
    assert (tmp_path / "out" / "README.md").read_text(encoding="utf-8").startswith("# corpus")


@pytest.mark.parametrize("name", NAMES)
def test_every_format_can_be_split(tmp_path: Path, name: str) -> None:
    with _corpus(tmp_path, 12) as project:
        report = export(project, tmp_path / "out", name, Choice(), splitting=Splitting((8, 2)))
    assert set(report.splits) == {"train", "test"}
    assert json.loads((tmp_path / "out" / MANIFEST).read_text(encoding="utf-8"))["splits"]["test"]["articles"] == report.splits["test"]


def test_a_blind_test_holds_only_what_was_read_blind(tmp_path: Path) -> None:
    with _corpus(tmp_path, 30) as project:
        export(project, tmp_path / "out", "jsonl", Choice(), splitting=Splitting((8, 2), blind_test=True))
        blind = {row[0] for row in project.connection.execute("SELECT article FROM assignment WHERE condition = 'blind'")}
    test = {json.loads(line)["id"] for line in (tmp_path / "out" / "test.jsonl").read_text(encoding="utf-8").splitlines()}
    assert test
    assert test <= blind


@pytest.mark.parametrize(("ratios", "why"), [((1.0,), "two or three parts"), ((1, 0), "above zero"), ((1, 1, 1, 1), "two or three")])
def test_a_split_that_is_none_is_refused(study: Study, ratios: tuple[float, ...], why: str) -> None:
    with pytest.raises(ExportError, match=why):
        study.export("jsonl", splitting=Splitting(ratios))
    assert not (study.folder / "out-jsonl").exists()


def test_an_export_folder_is_imported_without_its_readme_and_manifest(study: Study) -> None:
    out = study.export("doccano", "doccano", Choice(by="林晓", repeats=True), splitting=Splitting((1, 1)))
    with _again(study, out, None) as fresh:
        assert _marks(fresh) == _marks(study.project, "林晓")
        assert len(list(articles.each(fresh.connection))) == 2


Page = Callable[[str, str], Path]


def test_labels_are_renamed_left_out_or_refused_with_all_that_are_unknown(project: Project, page: Page) -> None:
    lines = [{"text": f"第{i}篇产业扶贫雨露", "label": [[3, 7, "产业"], [7, 9, "教育"]]} for i in range(3)]
    path = page("d.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    with pytest.raises(InputError, match=r"d\.jsonl, line 1: the scheme has no label 产业\. Unknown labels: 产业 \(3\), 教育 \(3\)\."):
        import_paths(project, [path], by="a")
    assert _marks(project) == set()
    import_paths(project, [path], by="a", labels={"产业": "INDUSTRY", "教育": ""})
    assert {(mark[2], mark[3]) for mark in _marks(project)} == {("INDUSTRY", "产业扶贫")}
    with pytest.raises(InputError, match="产业 cannot become NOPE"):
        import_paths(project, [path], by="a", labels={"产业": "NOPE"})


def test_another_width_and_other_spaces_are_the_same_text(project: Project, page: Page) -> None:
    import_paths(project, [page("a.txt", "产业扶贫，见效ABC。\n雨露\n计划\n")], whole=True)
    (article,) = articles.each(project.connection)
    given = {
        "id": article.id,
        "text": "产业扶贫,见效 ＡＢＣ。雨露计划",
        "spans": [{"start": 14, "end": 16, "label": "OTHER", "text": "计划"}],
    }
    given["spans"].append({"start": 12, "end": 16, "label": "EDUCATION", "text": "雨露计划"})  # type: ignore[attr-defined]
    import_paths(project, [page("b.jsonl", json.dumps(given))], by="a")
    assert {(mark[2], mark[3]) for mark in _marks(project)} == {("OTHER", "计划"), ("EDUCATION", "雨露\n计划")}


def test_an_archive_is_the_same_every_time_and_its_ledger_gives_the_same_marks(study: Study, tmp_path: Path) -> None:
    from annotator.project.archiving import archive, checked_sums  # noqa: PLC0415

    report = archive(study.project, tmp_path / "a.zip", Choice())
    archive(study.project, tmp_path / "b.zip", Choice())
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert checked_sums(tmp_path / "a.zip") == []
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert len(packed.namelist()) == report.files
        packed.extractall(tmp_path / "whole")
    assert (tmp_path / "whole" / "pages" / "00001.txt").read_text(encoding="utf-8") == PAGE
    assert "question" in (tmp_path / "whole" / "rulings.csv").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "whole" / "agreement.json").read_text(encoding="utf-8"))["people"] == ["林晓", "王芳"]
    lines = [json.loads(line) for line in (tmp_path / "whole" / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    shutil.rmtree(tmp_path / "whole" / "pages")
    with new_project(tmp_path / "rebuilt.annot") as rebuilt:
        for name in ("林晓", "王芳"):
            path = tmp_path / f"{name}.jsonl"
            mine = [{**line, "spans": [s for s in line["spans"] if s["by"] == name]} for line in lines if name in line["meta"]["finished"]]
            path.write_text("".join(json.dumps(line) + "\n" for line in mine), encoding="utf-8")
            import_paths(rebuilt, [path], by=name)
            assert _marks(rebuilt, name) == _marks(study.project, name)


def test_an_archive_without_texts_has_none_and_no_names(study: Study, tmp_path: Path) -> None:
    from annotator.project.archiving import archive, checked_sums  # noqa: PLC0415

    archive(study.project, tmp_path / "a.zip", Choice(pseudonyms=True, times=Times.DAY), with_text=False)
    said = _read(tmp_path / "a.zip").decode()
    assert checked_sums(tmp_path / "a.zip") == []
    assert "三十多名" not in said
    assert "天气预报" not in said
    assert "雨露计划" in said
    assert "王芳" not in said
    assert "林晓" not in said


def test_a_stopped_archive_leaves_nothing(study: Study, tmp_path: Path) -> None:
    from annotator.project.archiving import archive  # noqa: PLC0415

    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        archive(study.project, tmp_path / "a.zip", Choice(), progress=stop)
    assert sorted(tmp_path.iterdir()) == before
