"""The marks ⟦ and ⟧ in expressions and examples."""

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.pattern import CLOSE, OPEN, grouped, marked_spans

pieces = st.lists(st.tuples(st.text("产业a", max_size=3), st.text("扶贫b", min_size=1, max_size=3)), max_size=4)


@given(pieces, st.text("尾", max_size=2))
def test_marks_are_taken_out_of_an_example_and_leave_their_spans(parts: list[tuple[str, str]], rest: str) -> None:
    example = "".join(f"{before}{OPEN}{marked}{CLOSE}" for before, marked in parts) + rest
    text, spans = marked_spans(example)
    assert text == "".join(before + marked for before, marked in parts) + rest
    assert [text[start:end] for start, end in spans] == [marked for _, marked in parts]


def test_every_mark_of_an_expression_becomes_a_group() -> None:
    expression, names = grouped(f"开展{OPEN}[^，]+扶贫{CLOSE}和{OPEN}低保{CLOSE}")
    match = re.fullmatch(expression, "开展产业扶贫和低保")
    assert match is not None
    assert [match[name] for name in names] == ["产业扶贫", "低保"]
    assert grouped("扶贫") == ("扶贫", ())
