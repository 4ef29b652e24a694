import zipfile
from collections.abc import Callable
from io import BytesIO

from annotator.exchange.reading import Document, columns

Read = Callable[..., tuple[list[Document], list[str]]]
Make = Callable[..., bytes]


def test_files_inside_are_read_as_if_given_themselves(read: Read, zipped: Make, workbook: Make) -> None:
    data = zipped(
        {
            "六月/一版.txt": "扶贫车间开工了。",
            "六月/报.html": "<p>第一书记来了，住下了。</p>",
            "表.csv": "日期,正文\n2020,雨露计划\n",
            "簿.xlsx": workbook({"表": [("正文",), ("危房改造",)]}),
        }
    )
    documents, left_out = read("报.zip", data)
    assert [(d.name, d.text, d.is_whole) for d in documents] == [
        ("报.zip/六月/一版.txt", "扶贫车间开工了。", False),
        ("报.zip/六月/报.html", "第一书记来了，住下了。", True),
        ("报.zip/表.csv#2", "雨露计划", True),
        ("报.zip/簿.xlsx/表#2", "危房改造", True),
    ]
    assert not left_out


def test_each_file_that_cannot_be_read_is_told_and_the_others_are_read(read: Read, zipped: Make) -> None:
    data = zipped({"图.jpg": b"\xff\xd8\xff", "空.txt": "", "好.txt": "扶贫。", "白.txt": " \u3000\n", "假.txt": b"%PDF-1.7"})
    documents, left_out = read("a.zip", data)
    assert [d.name for d in documents] == ["a.zip/好.txt"]
    assert [sentence.split(":")[0].split(" ")[0] for sentence in left_out] == [
        "a.zip/图.jpg",
        "a.zip/空.txt",
        "a.zip/白.txt",
        "a.zip/假.txt",
    ]


def test_hidden_files_are_passed_over_as_in_folders(read: Read, zipped: Make) -> None:
    data = zipped({"__MACOSX/._a.txt": "x", ".DS_Store": "x", "b/.git/c.txt": "x", "a.txt": "扶贫。", "b/": ""})
    assert [d.name for d in read("a.zip", data)[0]] == ["a.zip/a.txt"]
    assert not read("a.zip", data)[1]


def test_names_written_on_chinese_windows_are_read(read: Read) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("NAME/PAGE.txt", "扶贫。")
    data = out.getvalue().replace(b"NAME/PAGE", "六月\\一版".encode("gb18030"))
    assert [d.name for d in read("a.zip", data)[0]] == ["a.zip/六月/一版.txt"]


def test_many_parts_left_out_are_told_as_a_number(read: Read, zipped: Make) -> None:
    documents, left_out = read("a.zip", zipped({f"{i}.jpg": b"" for i in range(250)} | {"好.txt": "扶贫。"}))
    assert [d.name for d in documents] == ["a.zip/好.txt"]
    assert len(left_out) == 101
    assert left_out[-1] == "a.zip: 150 more parts were left out."


def test_an_archive_without_files_holds_no_text(read: Read, zipped: Make) -> None:
    assert read("a.zip", zipped({"b/": ""})) == ([], ["a.zip holds no text."])


def test_columns_are_those_of_the_tables_inside(zipped: Make, decoding: Callable[[bytes], tuple[str, str]]) -> None:
    data = zipped({"a.csv": "日期,正文\n2020,扶贫\n", "坏.json": "{", "b.jsonl": '{"内容": "雨露"}', "c.txt": "x"})
    assert [c.name for c in columns("a.zip", data, decode=decoding)] == ["日期", "正文", "内容"]
