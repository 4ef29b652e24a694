"""Scheme files: the shipped one, one that went out and came back, and everything that is none."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import places
from annotator.core.errors import InputError
from annotator.core.scheme import RESERVED_KEYS, scheme_to_json
from annotator.exchange.scheme_json import read_scheme

SHIPPED = places.shipped("seeds", "scheme.json").read_text(encoding="utf-8")

Change = Callable[[dict[str, Any]], None]


def _changed(change: Change) -> str:
    data = json.loads(SHIPPED)
    change(data)
    return json.dumps(data, ensure_ascii=False)


def test_the_shipped_scheme_has_the_sixteen_labels_of_the_guideline_in_order() -> None:
    scheme = read_scheme(SHIPPED, "scheme.json")
    assert [label.id for label in scheme.labels] == [
        *("CAMPAIGN", "INDUSTRY", "EMPLOYMENT", "RELOCATION", "EDUCATION", "HEALTH", "HOUSING", "INFRA"),
        *("FINANCE", "SAFETYNET", "ECOLOGY", "CONSUMPTION", "SOCIAL", "CADRE", "MONITOR", "OTHER"),
    ]
    assert "".join(label.key for label in scheme.labels) == "1234567890QWERTY"
    assert all(label.name.zh and label.name.en and label.definition.zh and label.definition.en for label in scheme.labels)


def test_a_scheme_written_out_is_read_back_the_same() -> None:
    scheme = read_scheme(SHIPPED, "scheme.json")
    assert read_scheme(scheme_to_json(scheme), "again.json") == scheme


def test_a_label_needs_no_more_than_id_name_and_colours() -> None:
    def bare(data: dict[str, Any]) -> None:
        data["labels"] = [{key: data["labels"][0][key] for key in ("id", "name", "colour")}]

    (label,) = read_scheme(_changed(bare), "x.json").labels
    assert (label.key, label.definition.zh, label.examples) == ("", "", ())


def _set(*path: str | int, to: object) -> Change:
    def change(data: Any) -> None:  # noqa: ANN401
        for part in path[:-1]:
            data = data[part]
        data[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_set("labels", to=[]), "x.json: labels: "),
        (_set("labels", 1, "id", to="CAMPAIGN"), "x.json: Two labels are called CAMPAIGN. Ids must differ."),
        (_set("labels", 1, "id", to="两字"), "x.json: labels.1.id: "),
        (_set("labels", 1, "id", to="1ST"), "x.json: labels.1.id: "),
        (_set("labels", 1, "key", to="1"), "x.json: CAMPAIGN and INDUSTRY share the key 1."),
        (_set("labels", 1, "key", to="q"), "x.json: The key of INDUSTRY must be one digit or capital letter, not “q”."),
        (_set("labels", 1, "key", to="é"), "x.json: The key of INDUSTRY must be"),
        (_set("labels", 1, "colour", "light", "line", to="#12345"), "x.json: labels.1.colour.light.line: "),
        (_set("labels", 1, "colour", "light", to={}), "x.json: labels.1.colour.light.line: Field required."),
        (_set("labels", 1, "name", to="产业"), "x.json: labels.1.name: "),
        (_set("labels", 1, "hotkey", to="2"), "x.json: labels.1.hotkey: "),
        (_set("overlap", to="maybe"), "x.json: overlap: "),
        (_set("version", to=0), "x.json: version: "),
        (_set("version", to=10**30), "x.json: version: "),
        (_set("id", to=" "), "x.json: id: "),
        (_set("note", to="长" * 20_001), "x.json: note: "),
    ],
)
def test_a_field_that_cannot_be_used_is_named(change: Change, said: str) -> None:
    with pytest.raises(InputError) as error:
        read_scheme(_changed(change), "x.json")
    assert str(error.value).startswith(said)


@pytest.mark.parametrize("key", sorted(key for key in RESERVED_KEYS if key.isalnum()))
def test_keys_of_commands_are_no_labels_keys(key: str) -> None:
    with pytest.raises(InputError, match=f"The key {key} of INDUSTRY belongs to a command"):
        read_scheme(_changed(_set("labels", 1, "key", to=key)), "x.json")


@pytest.mark.parametrize("data", ["", "[]", "null", "3", '"a"', "{", "[" * 100_000, '{"version": ' + "9" * 5000 + "}", "\x00"])
def test_what_is_no_scheme_is_said_in_a_sentence(data: str) -> None:
    with pytest.raises(InputError, match=r"^x\.json"):
        read_scheme(data, "x.json")


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    ),
    field=st.sampled_from(["id", "version", "title", "labels", "overlap", "guideline", "note"]),
)
def test_no_value_whatever_raises_anything_but_the_sentence(value: object, field: str) -> None:
    said = "x.json"
    try:
        read_scheme(_changed(_set(field, to=value)), "x.json")
    except InputError as error:
        said = str(error)
    assert said.startswith("x.json")
