import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.core.lexicon import LexiconEntry
from annotator.exchange.lexicon_csv import read_lexicon, write_lexicon

KINDS = ["name", "class", "variant", "abbreviation", "traditional", "universal"]
cells = st.text(alphabet='低保,"\n 、a|“”𠮷', max_size=8).map(str.strip)


def test_a_table_is_read_in_its_order() -> None:
    data = "term,label,programme,kind,note,origin\n雨露计划,EDUCATION,yulu,name,,名单\n低保,SAFETYNET,,universal,,指南\n"
    assert read_lexicon(data, "l.csv") == (
        LexiconEntry("雨露计划", "EDUCATION", "yulu", "name", "", "名单"),
        LexiconEntry("低保", "SAFETYNET", "", "universal", "", "指南"),
    )


def test_only_term_and_label_are_needed_in_any_order_with_any_other_columns() -> None:
    assert read_lexicon("\ufefflabel,who,term\r\nX,我,低保\r\n,,\r\n", "l.csv") == (LexiconEntry("低保", "X"),)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("", "l.csv, line 1: the header must name the column term; it names nothing"),
        ("term\n低保\n", "l.csv, line 1: the header must name the column label; it names term"),
        ("term,label\n低保,X\n五保,\n", "l.csv, line 3, column label: Field required"),
        ("term,label\n低保,X\n五保,Y\n", "l.csv, line 3: the scheme has no label Y; it has X"),
        ("term,label\n低保,X\n\n低保,X\n", "l.csv, line 4: 低保 already stands in line 2"),
        ('term,label\n"低保"x,X\n', "l.csv, line 2: this is not a CSV row"),
        ("term,label,kind\n低保,X,词\n", "l.csv, line 2, column kind: Input should be 'name'"),
    ],
)
def test_a_complaint_names_file_line_and_what_is_wrong(data: str, sentence: str) -> None:
    with pytest.raises(InputError) as error:
        read_lexicon(data, "l.csv", ["X"])
    assert str(error.value).startswith(sentence)


@given(
    st.lists(
        st.builds(LexiconEntry, cells.filter(bool), cells.filter(bool), cells, st.sampled_from(KINDS), cells, cells),
        unique_by=lambda entry: entry.term,
    )
)
def test_what_is_written_is_read_back(entries: list[LexiconEntry]) -> None:
    assert read_lexicon(write_lexicon(entries), "l.csv") == tuple(entries)


def test_pydantic_is_imported_by_the_formats_only() -> None:
    code = "import sys, annotator.core.pattern, annotator.core.programme, annotator.exchange; print('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
