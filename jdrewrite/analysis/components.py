"""The registered spaCy components: add ``jd_frame`` and the others to any English pipeline, a blank one too.

The sentences are those of the pipeline, or, where it cuts none, those that ``analyse`` would read; each is read as
``analyse`` reads it, with the model that it uses, so that both say the same of the same words.

Each lens component puts its evidence in ``doc.spans["jd_<lens>"]`` (the label of a span is the id of the rule) and
lets ``doc._.jd_<lens>`` and ``span._.jd_<lens>`` tell the value: ask each ``sent._.jd_<lens>``, since the labels are
those of single statements. ``jd_sections`` labels the lines of a text, ``jd_function`` ranks its function.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from spacy.language import Language

from jdrewrite.analysis.extensions import register
from jdrewrite.analysis.lens_model import weights
from jdrewrite.analysis.lenses import read_lenses
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.matching import Hit
from jdrewrite.analysis.rules import book
from jdrewrite.analysis.served import mark
from jdrewrite.analysis.statements import bounded
from jdrewrite.language.lead import lead
from jdrewrite.language.model import UNUSED, pipeline
from jdrewrite.language.sentences import sentences
from jdrewrite.model import LENSES, Lens

if TYPE_CHECKING:
    from spacy.tokens import Doc

Component = Callable[["Doc"], "Doc"]
_WORD = re.compile(r"\S+")
_FOUND = "jd_found"
"""Where the lenses' reading waits in ``doc.user_data``: all eight are read together, whichever comes first."""


def _by_sentence(doc: Doc) -> dict[Lens, list[Hit]]:
    """Read each sentence on its own, as the lens guide asks, and return the evidence in the text's own tokens.

    Raises:
        ModelMissing: the language model of ``analyse`` is not installed.
    """
    found: dict[Lens, list[Hit]] = {lens: [] for lens in LENSES}
    parts = [part for start, end in _sentences(doc) if (part := _Part.of(doc.text, start, end)).text]
    read = pipeline().pipe((part.before + part.text for part in parts), disable=UNUSED)
    for part, parsed in zip(parts, read, strict=True):
        light = LightDoc.of(parsed)
        for lens, hits in read_lenses(light, book(), weights()).items():
            found[lens] += [(name, *part.tokens(doc, light, start, end)) for name, start, end in hits]
        for i, served in mark(light, book().classes).items():
            doc[part.tokens(doc, light, i, i + 1)[0]]._.jd_served = served
    return found


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    if doc.has_annotation("SENT_START"):
        return [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    return bounded(sentences(doc.text))


class _Part(NamedTuple):
    """A sentence as it is read: its white space collapsed, behind the words that make a bare duty a sentence."""

    text: str
    places: list[int]
    """Of each of its characters, in the whole text."""
    before: str

    @classmethod
    def of(cls, whole: str, start: int, end: int) -> _Part:
        words = [(match.group(), match.start()) for match in _WORD.finditer(whole, start, end)]
        places = [at + n for word, at in words for n in range(len(word) + 1)][:-1]
        text = " ".join(word for word, _ in words)
        return cls(text, places, lead(text))

    def tokens(self, doc: Doc, light: LightDoc, start: int, end: int) -> tuple[int, int]:
        """Return the tokens of the text for those of the sentence; its first for what was put before it."""
        first = max(0, light.starts[start] - len(self.before))
        last = max(0, light.starts[end - 1] + len(light.texts[end - 1]) - 1 - len(self.before))
        span = doc.char_span(self.places[first], self.places[last] + 1, alignment_mode="expand")
        if span is None:  # never, between characters of the text
            raise IndexError(first, last)
        return span.start, span.end


def lens_component(lens: Lens) -> Component:
    """Return the component of one lens."""
    register()

    def component(doc: Doc) -> Doc:
        from spacy.tokens import Span

        if _FOUND not in doc.user_data:
            doc.user_data[_FOUND] = _by_sentence(doc)
        found = doc.user_data[_FOUND][lens]
        doc.spans[f"jd_{lens}"] = [Span(doc, start, end, label=name) for name, start, end in found]
        return doc

    return component


@Language.factory("jd_customer")
def make_customer(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy calls every factory with both
    """Make ``jd_customer``: who is served; also sets ``token._.jd_served``."""
    return lens_component("customer")


@Language.factory("jd_frame")
def make_frame(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_frame``: for whose good the work is said to be done."""
    return lens_component("frame")


@Language.factory("jd_sight")
def make_sight(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_sight``: the effect on those served."""
    return lens_component("sight")


@Language.factory("jd_voice")
def make_voice(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_voice``: hearing those served."""
    return lens_component("voice")


@Language.factory("jd_authority")
def make_authority(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_authority``: room to do right by those served."""
    return lens_component("authority")


@Language.factory("jd_measure")
def make_measure(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_measure``: by what success is judged."""
    return lens_component("measure")


@Language.factory("jd_across")
def make_across(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_across``: sharing with others, or guarding a border."""
    return lens_component("across")


@Language.factory("jd_people")
def make_people(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_people``: attitudes that serve people."""
    return lens_component("people")


@Language.factory("jd_sections")
def make_sections(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_sections``: ``doc.spans["jd_sections"]`` holds a span for each line, labelled with its section."""
    from jdrewrite.analysis.whole_text import label_lines

    return label_lines


@Language.factory("jd_function")
def make_function(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_function``: ``doc._.jd_function`` is the ranked functions of the text, its first line the title."""
    from jdrewrite.analysis.whole_text import rank_text

    register()
    return rank_text
