"""γ alone, for whoever has the other figures already and asks for it."""

from collections.abc import Callable, Sequence

from annotator.agreement.bootstrap import DEFAULT, figures
from annotator.agreement.figure import Figure
from annotator.agreement.gamma import Cancelled, Settings, disorders, family
from annotator.agreement.units import Unit, comparable, people_of


def gamma_of(units: Sequence[Unit], progress: Callable[[int, int], None], *, is_cancelled: Callable[[], bool]) -> Figure | None:
    """Return γ with its interval over the articles that two people finished, None if it was cancelled."""
    try:
        found = disorders(comparable(units, people_of(units)), Settings(), progress=progress, is_cancelled=is_cancelled)
    except Cancelled:
        return None
    return figures(family(found), DEFAULT)[0]
