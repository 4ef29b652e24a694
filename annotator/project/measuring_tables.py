"""The two tables that reviewers ask for, and the sentences on methods that go with them, in English or Chinese.

Computational linguists ask for agreement between people on spans (F1 of pairs, the α family, γ); political scientists for the
reliability of every category (Krippendorff 2018, *Content Analysis*, ch. 12), with the number of units it rests on.
"""

from collections.abc import Callable, Mapping

from annotator.agreement.f1 import Scheme as Match
from annotator.agreement.figure import SENTENCES, Figure, Why
from annotator.agreement.report import OfLabel, Report
from annotator.agreement.units import Policy
from annotator.core.decision import Condition
from annotator.core.scheme import Scheme
from annotator.core.words import Words
from annotator.exchange.agreement_tables import Cell, Estimate, Table
from annotator.project.measuring_report import Outcome

_PEOPLE = Words("标注者", "Annotators")
_ARTICLES = Words("文章", "Articles")
_MEAN = Words("各对平均", "Mean of pairs")
_LABEL = Words("标签", "Label")
_MARKS = Words("标注数", "Marks")
_ALL = Words("全部", "All")
_MATCHES = {
    Match.STRICT: Words("严格 F1", "F1 strict"),
    Match.EXACT: Words("边界 F1", "F1 boundaries"),
    Match.LABEL: Words("重叠同标签 F1", "F1 overlap, label"),
    Match.PARTIAL: Words("部分 F1", "F1 partial"),
}
_KAPPA = Words("候选 κ", "κ (candidates)")
_U_ALPHA = Words("uα", "uα")
_K_U_ALPHA = Words("(k)uα", "(k)uα")
_CAPTION_PEOPLE = Words(
    "标注者之间的片段一致性，方括号内为 95% 自助法区间。全体：uα {u}，只看标与不标 {bar}，只看标签 cuα {cu}，"
    "γ {gamma}；候选判定 α {alpha}。",
    "Agreement on spans between annotators, with 95% bootstrap intervals in brackets. All annotators: uα {u}; marked or not {bar}; "
    "labels alone (cuα) {cu}; γ {gamma}; α on candidates {alpha}.",
)
_CAPTION_LABELS = Words(
    "各类目的信度：严格 F1、该标签对其余一切的 uα、双方都标注处的 (k)uα，方括号内为 95% 自助法区间。末行为全部标签：uα 与 cuα。",
    "Reliability of each category: strict F1, uα of the label against everything else, and (k)uα where both marked, with 95% bootstrap "
    "intervals in brackets. The last row is over all labels: uα and cuα.",
)
_METHODS = Words(
    "一致性在至少两人完成的 {articles} 篇文章上计算（{people} 位标注者{scope}）。严格 F1 要求起止与标签都相同；"
    "计数先在文章间合并，再对各对标注者取平均。"
    "单元化 α 按 Krippendorff 等（2016）计算{gamma}。95% 区间来自以文章为单位的 {samples} 次自助抽样（种子 {seed}）。"
    "读过而未标算作“无”，未完成的文章不计{left}；{repeats}。",
    "Agreement was computed on the {articles} articles that at least two of {people} annotators had finished{scope}. Strict F1 asks for "
    "the same boundaries and the same label; counts were pooled over articles before taking F1, then averaged over pairs of annotators. "
    "Unitizing alphas follow Krippendorff et al. (2016){gamma}. 95% intervals are from {samples} bootstrap samples of articles "
    "(seed {seed}). What was read and not marked counts as none, articles not finished are missing{left}; {repeats}.",
)
_GAMMA = Words("，γ 按 Mathet 等（2015）计算", ", γ follows Mathet et al. (2015)")
_LEFT = Words("，未作判定的候选不计", ", and so are candidates left undecided")
_ONCE = Words("重复刊印的段落只计一次", "paragraphs printed more than once were counted once")
_AGAIN = Words("重复刊印的段落按出现次数计", "paragraphs printed more than once were counted every time")
_ROUND = Words("，轮次“{round}”", ", round “{round}”")
_AS_OF = Words("，截至 {date}（UTC）", ", as of {date} (UTC)")
_LABELS = Words("，仅限标签 {labels}", ", labels {labels} only")
_CONDITIONS = {
    Condition.SHOWN: Words("，仅有预标条件", ", read with candidates shown"),
    Condition.BLIND: Words("，仅无预标条件", ", read without candidates"),
}
_UNDEFINED = Words("未定义", "undefined")


def tables(outcome: Outcome, scheme: Scheme, language: str, stand_ins: Mapping[str, str]) -> tuple[Table, Table]:
    """Return the table of people and the table of labels; `stand_ins` are written for people's names."""
    return _of_people(outcome.report, language, stand_ins), _of_labels(outcome, scheme, language)


def methods(outcome: Outcome, language: str) -> str:
    """Return what a paper says of how the figures came about."""
    told, choice = outcome.report, outcome.choice
    scope = [
        _ROUND.get(language).format(round=choice.round) if choice.round is not None else "",
        _CONDITIONS[choice.condition].get(language) if choice.condition is not None else "",
        _LABELS.get(language).format(labels=", ".join(choice.labels)) if choice.labels is not None else "",
        _AS_OF.get(language).format(date=choice.as_of) if choice.as_of is not None else "",
    ]
    return _METHODS.get(language).format(
        articles=told.articles,
        people=len(told.people),
        scope="".join(scope),
        gamma="" if outcome.question.gamma is None else _GAMMA.get(language),
        samples=told.resampling.samples,
        seed=told.resampling.seed,
        left=_LEFT.get(language) if told.policy is Policy.MISSING else "",
        repeats=(_AGAIN if choice.repeats else _ONCE).get(language),
    )


def estimate(figure: Figure) -> Estimate:
    """Return a figure as a cell of a table."""
    return Estimate(figure.value, figure.low, figure.high, figure.n, "" if figure.why is None else SENTENCES[Why(figure.why)])


def _of_people(told: Report, language: str, stand_ins: Mapping[str, str]) -> Table:
    columns = (_PEOPLE, _ARTICLES, *_MATCHES.values(), _KAPPA)
    rows: list[tuple[Cell, ...]] = [
        (
            f"{stand_ins.get(pair.a, pair.a)} – {stand_ins.get(pair.b, pair.b)}",
            pair.articles,
            *(estimate(pair.f1[match]) for match in _MATCHES),
            estimate(pair.cohen_kappa),
        )
        for pair in told.pairs
    ]
    mean = (estimate(told.f1[match]) for match in _MATCHES)
    rows.append((_MEAN.get(language), told.articles, *mean, estimate(told.candidates.cohen_kappa)))
    short = _shortly(language)
    caption = _CAPTION_PEOPLE.get(language).format(
        u=short(told.u_alphas.whole),
        bar=short(told.u_alphas.marked),
        cu=short(told.u_alphas.labels),
        gamma=short(told.gamma),
        alpha=short(told.candidates.alpha),
    )
    return Table("agreement-people", caption, tuple(column.get(language) for column in columns), tuple(rows), sums=1)


def _of_labels(outcome: Outcome, scheme: Scheme, language: str) -> Table:
    told = outcome.report
    order = {label.id: at for at, label in enumerate(scheme.labels)}
    rows: list[tuple[Cell, ...]] = []
    for label, found in sorted(told.labels.items(), key=lambda item: (order.get(item[0], len(order)), item[0])):
        known = scheme.label(label)
        name = label if known is None else known.name.get(language)
        of_label = told.u_alphas.of_label.get(label)
        # The same columns in every file, whether it could be computed or not.
        third = estimate(of_label) if of_label is not None else Estimate(None)
        rows.append((name, _marks(found), estimate(found.f1), estimate(found.u_alpha), third))
    whole = (estimate(told.f1[Match.STRICT]), estimate(told.u_alphas.whole), estimate(told.u_alphas.labels))
    rows.append((_ALL.get(language), sum(map(_marks, told.labels.values())), *whole))
    columns = (_LABEL, _MARKS, _MATCHES[Match.STRICT], _U_ALPHA, _K_U_ALPHA)
    return Table("agreement-labels", _CAPTION_LABELS.get(language), tuple(column.get(language) for column in columns), tuple(rows), sums=1)


def _marks(found: OfLabel) -> int:
    return sum(found.counts.values())


def _shortly(language: str) -> Callable[[Figure], str]:
    def short(figure: Figure) -> str:
        if figure.value is None:
            return _UNDEFINED.get(language) if figure.why is not Why.NOT_ASKED else "–"
        interval = "" if figure.low is None or figure.high is None else f" [{figure.low:.2f}, {figure.high:.2f}]"
        return f"{figure.value:.2f}{interval}"

    return short
