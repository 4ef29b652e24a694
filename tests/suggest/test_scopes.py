from annotator.core.pattern import Scope
from annotator.suggest.expressions import Encoded, Expression
from annotator.suggest.scopes import Surroundings

RUNNING = "这里是一段很长的正文，一共超过四十个字，这样才算是正文而不是标题、署名或者图片说明，所以写得啰唆一些"
POOR = Expression("贫困")


def near(text: str, scope: Scope) -> bool:
    start = text.index("低保")
    return Surroundings(text, Encoded(text)).has(POOR, start, start + 2, scope)


def test_a_sentence_ends_at_a_full_stop_or_semicolon() -> None:
    assert near("贫困户办了低保。", Scope.SENTENCE)
    assert not near("他是贫困户。办了低保。", Scope.SENTENCE)
    assert not near("办了低保；他是贫困户。", Scope.SENTENCE)


def test_a_paragraph_is_a_line() -> None:
    assert near("他是贫困户。办了低保。", Scope.PARAGRAPH)
    assert not near("他是贫困户。\n办了低保。", Scope.PARAGRAPH)


def test_nearby_reaches_over_titles_and_bylines_to_the_next_running_text() -> None:
    assert near(f"低保进村\n\n本报记者 某某\n\n贫困户{RUNNING}", Scope.NEARBY)
    assert near(f"贫困户{RUNNING}\n\n他办了低保{RUNNING}", Scope.NEARBY)


def test_nearby_does_not_reach_beyond_running_text() -> None:
    assert not near(f"他办了低保。{RUNNING}\n\n{RUNNING}\n\n贫困户{RUNNING}", Scope.NEARBY)
    assert near(f"他办了低保。{RUNNING}\n\n{RUNNING}\n\n贫困户{RUNNING}", Scope.ARTICLE)


def test_the_first_and_last_character_of_a_text_have_surroundings() -> None:
    assert not near("低保", Scope.NEARBY)
    assert not near("低保", Scope.SENTENCE)
    assert not near("低保\n", Scope.PARAGRAPH)
