"""Scheme files: JSON in the shape of `seeds/scheme.json`, validated when they come from outside."""

import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from annotator.core.errors import InputError, SchemeError
from annotator.core.scheme import Scheme, scheme_from_dict

Hex = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
_ID = r"^[A-Za-z][A-Za-z0-9_-]{0,63}$"
Text = Annotated[str, Field(max_length=20_000)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class _Words(_Strict):
    zh: Text = ""
    en: Text = ""


class _Colour(_Strict):
    line: Hex
    ink: Hex
    soft: Hex
    strong: Hex


class _Colours(_Strict):
    light: _Colour
    dark: _Colour


class _Counterexample(_Strict):
    text: Text
    why: _Words = _Words()


class _Label(_Strict):
    id: Annotated[str, Field(pattern=_ID)]
    key: Annotated[str, Field(max_length=8)] = ""
    name: _Words
    short: _Words = _Words()
    colour: _Colours
    definition: _Words = _Words()
    boundary: _Words = _Words()
    examples: list[Text] = []
    counterexamples: list[_Counterexample] = []


class _Value(_Strict):
    id: Annotated[str, Field(pattern=_ID)]
    key: Annotated[str, Field(max_length=8)]
    name: _Words


class _Code(_Strict):
    id: Annotated[str, Field(pattern=_ID)]
    key: Annotated[str, Field(max_length=8)]
    name: _Words
    kind: Literal["flag", "choice", "text"] = "flag"
    values: Annotated[list[_Value], Field(max_length=36)] = []
    labels: Annotated[list[str], Field(max_length=500)] = []


class _Scheme(_Strict):
    id: Annotated[str, Field(min_length=1, max_length=200)]
    version: Annotated[int, Field(ge=1, le=1_000_000)]
    title: _Words
    note: Text = ""
    overlap: Literal["allow", "nest", "forbid"] = "allow"
    guideline: _Words = _Words()
    labels: Annotated[list[_Label], Field(min_length=1, max_length=500)]
    retired: Annotated[list[_Label], Field(max_length=500)] = []
    aliases: Annotated[dict[str, str], Field(max_length=500)] = {}
    attributes: Annotated[list[_Code], Field(max_length=36)] = []
    codes: Annotated[list[_Code], Field(max_length=36)] = []


def read_scheme(data: str, where: str) -> Scheme:
    """Return the scheme in `data`; `where` names the file in errors.

    Raises:
        InputError: it is not JSON, a field is missing or wrong, or labels clash with each other or with the window's keys.
    """
    try:
        return scheme_from_dict(_Scheme.model_validate(json.loads(data)).model_dump())
    except json.JSONDecodeError as error:
        raise InputError("{where}, line {line}: not valid JSON ({why}).", where=where, line=error.lineno, why=error.msg) from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the file"
        raise InputError("{where}: {field}: {why}.", where=where, field=field, why=first["msg"]) from error
    except SchemeError as error:
        raise InputError("{where}: {why}", where=where, why=str(error)) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or lists in lists in lists.
        raise InputError("{where}: no scheme is built like this ({why}).", where=where, why=error) from error
