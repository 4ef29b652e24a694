"""Names that no list holds, found by a tagger of characters trained on this project's own marks.

A linear-chain conditional random field (Lafferty et al. 2001; CRFsuite by L-BFGS, which draws no lots): the same articles in the
same order give the same model on the same machine. Nothing here filters: the caller leaves out blind work, articles given to two
people, and articles not finished, for what is unmarked teaches too. CRFsuite is imported at first use. It holds Python's lock for
most of the training: train in a process of its own where a window is open.
"""

import hashlib
import sys
import threading
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, cast

from annotator.core.candidate import Proposal
from annotator.core.errors import InputError
from annotator.core.span import Span
from annotator.suggest.learn_tags import BEGIN, HALF_PAIR, Marked, Tagged, features, readable, sentences, spans, tagged
from annotator.suggest.resolve import Find

SOURCE = REASON = "learned"
MOST_CHARACTERS = 40_000
# Fewer marks teach nothing that is worth showing.
FEWEST_MARKS = 30

_MAGIC = b"annotator-tagger 1\n"
_DIGEST = hashlib.sha256().digest_size
# Iterations × characters × tags² is most of what training costs; this much took 3 to 4 s of a 2020s server core.
_WORK = 1_000_000_000
_FEWEST_ITERATIONS, _MOST_ITERATIONS = 15, 60
# What was seen once is forgotten, which makes the model four times smaller; both chosen on development pages.
_SETTINGS = {"c1": 0.0, "c2": 0.1, "feature.minfreq": 2.0}


class _Native(Protocol):
    def open_inmemory(self, value: bytes) -> object: ...
    def tag(self, xseq: object) -> list[str]: ...
    def marginal(self, y: str, pos: int) -> float: ...


class _Trainer(Protocol):
    def append(self, xseq: object, yseq: Sequence[str]) -> None: ...
    def train(self, model: bytes) -> None: ...


class _Crfsuite(Protocol):
    def Tagger(self) -> _Native: ...  # noqa: N802
    def Trainer(self, *, algorithm: str, params: dict[str, float], verbose: bool) -> _Trainer: ...  # noqa: N802
    def ItemSequence(self, pyseq: object) -> object: ...  # noqa: N802


def is_available() -> bool:
    """Say whether CRFsuite is installed: it has no ready build for every computer."""
    return find_spec("pycrfsuite") is not None


class Tagger:
    """A trained model; made by `train` or `Tagger.from_bytes`. Safe to use from several threads.

    `marks` and `characters` say how much it was trained on.
    """

    def __init__(self, model: bytes, *, characters: int, marks: int) -> None:
        self.characters = characters
        self.marks = marks
        # The native part reads from these bytes as long as it lives.
        self._model = model
        self._native = _crfsuite().Tagger()
        self._native.open_inmemory(model)
        self._lock = threading.Lock()

    def propose(
        self, text: str, breaks: Sequence[tuple[int, int]] = (), taken: Iterable[tuple[int, int]] = (), *, at_least: float = 0.5
    ) -> list[Proposal]:
        """Return disjoint proposals in order of start (code points of `text`) whose probability is `at_least` that.

        None shares a character with the ranges in `taken`: what other sources propose here, and what people have decided.
        """
        reading = readable(text, breaks)
        held = tuple(taken)
        proposals = []
        for find in self.find(reading.text, at_least=at_least):
            start, end = reading.original(find.start, find.end)
            if all(end <= first or last <= start for first, last in held):
                proposals.append(Proposal(start, end, find.label, text[start:end], (SOURCE,), find.score, REASON))
        return proposals

    def find(self, text: str, taken: Iterable[tuple[int, int]] = (), *, at_least: float = 0.5) -> list[Find]:
        """Return the same in a reading's `text`, before vetoes and word edges have been asked; `taken` are ranges of it."""
        text = HALF_PAIR.sub("\ufffd", text)
        free = [True] * len(text)
        for start, end in taken:
            free[start:end] = [False] * len(free[start:end])
        finds = []
        for first, last in sentences(text):
            for span, score in self._found(text[first:last]):
                start, end = first + span.start, first + span.end
                if score >= at_least and all(free[start:end]):
                    finds.append(Find(start, end, span.label, SOURCE, score, REASON))
        return finds

    def to_bytes(self) -> bytes:
        """Return the model with its counts and a checksum."""
        payload = f"{self.characters} {self.marks}\n".encode() + self._model
        return _MAGIC + hashlib.sha256(payload).digest() + payload

    @classmethod
    def from_bytes(cls, data: bytes) -> "Tagger":
        """Return the tagger that `to_bytes` wrote.

        Raises:
            InputError: it is damaged, or of another version.
        """
        digest, payload = data[len(_MAGIC) :][:_DIGEST], data[len(_MAGIC) + _DIGEST :]
        # CRFsuite trusts every offset in a model: a damaged one ends the process, so none reaches it.
        if not data.startswith(_MAGIC) or hashlib.sha256(payload).digest() != digest:
            raise _damaged()
        counts, _, model = payload.partition(b"\n")
        try:
            characters, marks = map(int, counts.split())
            return cls(model, characters=characters, marks=marks)
        except ValueError as error:
            raise _damaged() from error

    def _found(self, sentence: str) -> list[tuple[Span, float]]:
        native = self._native
        with self._lock:
            tags = native.tag(_crfsuite().ItemSequence(features(sentence)))
            return [(span, self._probability(tags, span)) for span in spans(tags) if sentence[span.start : span.end].strip()]

    def _probability(self, tags: Sequence[str], span: Span) -> float:
        """Return the smallest probability of a tag of `span`: an upper bound of that of the whole."""
        least = min(self._native.marginal(tags[at], at) for at in range(span.start, span.end))
        return min(1.0, max(0.0, least))


def train(articles: Iterable[Marked], *, most_characters: int = MOST_CHARACTERS) -> Tagger | None:
    """Return a tagger trained on `articles` (oldest first), or None where fewer than `FEWEST_MARKS` marks are left to learn from.

    Equal sentences count once. At most the newest `most_characters` characters are used, fewer with very many labels, and as many
    iterations as fit about four seconds: counted, not timed, so that a slow machine trains the same model.
    """
    work = tuple(articles)
    labels = {mark.label for article in work for mark in article.marks}
    lessons = _lessons(work, min(most_characters, _WORK // (_FEWEST_ITERATIONS * (1 + 2 * len(labels)) ** 2)))
    marks = sum(tag.startswith(BEGIN) for lesson in lessons for tag in lesson.tags)
    if marks < FEWEST_MARKS:
        return None
    characters = sum(len(lesson.text) for lesson in lessons)
    return Tagger(_trained(lessons, _iterations(lessons, characters)), characters=characters, marks=marks)


def _lessons(articles: Sequence[Marked], most_characters: int) -> list[Tagged]:
    """Return the newest different sentences, oldest first."""
    every = dict.fromkeys(lesson for article in reversed(articles) for lesson in tagged(article))
    lessons: list[Tagged] = []
    left = most_characters
    for lesson in every:
        left -= len(lesson.text)
        if left < 0:
            break
        lessons.append(lesson)
    return lessons[::-1]


def _iterations(lessons: Iterable[Tagged], characters: int) -> int:
    tags = len({tag for lesson in lessons for tag in lesson.tags})
    return max(_FEWEST_ITERATIONS, min(_MOST_ITERATIONS, _WORK // (characters * tags * tags)))


def _trained(lessons: Iterable[Tagged], iterations: int) -> bytes:
    crfsuite = _crfsuite()
    trainer = crfsuite.Trainer(algorithm="lbfgs", params={**_SETTINGS, "max_iterations": iterations}, verbose=False)
    for lesson in lessons:
        trainer.append(crfsuite.ItemSequence(features(lesson.text)), lesson.tags)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(_native_name(path))
        return path.read_bytes()


def _native_name(path: Path) -> bytes:
    """Return `path` as C's `fopen` takes it: on Windows in the code page of the system, so that 张三's folder is found."""
    if sys.platform == "win32":
        return str(path).encode("mbcs")
    return bytes(path)


def _damaged() -> InputError:
    return InputError("The learned tagger cannot be read; it can be trained again.")


def _crfsuite() -> _Crfsuite:
    return cast("_Crfsuite", import_module("pycrfsuite"))
