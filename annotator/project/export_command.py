"""The command line that makes an export, for its manifest: the same whether the window or the command line made it."""

from collections.abc import Iterator
from pathlib import Path

from annotator.exchange.formats.card import Language
from annotator.exchange.formats.document import Options
from annotator.project.export_choice import Choice, Chosen, Form, Layer, Splitting


def command_of(project: Path, chosen: Chosen, form: Form) -> list[str]:
    """Return the command word by word. Where it was run is left out, and so are the names of people who are not to be recognised."""
    words = ["annotator", "export", chosen.names.text(project.name) or "", "OUT", "--format", form.name]
    return [*words, *_chosen(chosen), *_options(form.options), *_splitting(form.splitting), *_card(form.language)]


def _chosen(chosen: Chosen) -> Iterator[str]:
    choice, usual = chosen.choice, Choice()
    if choice.layer is not usual.layer:
        yield from ("--layer", choice.layer.value)
    if chosen.by is not None:
        yield from ("--by", chosen.names.of(chosen.by))
    if chosen.round_name is not None and choice.layer is not Layer.GOLD:
        yield from ("--round", chosen.round_name)
    if choice.condition is not None:
        yield from ("--condition", choice.condition.value)
    if choice.times is not usual.times:
        yield from ("--times", choice.times.value)
    flags = {"--finished": choice.finished, "--repeats": choice.repeats, "--pseudonyms": choice.pseudonyms}
    yield from (flag for flag, is_set in flags.items() if is_set)


def _options(options: Options) -> Iterator[str]:
    usual = Options()
    if options.healed:
        yield "--healed"
    if options.sentences:
        yield "--sentences"
    if options.tokens is not usual.tokens:
        yield from ("--tokens", options.tokens.value)
    if options.tags is not usual.tags:
        yield from ("--tags", options.tags.value)
    if options.unit is not usual.unit:
        yield from ("--unit", options.unit.value)


def _splitting(splitting: Splitting | None) -> Iterator[str]:
    if splitting is not None:
        yield from ("--split", ":".join(f"{ratio:g}" for ratio in splitting.ratios))
        yield from ("--seed", str(splitting.seed), "--split-by", splitting.by.value)
        if splitting.blind_test:
            yield "--blind-test"


def _card(language: Language | None) -> Iterator[str]:
    if language is not None:
        yield from ("--card", "--language", language.value)
