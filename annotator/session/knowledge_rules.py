"""Rules tried on their own examples before they are kept. RE2 reads in linear time, and what it reads is bounded here."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from importlib import import_module

from annotator.core.pattern import CLOSE, OPEN, Pattern, Veto, grouped, marked_spans
from annotator.session.knowledge_checks import Complaints, Sentence, label_complaint
from annotator.session.translating import QT_TRANSLATE_NOOP

# Shipped expressions have up to 935 characters, their examples up to 28.
LONGEST_EXPRESSION, LONGEST_EXAMPLE, MOST_EXAMPLES = 4_000, 400, 60
# Bytes that RE2 may use for one compiled expression; its own limit is four times that.
_MEMORY = 1 << 21


@dataclass(frozen=True, slots=True)
class Trial:
    """One example: whether the rule does with it what it should; `found` is what it marks in it."""

    example: str
    is_counter: bool
    passes: bool
    found: tuple[str, ...] = ()


Judge = Callable[[str, bool], Trial]


def rule_complaints(rule: Pattern | Veto, *, labels: Collection[str]) -> Complaints:
    """Return what is wrong with the fields of `rule`, its examples aside."""
    found: Complaints = {}
    if not (rule.title_zh.strip() or rule.title_en.strip()):
        found["title_zh"] = QT_TRANSLATE_NOOP("Knowledge", "A rule needs a title in one language at least."), {}
    for name in ("expression", "holds", "near", "unless"):
        complaint = _expression_complaint(getattr(rule, name, ""))
        if complaint is not None:
            found[name] = complaint
    if isinstance(rule, Pattern):
        found |= _of_pattern(rule, labels)
    elif not rule.expression and not rule.kinds:
        found["expression"] = QT_TRANSLATE_NOOP("Knowledge", "Without an expression and without kinds it would drop everything."), {}
    if len(rule.examples) + len(rule.counterexamples) > MOST_EXAMPLES:
        found["examples"] = QT_TRANSLATE_NOOP("Knowledge", "At most {most} examples."), {"most": MOST_EXAMPLES}
    for name in ("examples", "counterexamples"):
        if any(len(example) > LONGEST_EXAMPLE for example in getattr(rule, name)):
            found[name] = QT_TRANSLATE_NOOP("Knowledge", "An example has at most {most} characters."), {"most": LONGEST_EXAMPLE}
    return found


def trials(rule: Pattern | Veto) -> tuple[Trial, ...]:
    """Try a rule without complaints on its examples, then on its counterexamples, whether it is switched on or not."""
    on = replace(rule, enabled=True)
    judge = _pattern_judge(on) if isinstance(on, Pattern) else _veto_judge(on)
    examples = [(example, False) for example in rule.examples] + [(example, True) for example in rule.counterexamples]
    return tuple(judge(example, is_counter) for example, is_counter in examples)


def failing(tried: tuple[Trial, ...]) -> Complaints:
    """Return the sentences that name the examples which fail; empty where none does."""
    wrong = [trial for trial in tried if not trial.passes]
    found: Complaints = {}
    for name, is_counter, template in (
        ("examples", False, QT_TRANSLATE_NOOP("Knowledge", "The rule does not do what this example asks: {examples}")),
        ("counterexamples", True, QT_TRANSLATE_NOOP("Knowledge", "The rule does what this counterexample forbids: {examples}")),
    ):
        named = [trial.example for trial in wrong if trial.is_counter == is_counter]
        if named:
            found[name] = template, {"examples": "  ·  ".join(named)}
    return found


def _of_pattern(rule: Pattern, labels: Collection[str]) -> Complaints:
    found: Complaints = {}
    if not rule.expression.strip():
        found["expression"] = QT_TRANSLATE_NOOP("Knowledge", "A pattern needs an expression."), {}
    if rule.label not in labels:
        found["label"] = label_complaint(rule.label, labels)
    if not 0 <= rule.score <= 1:
        found["score"] = QT_TRANSLATE_NOOP("Knowledge", "A number from 0 to 1."), {}
    if not rule.examples:
        found["examples"] = QT_TRANSLATE_NOOP("Knowledge", "One example at least; ⟦ ⟧ marks what is to be proposed."), {}
    elif not all(marked_spans(example)[1] for example in rule.examples):
        found["examples"] = QT_TRANSLATE_NOOP("Knowledge", "In every example ⟦ ⟧ marks what is to be proposed."), {}
    return found


def _expression_complaint(source: str) -> Sentence | None:
    if not source:
        return None
    if len(source) > LONGEST_EXPRESSION:
        return (
            QT_TRANSLATE_NOOP("Knowledge", "This is too long: {length} characters, at most {most}."),
            {"length": len(source), "most": LONGEST_EXPRESSION},
        )
    if "".join(mark for mark in source if mark in OPEN + CLOSE).replace(OPEN + CLOSE, ""):
        return QT_TRANSLATE_NOOP("Knowledge", "⟦ and ⟧ come in pairs, none inside another."), {}
    return _refused(source)


def _refused(source: str) -> Sentence | None:
    """Return why RE2 does not take `source`, None where it does."""
    re2 = import_module("re2")
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        re2.compile(grouped(source)[0].encode(), options=options)
    except re2.error as error:
        reason = error.args[0]
        words = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        return QT_TRANSLATE_NOOP("Knowledge", "This is no expression of the RE2 dialect: {reason}"), {"reason": words}
    except UnicodeEncodeError:
        return QT_TRANSLATE_NOOP("Knowledge", "This is no expression of the RE2 dialect: {reason}"), {"reason": "U+D800–U+DFFF"}
    return None


def _pattern_judge(rule: Pattern) -> Judge:
    from annotator.suggest.reading import fold  # noqa: PLC0415 (only where a rule is edited)
    from annotator.suggest.rules import Expressions, Patterns, open_page  # noqa: PLC0415

    # Compiled once for all examples: that is where the time of a large expression goes.
    patterns = Patterns([rule], Expressions())

    def judge(example: str, is_counter: bool) -> Trial:  # noqa: FBT001
        text, marked = marked_spans(example)
        spans = [(find.start, find.end) for find in patterns.find(open_page(fold(text)))]
        is_spared = not set(spans) & set(marked) if marked else not spans
        passes = is_spared if is_counter else spans == list(marked)
        return Trial(example, is_counter, passes, tuple(text[start:end] for start, end in spans))

    return judge


def _veto_judge(rule: Veto) -> Judge:
    from annotator.suggest.reading import fold  # noqa: PLC0415
    from annotator.suggest.resolve import Find  # noqa: PLC0415
    from annotator.suggest.rules import Expressions, Vetoes, open_page  # noqa: PLC0415

    vetoes = Vetoes([rule], Expressions())
    kind = rule.kinds[0] if rule.kinds else "name"

    def judge(example: str, is_counter: bool) -> Trial:  # noqa: FBT001
        text, marked = marked_spans(example)
        finds = [Find(start, end, "X", "lexicon:x", 1.0, "name", kind) for start, end in marked]
        page = open_page(fold(text))
        left = vetoes.keep(finds, page, vetoes.regions(page))
        passes = bool(marked) and (left == finds if is_counter else not left)
        return Trial(example, is_counter, passes, tuple(text[find.start : find.end] for find in finds if find not in left))

    return judge
