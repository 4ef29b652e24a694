import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.reading import Document, columns, read_documents

Read = Callable[..., tuple[list[Document], list[str]]]


def plain(data: bytes) -> tuple[str, str]:
    return data.decode(), "utf-8"


def test_a_line_is_a_text_with_what_is_known_of_it(read: Read) -> None:
    lines = '{"text": "扶贫车间开工了。", "date": "2020-06-01", "page": 3, "ok": true, "none": null}\n\n{"text": "第一书记来了。"}\n'
    documents, left_out = read("a.jsonl", lines)
    assert documents == [
        Document("a.jsonl#1", "扶贫车间开工了。", {"date": "2020-06-01", "page": "3", "ok": "true"}, "utf-8", is_whole=True),
        Document("a.jsonl#3", "第一书记来了。", {}, "utf-8", is_whole=True),
    ]
    assert not left_out


def test_fields_of_meta_are_fields_of_the_row_and_lists_stay_json(read: Read) -> None:
    (document,), _ = read("a.jsonl", '{"text": "扶贫车间开工了", "meta": {"paper": "云岭日报", "tags": ["一", 2]}, "paper": "林川日报"}')
    assert document.meta == {"paper": "林川日报", "tags": '["一", 2]'}


def test_a_line_that_cannot_be_read_is_told_and_the_others_are_read(read: Read) -> None:
    documents, left_out = read("a.jsonl", '{"text": "扶贫车间"}\n{"text": \n[1]\n{"date": "2020"}\n{"text": "雨露计划"}')
    assert [d.name for d in documents] == ["a.jsonl#1", "a.jsonl#5"]
    assert left_out == [
        "a.jsonl, line 2 is not JSON (Expecting value); what cannot be read was left out.",
        "a.jsonl, row 3 is not an object with a text; it was left out.",
        "a.jsonl, row 4: nothing stands in the column text; the row was left out.",
    ]


def test_json_is_a_list_of_objects_or_one(read: Read) -> None:
    assert [d.name for d in read("a.json", '[ {"t": "扶贫车间"} , {"t": "雨露计划"} ]\n')[0]] == ["a.json#1", "a.json#2"]
    assert [d.text for d in read("a.json", '\n{"t": "扶贫车间"}')[0]] == ["扶贫车间"]
    assert read("a.json", "[]") == ([], ["a.json holds no text."])


def test_json_lines_under_the_name_of_json_are_lines(read: Read) -> None:
    assert [d.text for d in read("a.json", '{"t": "扶贫车间"}\n{"t": "雨露计划"}\n')[0]] == ["扶贫车间", "雨露计划"]


@pytest.mark.parametrize(
    ("data", "texts", "sentence"),
    [
        ('[{"t": "扶贫"},\n {"t": }]', ["扶贫"], "a.json, line 2 is not JSON (Expecting value)"),
        ('[{"t": "扶贫"}\n {"t": "a"}]', ["扶贫"], "a.json, line 2 is not JSON (“,” or “]” expected)"),
        ('[{"t": "扶贫"}] x', ["扶贫"], "a.json, line 1 is not JSON (more follows the end of the list)"),
        ('[{"t": "扶贫"}', ["扶贫"], "a.json, line 1 is not JSON (“,” or “]” expected)"),
        ('[{"t": "扶贫"}, 7]', ["扶贫"], "a.json, row 2 is not an object with a text"),
        ('"扶贫"', [], "a.json, row 1 is not an object with a text"),
        ("扶贫", [], "a.json, line 1 is not JSON (Expecting value)"),
    ],
)
def test_what_comes_before_an_error_is_read(read: Read, data: str, texts: list[str], sentence: str) -> None:
    documents, left_out = read("a.json", data)
    assert [d.text for d in documents] == texts
    assert left_out[0].startswith(sentence)


def test_half_characters_and_nul_become_replacement_characters(read: Read) -> None:
    (document,), _ = read("a.jsonl", r'{"text": "扶\u0000贫\ud800\r\n二", "k\ud801": "v\udc00"}')
    assert document.text == "扶\ufffd贫\ufffd\n二"
    assert document.meta == {"k\ufffd": "v\ufffd"}


def test_a_long_field_is_told_and_the_text_is_kept(read: Read) -> None:
    (document,), (sentence,) = read("a.jsonl", json.dumps({"text": "扶贫车间", "html": "x" * 20_000}))
    assert document.meta == {}
    assert sentence.startswith("a.jsonl, row 1: the cell in the column html has 20000 characters")


def test_columns_are_the_fields_of_all_lines() -> None:
    found = columns("a.jsonl", '{"t": "扶贫"}\n{"d": "2020", "t": "雨露计划"}\nx\n'.encode(), decode=plain)
    assert [(c.name, c.samples, c.average, c.is_text) for c in found] == [
        ("t", ("扶贫", "雨露计划"), 3.0, True),
        ("d", ("2020",), 2.0, False),
    ]


texts = st.text(alphabet='扶贫a"\\\n\u2028\u0085\ufeff\t{}[],:', min_size=1).filter(lambda text: text.strip().strip("\ufeff").strip() != "")


@given(st.lists(texts, min_size=1, max_size=5), st.sampled_from([None, 1]))
def test_every_dumped_object_is_read_back(written: list[str], indent: int | None) -> None:
    objects = [{"text": text, "n": str(i)} for i, text in enumerate(written)]
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in objects)
    whole = json.dumps(objects, ensure_ascii=False, indent=indent)
    expected = [text.lstrip("\ufeff") for text in written]
    for name, data in (("a.jsonl", lines), ("a.json", whole)):
        found = [one for one in read_documents(name, data.encode(), decode=plain, text_column="text") if isinstance(one, Document)]
        assert [one.text for one in found] == expected
        assert [one.meta["n"] for one in found] == [one["n"] for one in objects]
