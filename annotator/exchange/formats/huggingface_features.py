"""What the columns of a Hugging Face data set are, said once: for the card's header and for Parquet."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from annotator.core.scheme import Scheme
from annotator.exchange.formats.document import Tags

TEXT, NUMBER = "string", "int32"
TAG = "tag"


@dataclass(frozen=True, slots=True)
class Column:
    """A column or field: of `kind` text, number or tag, or of the fields in `inner`; `is_list` says that it is a list of them."""

    name: str
    kind: str = TEXT
    is_list: bool = False
    inner: "tuple[Column, ...]" = ()


_SPAN = (Column("start", NUMBER), Column("end", NUMBER), Column("label"), Column("text"))
COLUMNS = (
    Column("id"),
    Column("number"),
    Column("title"),
    Column("text"),
    Column("tokens", is_list=True),
    Column("token_starts", NUMBER, is_list=True),
    Column("tags", TAG, is_list=True),
    Column("spans", is_list=True, inner=(*_SPAN, *map(Column, ("by", "status", "source", "programme", "programme_name", "note", "flag")))),
    Column("annotations", is_list=True, inner=(Column("by"), Column("tags", TAG, is_list=True))),
    Column("rejected", is_list=True, inner=(*_SPAN, Column("by"))),
    Column("candidates", is_list=True, inner=(*_SPAN, Column("source"), Column("score", "float64"))),
    Column("finished", is_list=True),
    Column("fields"),
)


def tag_names(scheme: Scheme, tags: Tags) -> tuple[str, ...]:
    """Return the tags in the order of their numbers: `O`, then per label of the scheme `B-` and `I-`, with BIOES also `E-` and `S-`."""
    prefixes = "BI" if tags is Tags.BIO else "BIES"
    return ("O", *(f"{prefix}-{label.id}" for label in scheme.labels for prefix in prefixes))


def features_yaml(names: Sequence[str], indent: str) -> str:
    """Return the columns as the card's header lists them (`dataset_info.features`), every line indented by `indent`."""
    return "".join(f"{indent}{line}\n" for column in COLUMNS for line in _yaml(column, names))


def arrow_schema() -> Any:  # noqa: ANN401 - a module that may not be there has no type
    """Return the columns as pyarrow has them; tags are their numbers."""
    return import_module("pyarrow").schema([_arrow(column) for column in COLUMNS])


def _yaml(column: Column, names: Sequence[str]) -> Iterable[str]:
    yield f"- name: {column.name}"
    if column.inner:
        # Every field with further fields is a list here; a bare struct would be called `struct`.
        yield "  list:"
        for field in column.inner:
            yield from (f"  {line}" for line in _yaml(field, names))
    elif column.kind == TAG:
        yield "  list:"
        yield "    class_label:"
        yield "      names:"
        yield from (f"        '{number}': {json.dumps(name, ensure_ascii=False)}" for number, name in enumerate(names))
    else:
        yield f"  {'list' if column.is_list else 'dtype'}: {column.kind}"


def _arrow(column: Column) -> Any:  # noqa: ANN401
    pa = import_module("pyarrow")
    kinds = {TEXT: pa.string(), NUMBER: pa.int32(), TAG: pa.int64(), "float64": pa.float64()}
    kind = pa.struct([_arrow(field) for field in column.inner]) if column.inner else kinds[column.kind]
    return pa.field(column.name, pa.list_(kind) if column.is_list else kind)
