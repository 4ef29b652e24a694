import io
from collections.abc import Callable

import docx
import pytest

from annotator.exchange.reading import Document

Read = Callable[..., tuple[list[Document], list[str]]]
Make = Callable[..., bytes]
Text = Callable[[str, bytes], str]


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_paragraphs_and_cells_come_in_their_order(read: Read) -> None:
    made = docx.Document()
    made.add_heading("扶贫车间开工", level=1)
    made.add_paragraph("本报讯\t记者张三")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "县名", "云岭县"
    made.add_paragraph("第二段\n有换行")
    out = io.BytesIO()
    made.save(out)
    documents, left_out = read("报.docx", out.getvalue())
    text = "扶贫车间开工\n本报讯\t记者张三\n县名\n云岭县\n第二段\n有换行"
    assert documents == [Document("报.docx", text, {}, "docx", is_whole=False)]
    assert not left_out


def test_simple_documents_read_as_the_library_reads_them(one_text: Text) -> None:
    made = docx.Document()
    for i in range(30):
        made.add_paragraph(f"第{i}段：“雨露计划”<资助>&𠮷\t学生\n换行")
    out = io.BytesIO()
    made.save(out)
    assert one_text("a.docx", out.getvalue()).split("\n") == "\n".join(p.text for p in made.paragraphs).split("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p><w:ins>{run('插入')}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>{run('留下')}</w:p>", "插入留下"),
        (f"<w:p><w:moveFrom>{run('甲')}</w:moveFrom>{run('乙')}<w:moveTo>{run('甲')}</w:moveTo></w:p>", "乙甲"),
        (f"<w:sdt><w:sdtContent><w:p>{run('控件')}</w:p></w:sdtContent></w:sdt>", "控件"),
        (f"<w:p><w:smartTag>{run('智能')}</w:smartTag><w:hyperlink>{run('链接')}</w:hyperlink></w:p>", "智能链接"),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple>{run('域')}</w:fldSimple></w:p>", "域"),
        (f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('甲')}<w:r><w:tab/><w:cr/><w:noBreakHyphen/></w:r></w:p>", "甲\t\n-"),
        (f"<w:p><w:r><w:ruby><w:rt>{run('fú')}</w:rt><w:rubyBase>{run('扶')}</w:rubyBase></w:ruby></w:r>{run('贫')}</w:p>", "扶贫"),
        ("<w:p><w:r><w:sym w:char='F0B7'/><w:sym w:char='zz'/><w:t>点</w:t></w:r></w:p>", "\uf0b7\ufffd点"),
        (f"<w:p>{run('一')}</w:p><w:p/><w:p>{run('二')}</w:p>", "一\n\n二"),
    ],
)
def test_every_kind_of_run_is_text_or_is_not(one_text: Text, word: Make, body: str, text: str) -> None:
    assert one_text("a.docx", word(body)) == text


def test_a_text_box_follows_its_paragraph_and_stands_there_once(one_text: Text, word: Make) -> None:
    box = f"<w:txbxContent><w:p>{run('框中')}</w:p></w:txbxContent>"
    both = f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>{box}</mc:Choice>'
    both += f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert one_text("a.docx", word(f"<w:p>{run('前')}<w:r>{both}</w:r>{run('后')}</w:p>")) == "前后\n框中"


def test_notes_and_headers_with_words_are_told(read: Read, word: Make) -> None:
    parts = {
        "footnotes": f"<w:p>{run('一条脚注')}</w:p>",
        "header1": f"<w:p>{run('- 3 -')}</w:p>",
        "footer1": f"<w:p>{run('云岭日报')}</w:p>",
    }
    (document,), left_out = read("a.docx", word(f"<w:p>{run('正文')}</w:p>", parts=parts))
    assert document.text == "正文"
    assert left_out == [
        "a.docx: footnotes (4 characters) was left out; only the text itself is read.",
        "a.docx: a page footer (4 characters) was left out; only the text itself is read.",
    ]


def test_an_embedded_document_is_told(read: Read, word: Make) -> None:
    _, left_out = read("a.docx", word(f"<w:p>{run('正文')}</w:p>", parts={"aFChunk": ""}))
    assert left_out == ["a.docx: another document is embedded in it, and was left out."]


def test_the_strict_form_of_the_format_is_read(one_text: Text, word: Make) -> None:
    whole = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>扶贫</w:t></w:r></w:p></w:body></w:document>'
    assert one_text("a.docx", word("", whole=whole)) == "扶贫"
