"""JSON from outside to validated records, every complaint with file and line."""

from collections.abc import Iterable, Iterator
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from annotator.core.errors import InputError
from annotator.exchange.reading.found import is_blank
from annotator.exchange.reading_spans.ranges import Where

# Whole numbers only: `1.0`, `"1"` and `true` are a sign of a file that means something else.
Offset = Annotated[int, Field(strict=True, ge=-(1 << 53), le=1 << 53)]
LabelName = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(min_length=1)]


class Record(BaseModel):
    """A JSON object of which only the fields declared matter."""

    model_config = ConfigDict(extra="ignore", frozen=True)


Found = TypeVar("Found", bound=Record)


def lines_of(model: type[Found], data: str | Iterable[str], name: str) -> Iterator[tuple[Where, Found]]:
    """Yield the objects of JSON lines, given whole or line by line; `name` names the file. Empty lines are skipped.

    Raises:
        InputError: a line is not such an object.
    """
    rows = data.removeprefix("\ufeff").split("\n") if isinstance(data, str) else data
    for number, raw in enumerate(rows, start=1):
        if not is_blank(raw):
            yield Where(name, number), _validated(model, raw, name, number)


def list_of(model: type[Found], data: str, name: str) -> Iterator[tuple[Where, Found]]:
    """Yield the objects of one JSON list, or the one object; places count from 1.

    Raises:
        InputError: it is no JSON, or an object in it is not of this kind.
    """
    raw = data.removeprefix("\ufeff").strip()
    if not raw.startswith("["):
        yield Where(name, 1), _validated(model, raw, name, 1)
        return
    try:
        found = TypeAdapter(list[model]).validate_json(raw)  # type: ignore[valid-type]
    except ValidationError as error:
        raise _complaint(error, name, None) from error
    yield from ((Where(name, number), item) for number, item in enumerate(found, start=1))


def _validated(model: type[Found], raw: str, name: str, number: int) -> Found:
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        raise _complaint(error, name, number) from error


def _complaint(error: ValidationError, name: str, number: int | None) -> InputError:
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        # Of one line of many, the parser counts its own lines only.
        why = first["msg"] if number is None else first["msg"].replace(" at line 1 column", ", column")
        return InputError("{name}, line {line}: {why}.", name=name, line=number or 1, why=why)
    place = list(first["loc"])
    if number is None and place and isinstance(place[0], int):
        number = place[0] + 1
        del place[0]
    field = ".".join(map(str, place)) or "the record"
    return InputError("{name}, line {line}: {field}: {why}.", name=name, line=number or 1, field=field, why=first["msg"])
