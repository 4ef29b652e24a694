"""Small sound files of every kind that pages are read from, to be damaged."""

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from importlib import import_module

TEXT = "云岭县推进产业扶贫\n\n　　驻村“第一书记”走访贫困户，落实低保政策。\n　　“雨露计划”惠及𠮷祥乡学生。\n"
_ROWS = (("标题", "正文", "日期"), ("产业扶贫见实效", TEXT, "2019-06-18"), ("低保, 兜底", 'He said "好"', "2020-01-02"))
_LEXICON = ("term", "label", "programme", "kind", "note", "origin")


def documents() -> dict[str, list[bytes]]:
    """Return samples by suffix."""
    records = [dict(zip(_ROWS[0], row, strict=True)) for row in _ROWS[1:]]
    plain = {
        ".txt": [TEXT.encode(), TEXT.encode("gb18030", "replace"), TEXT.encode("utf-16")],
        ".md": [f"# {TEXT}\n[x](http://example.invalid)\n".encode()],
        ".html": [f"<html><meta charset=utf-8><body><h1>甲</h1><table><tr><td>{TEXT}</table><p>&amp;&#25206;<script>x</script>".encode()],
        ".csv": ["\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in _ROWS).encode()],
        ".tsv": ["\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in _ROWS).encode("utf-16")],
        ".json": [json.dumps(records, ensure_ascii=False).encode(), json.dumps({"data": records}).encode()],
        ".jsonl": ["\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()],
        ".docx": [_word()],
        ".xlsx": [_workbook(_ROWS), _workbook((_LEXICON, ("产业扶贫", "INDUSTRY", "", "", "=1+1", "")))],
    }
    return {**plain, ".zip": [_archive(plain)]}


def _word() -> bytes:
    document, made = import_module("docx").Document(), io.BytesIO()
    document.add_heading("云岭县", 1)
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.add_table(2, 2).cell(0, 0).text = "低保"
    document.save(made)
    return made.getvalue()


def register() -> bytes:
    """Return a workbook of programmes."""
    return _workbook((("id", "name", "aliases", "label", "note", "origin"), ("rain", "雨露计划", "雨露工程", "EDUCATION", "=1+1", "")))


def _workbook(rows: Iterable[Sequence[str]]) -> bytes:
    book, made = import_module("openpyxl").Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def _archive(plain: dict[str, list[bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for suffix, samples in plain.items():
            archive.writestr(f"folder/页{suffix}", samples[0])
    return made.getvalue()
