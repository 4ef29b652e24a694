import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.core.programme import Programme
from annotator.exchange.programmes_csv import read_programmes, write_programmes

cells = st.text(alphabet='低保,"\n 、a“”𠮷', max_size=8).map(str.strip)
ids = st.text(alphabet="abc-", min_size=1, max_size=8)


def test_aliases_are_separated_by_bars() -> None:
    (programme,) = read_programmes("id,name,aliases,label\nyulu,雨露计划,“雨露”工程 | 雨露技工|,EDUCATION\n", "p.csv")
    assert programme == Programme("yulu", "雨露计划", ("“雨露”工程", "雨露技工"), "EDUCATION")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("id\nyulu\n", "p.csv, line 1: the header must name the column name; it names id"),
        ("id,name\na b,雨露\n", "p.csv, line 2, column id: String should match pattern"),
        ("id,name\nyulu,甲\nyulu,乙\n", "p.csv, line 3: the id yulu already stands in line 2"),
        ("id,name,label\nyulu,甲,Z\n", "p.csv, line 2: the scheme has no label Z; it has X, Y"),
    ],
)
def test_a_complaint_names_file_line_and_what_is_wrong(data: str, sentence: str) -> None:
    with pytest.raises(InputError) as error:
        read_programmes(data, "p.csv", ["X", "Y"])
    assert str(error.value).startswith(sentence)


@given(
    st.lists(
        st.builds(Programme, ids, cells.filter(bool), st.lists(cells.filter(bool), max_size=3).map(tuple), cells, cells, cells),
        unique_by=lambda programme: programme.id,
    )
)
def test_what_is_written_is_read_back(programmes: list[Programme]) -> None:
    assert read_programmes(write_programmes(programmes), "p.csv") == tuple(programmes)
