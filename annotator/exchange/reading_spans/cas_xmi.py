"""UIMA's XMI as feature structures, read by expat: no entities, no document type, bounded depth and number of elements."""

from collections.abc import Mapping
from xml.parsers import expat

from annotator.core.errors import InputError
from annotator.exchange.reading.limits import DEEPEST, MOST_NODES
from annotator.exchange.reading_spans.cas_structures import Structure

_XMI = "http://www.omg.org/XMI"
_ECORE = ".ecore"
_SCHEME = "http:///"
# The root, a feature structure, a value of one of its features.
_STRUCTURE_DEPTH = 2


def structures_of_xmi(data: bytes, where: str) -> list[Structure]:
    """Return the feature structures of an XMI file; features written as elements of their own are left out.

    Raises:
        InputError: it is not XMI, declares a document type, or is built to overload; `where` names it.
    """
    walker = _Walker(where)
    try:
        walker.parser.Parse(data, True)
    except expat.ExpatError as error:
        why = expat.errors.messages.get(error.code, "?")
        raise InputError("{where}, line {line}: this is not XML ({why}).", where=where, line=error.lineno, why=why) from error
    except (LookupError, ValueError) as error:
        # The parser asks Python for encodings that it does not know itself.
        raise InputError("{where}: it claims an encoding that there is not ({why}).", where=where, why=error) from error
    return walker.structures


class _Walker:
    """Takes elements from a parser, which it owns."""

    def __init__(self, where: str) -> None:
        self.structures: list[Structure] = []
        self._where = where
        self._depth = self._nodes = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._nodes += 1
        if self._depth > DEEPEST or self._nodes > MOST_NODES:
            raise InputError("{where} holds more elements than any CAS, or nests them too deep.", where=self._where)
        if self._depth == 1 and name != f"{_XMI} XMI":
            raise InputError("{where} is XML, but not XMI.", where=self._where)
        if self._depth == _STRUCTURE_DEPTH:
            number = attributes.get(f"{_XMI} id", "")
            features = {key: value for key, value in attributes.items() if " " not in key}
            self.structures.append(Structure(number, _type(name), features))

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _refuse(self, *_: object) -> None:
        raise InputError("{where} declares a document type, which no CAS needs; it was not read.", where=self._where)


def _type(name: str) -> str:
    """Return the type of an element called `namespace name`: `http:///uima/cas.ecore Sofa` is `uima.cas.Sofa`."""
    namespace, _, short = name.rpartition(" ")
    package = namespace.removeprefix(_SCHEME).removesuffix(_ECORE).replace("/", ".")
    return short if package in {"", "uima.noNamespace"} else f"{package}.{short}"
