"""Files as they would be imported, and what is stored of them."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator import places
from annotator.core.article import ArticleKind
from annotator.core.errors import InputError
from annotator.newsprint import plan as plans
from annotator.project.checking import problems
from annotator.project.importing import import_paths
from annotator.project.previewing import PreviewFile, read_files, reread, same_marked, store
from annotator.project.status import status_of
from annotator.project.workspace import Project
from annotator.store import articles

Page = Callable[[str, str], Path]
TEXT = "石桥村办起扶贫车间\n\n本报讯 石桥村办起扶贫车间,产业扶贫见了成效。\n\n卫生室开到村口\n\n本报讯 村医每周背着药箱上门一回。\n"


def edited(file: PreviewFile, plan: plans.Plan) -> PreviewFile:
    return replace(file, plan=plan)


def titles(project: Project) -> list[str]:
    return [one.layout.title for one in articles.each(project.connection)]


def rows(project: Project) -> list[tuple[object, ...]]:
    return project.connection.execute("SELECT id, kind, title, segments, breaks, repeats, paragraphs FROM article ORDER BY id").fetchall()


def test_reading_stores_nothing(project: Project, page: Page) -> None:
    (file,) = read_files(project, [page("a.txt", TEXT)])
    assert file.plan is not None
    assert status_of(project).pages == 0


def test_what_was_not_edited_is_stored_as_an_import_without_preview_would(demo: Project, project: Project) -> None:
    pages = sorted(Path(str(places.shipped("seeds", "pages"))).glob("*.txt"))
    report = store(project, read_files(project, pages))
    assert (report.pages, len(report.skipped)) == (len(pages), 0)
    assert rows(project) == rows(demo)


def test_edits_are_stored_and_the_project_is_sound(project: Project, page: Page) -> None:
    (file,) = read_files(project, [page("a.txt", TEXT)])
    assert file.plan is not None
    report = store(project, [edited(file, plans.merge(file.plan, 1))])
    assert (report.files, report.pages, report.articles) == (1, 1, 1)
    assert titles(project) == ["石桥村办起扶贫车间"]
    assert problems(project) == []


def test_the_same_page_again_adds_nothing_however_it_is_cut(project: Project, page: Page) -> None:
    path = page("a.txt", TEXT)
    store(project, read_files(project, [path]))
    (file,) = read_files(project, [path])
    assert file.is_known
    assert file.plan is not None
    report = store(project, [edited(file, plans.merge(file.plan, 1))])
    assert (report.pages, report.articles, report.known) == (0, 0, 1)
    assert len(titles(project)) == 2


def test_the_same_text_in_two_files_is_marked_and_stored_once(project: Project, page: Page) -> None:
    first, second = read_files(project, [page("a.txt", TEXT), page("b.txt", TEXT)])
    assert (first.same_as, second.same_as) == ("", "a.txt")
    report = store(project, [first, second])
    assert (report.pages, report.known) == (1, 1)


def test_a_file_named_twice_is_there_once(project: Project, page: Page) -> None:
    path = page("a.txt", TEXT)
    files = read_files(project, [path])
    assert len(same_marked([*files, *read_files(project, [path])])) == 1


def test_files_that_cannot_be_imported_are_there_with_the_reason(project: Project, page: Page, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    files = read_files(project, [page("a.txt", TEXT), page("empty.txt", ""), page("blank.txt", " \n"), tmp_path / "scan.pdf"])
    assert [str(file.error or "") for file in files[1:]] == [
        "empty.txt is empty.",
        "blank.txt holds no text.",
        str(files[3].error),
    ]
    assert "scan.pdf" in str(files[3].error)
    report = store(project, files)
    assert (report.files, [one.file for one in report.skipped]) == (1, ["empty.txt", "blank.txt", "scan.pdf"])


def test_a_page_left_out_is_not_stored(project: Project, page: Page) -> None:
    (file,) = read_files(project, [page("a.txt", TEXT)])
    assert file.plan is not None
    report = store(project, [edited(file, plans.exclude(file.plan, is_excluded=True))])
    assert [one.why for one in report.skipped] == ["a.txt was left out by hand."]
    assert status_of(project).pages == 0


def test_a_part_left_out_is_furniture_in_the_project(project: Project, page: Page) -> None:
    (file,) = read_files(project, [page("a.txt", TEXT)])
    assert file.plan is not None
    store(project, [edited(file, plans.set_kind(file.plan, 1, ArticleKind.FURNITURE))])
    assert [one.layout.kind for one in articles.each(project.connection)] == [ArticleKind.ARTICLE, ArticleKind.FURNITURE]


def test_jsonl_is_listed_without_a_plan_and_imported_as_it_is(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        json.dumps({"text": "产业扶贫见了成效。", "spans": [{"start": 0, "end": 4, "label": "INDUSTRY"}]}) + "\n", encoding="utf-8"
    )
    (file,) = read_files(project, [path])
    assert (file.plan, file.error, file.source.is_lines) == (None, None, True)
    report = store(project, [file])
    assert (report.files, report.articles, report.spans) == (1, 1, 1)


def test_another_encoding_reads_the_same_bytes_anew(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    (file,) = read_files(project, [path])
    tried = file.tried()
    assert (file.encoding, tried[0].encoding, tried[0].fails_at) == ("gb18030", "gb18030", None)
    assert tried[0].sample.startswith("石桥村办起扶贫车间 本报讯")
    assert next(one for one in tried if one.encoding == "utf-8").fails_at is not None
    wrong = reread(project, file, "utf-8")
    assert wrong.plan is None
    assert wrong.error is not None
    again = reread(project, wrong, "gb18030")
    assert again.plan is not None
    assert again.plan.text == TEXT


def test_an_import_after_a_preview_counts_as_known(project: Project, page: Page) -> None:
    path = page("a.txt", TEXT)
    store(project, read_files(project, [path]))
    assert import_paths(project, [path]).known == 1


def test_a_path_that_does_not_exist_is_said(project: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file or folder"):
        read_files(project, [tmp_path / "gone.txt"])


def test_a_document_that_is_a_page_is_cut_and_a_table_comes_as_it_is(project: Project, page: Page) -> None:
    table = page("table.csv", "标题,正文\n甲,石桥村办起扶贫车间，产业扶贫见了成效。\n乙,卫生室开到村口，村医每周来一回。\n")
    (file,) = read_files(project, [table])
    assert (file.plan, file.error) == (None, None)
    assert file.tried() == ()
    report = store(project, [file])
    assert (report.files, report.pages) == (1, 2)


def test_a_word_document_is_cut_like_a_page_and_stored_as_edited(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "page.docx"
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.splitlines())
    formats = "http://schemas.openxmlformats.org"
    main = f'<w:document xmlns:w="{formats}/wordprocessingml/2006/main"><w:body>'
    kind = f"{formats}/officeDocument/2006/relationships/officeDocument"
    leads = f'<Relationship Id="r1" Type="{kind}" Target="word/document.xml"/>'
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{formats}/package/2006/relationships">{leads}</Relationships>')
        archive.writestr("word/document.xml", f"{main}{paragraphs}</w:body></w:document>")
    (file,) = read_files(project, [path])
    assert file.plan is not None
    assert file.plan.articles == 2
    report = store(project, [edited(file, plans.merge(file.plan, 1))])
    assert (report.pages, report.articles) == (1, 1)
    assert titles(project) == ["石桥村办起扶贫车间"]
