"""The types of a CAS as this program writes it: DKPro's document, sentence and token, and one layer of mentions.

The layer's name follows the custom span layers of WebAnno and INCEpTION, which can import the type system as a layer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
DOCUMENT = f"{_DKPRO}.metadata.type.DocumentMetaData"
SENTENCE = f"{_DKPRO}.segmentation.type.Sentence"
TOKEN = f"{_DKPRO}.segmentation.type.Token"
MENTION = "webanno.custom.Mention"
SOFA = "uima.cas.Sofa"
VIEW = "_InitialView"

_STRING = "uima.cas.String"
_ANNOTATION = "uima.tcas.Annotation"


@dataclass(frozen=True, slots=True)
class Type:
    """A type, its parent, and its own features, which are all strings."""

    name: str
    parent: str
    features: tuple[str, ...] = ()

    @property
    def namespace(self) -> str:
        """The XML namespace of its elements, as UIMA makes it of the package."""
        return f"http:///{self.name.rpartition('.')[0].replace('.', '/')}.ecore"

    @property
    def short(self) -> str:
        """Its name without the package."""
        return self.name.rpartition(".")[2]


TYPES: Mapping[str, Type] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Type(DOCUMENT, "uima.tcas.DocumentAnnotation", ("documentTitle", "documentId", "documentUri", "collectionId")),
            Type(SENTENCE, _ANNOTATION),
            Type(TOKEN, _ANNOTATION),
            Type(MENTION, _ANNOTATION, ("label", "annotator", "status", "programme", "note", "flag")),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation: its type, `[begin, end)` in UTF-16 units of the text, and the features that have a value."""

    type: str
    begin: int
    end: int
    features: Mapping[str, str]


def type_system_xml() -> str:
    """Return the type system description that UIMA, INCEpTION and dkpro-cassis read beside XMI."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n'
        "  <name>annotator</name>\n  <types>\n"
        + "".join(_type_xml(kind) for kind in TYPES.values())
        + "  </types>\n</typeSystemDescription>\n"
    )


def type_system_json() -> dict[str, object]:
    """Return the type system as JSON CAS has it (`%TYPES`)."""
    return {
        kind.name: {
            "%NAME": kind.name,
            "%SUPER_TYPE": kind.parent,
            **{feature: {"%NAME": feature, "%RANGE": _STRING} for feature in kind.features},
        }
        for kind in TYPES.values()
    }


def _type_xml(kind: Type) -> str:
    features = "".join(
        f"        <featureDescription>\n          <name>{feature}</name>\n          <description/>\n"
        f"          <rangeTypeName>{_STRING}</rangeTypeName>\n        </featureDescription>\n"
        for feature in kind.features
    )
    inner = f"      <features>\n{features}      </features>\n" if features else ""
    return (
        f"    <typeDescription>\n      <name>{kind.name}</name>\n      <description/>\n"
        f"      <supertypeName>{kind.parent}</supertypeName>\n{inner}    </typeDescription>\n"
    )
