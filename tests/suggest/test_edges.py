import subprocess
import sys
from pathlib import Path

import pytest

from annotator.suggest import WordEdges


@pytest.mark.parametrize(
    ("before", "after"),
    [("减", "低保障水平"), ("脱贫攻坚战", "役打响"), ("加", "大督导力度"), ("定点扶贫", "困村"), ("八办五保", "障")],
)
def test_an_offset_inside_a_word_is_no_edge(word_edges: WordEdges, before: str, after: str) -> None:
    assert not word_edges.is_edge(before + after, len(before))


@pytest.mark.parametrize(
    ("before", "after"), [("办理", "低保手续"), ("打赢脱贫攻坚战", "，"), ("", "低保"), ("低保", ""), ("动态管理", "工作"), ("𠮷", "低保")]
)
def test_an_offset_between_words_is_an_edge(word_edges: WordEdges, before: str, after: str) -> None:
    assert word_edges.is_edge(before + after, len(before))


def test_the_projects_names_are_words(word_edges: WordEdges) -> None:
    assert word_edges.words("实施雨露计划，成效") == [(0, 2), (2, 6), (6, 7), (7, 9)]


def test_words_lie_end_to_end_over_the_whole_text(word_edges: WordEdges) -> None:
    text = "𠮷县 2020 年\n实施“雨露”计划"
    words = word_edges.words(text)
    assert [start for start, _ in words] == [0, *(end for _, end in words[:-1])]
    assert words[-1][1] == len(text)


def test_a_word_cut_by_a_break_is_one_word(word_edges: WordEdges) -> None:
    assert word_edges.words("实施雨露\n\n计划，", [(4, 6)]) == [(0, 2), (2, 8), (8, 9)]


def test_a_damaged_cache_is_built_anew(tmp_path: Path) -> None:
    WordEdges(tmp_path).load()
    (cache,) = tmp_path.iterdir()
    sound = cache.read_bytes()
    cache.write_bytes(sound[: len(sound) // 2])
    assert not WordEdges(tmp_path).is_edge("减低保障", 1)
    assert cache.read_bytes() == sound


def test_a_cache_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert WordEdges(in_the_way / "cache").is_edge("办理低保", 2)


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)


def test_importing_the_package_imports_neither_jieba_nor_pydantic() -> None:
    done = run("import sys, annotator.suggest; print([m for m in ('jieba', 'pydantic', 're2') if m in sys.modules])")
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_reading_the_dictionary_warns_of_nothing_and_prints_nothing() -> None:
    done = run("from annotator.suggest import WordEdges; print(WordEdges().is_edge('减低保障', 1))")
    assert (done.stdout.strip(), done.stderr) == ("False", "")


def test_what_was_hidden_from_jieba_is_there_again() -> None:
    done = run(
        "import sys, types; mark = sys.modules['pkg_resources'] = types.ModuleType('pkg_resources')\n"
        "from annotator.suggest import WordEdges; WordEdges().load(); print(sys.modules['pkg_resources'] is mark)"
    )
    assert (done.stdout.strip(), done.stderr) == ("True", "")
