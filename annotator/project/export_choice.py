"""What of a project is exported: whose work, from which round, how much of it, and who may be recognised in it."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.decision import Condition
from annotator.core.errors import ExportError
from annotator.core.ids import annotator_id
from annotator.exchange.formats.card import Language
from annotator.exchange.formats.document import Options
from annotator.exchange.formats.splitting import By
from annotator.project.pseudonyms import Names
from annotator.project.rounds import GOLD
from annotator.project.workspace import Project


class Layer(StrEnum):
    """What an export speaks of."""

    ANNOTATION = "annotation"
    CANDIDATES = "candidates"
    LEDGER = "ledger"
    GOLD = "gold"


class Times(StrEnum):
    """How exactly an export says when something was decided."""

    EXACT = "exact"
    DAY = "day"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is exported; the defaults are everything.

    `by`, `round_name` and `condition` leave out other work, `finished` articles that nobody of those left finished. `repeats` keeps what
    is printed again in formats that would otherwise count it twice. `pseudonyms` calls people A1, A2… and says their names nowhere.
    """

    layer: Layer = Layer.ANNOTATION
    by: str | None = None
    round_name: str | None = None
    condition: Condition | None = None
    finished: bool = False
    repeats: bool = False
    pseudonyms: bool = False
    times: Times = Times.EXACT


@dataclass(frozen=True, slots=True)
class Splitting:
    """How articles are dealt out to train, (validation,) and test: weights, what chance begins with, what stays together.

    `blind_test` lets only articles into the test part that were read without candidates.
    """

    ratios: tuple[float, ...]
    seed: int = 0
    by: By = By.CLUSTER
    blind_test: bool = False

    def named(self) -> dict[str, float]:
        """Return the weights by the names of the parts.

        Raises:
            ExportError: there are not two or three.
        """
        names = {2: ("train", "test"), 3: ("train", "validation", "test")}.get(len(self.ratios))
        if names is None:
            raise ExportError("A split has two or three parts, such as 8:2 or 8:1:1.")
        return dict(zip(names, self.ratios, strict=True))


@dataclass(frozen=True, slots=True)
class Form:
    """In which form it is written: format, options, parts, and the language of a card (None: no card)."""

    name: str
    options: Options
    splitting: Splitting | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice looked up in a project."""

    choice: Choice
    by: str | None
    round_name: str | None
    names: Names

    @property
    def facts(self) -> dict[str, str | None]:
        """The values that `WHERE` names."""
        return {"by": self.by, "round": self.round_name, "condition": self.choice.condition}

    @property
    def only_finished(self) -> bool:
        """Whether articles are left out that nobody finished; what an adjudicator has not finished is not gold yet."""
        return self.choice.finished or self.choice.layer is Layer.GOLD


WHERE = (
    "s.annotator = coalesce(:by, s.annotator) AND s.round = coalesce(:round, s.round) AND s.condition = coalesce(:condition, s.condition)"
)


def chosen(project: Project, choice: Choice) -> Chosen:
    """Look a choice up.

    Raises:
        ExportError: nobody is called so, nobody worked in the round, or nobody has adjudicated yet.
    """
    round_name = _gold(project, choice) if choice.layer is Layer.GOLD else _round(project, choice.round_name)
    return Chosen(choice, _person(project, choice.by), round_name, Names(project, hidden=choice.pseudonyms))


def _person(project: Project, name: str | None) -> str | None:
    if name is None:
        return None
    names = Names(project, hidden=False).all()
    if annotator_id(name) not in names:
        raise ExportError(
            "Nobody called {name} has worked in this project. People: {people}.", name=name, people=", ".join(names.values()) or "none"
        )
    return annotator_id(name)


def _round(project: Project, name: str | None) -> str | None:
    rounds = [row[0] for row in project.connection.execute("SELECT DISTINCT round FROM assignment ORDER BY round")]
    if name is not None and name not in rounds:
        raise ExportError("Nobody has worked in a round called {name}. Rounds: {rounds}.", name=name, rounds=", ".join(rounds) or "none")
    return name


def _gold(project: Project, choice: Choice) -> str:
    if choice.round_name not in {None, GOLD}:
        raise ExportError("Gold is what was adjudicated in the round {gold}; it is not in {name}.", gold=GOLD, name=choice.round_name)
    query = "SELECT 1 FROM assignment WHERE round = ? AND finished IS NOT NULL LIMIT 1"
    if project.connection.execute(query, (GOLD,)).fetchone() is None:
        raise ExportError("There is no gold yet: nobody has adjudicated an article to its end (round {gold}).", gold=GOLD)
    return GOLD
