"""The registered spaCy components: add ``jd_frame`` and the others to any English pipeline that has a parser.

Each lens component puts its evidence in ``doc.spans["jd_<lens>"]`` (the label of a span is the id of the rule) and
lets ``doc._.jd_<lens>`` and ``span._.jd_<lens>`` tell the value: ask each ``sent._.jd_<lens>``, since the labels are
those of single statements. ``jd_sections`` labels the lines of a text, ``jd_function`` ranks its function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language

from jdrewrite.analysis.extensions import register
from jdrewrite.analysis.lens_model import weights
from jdrewrite.analysis.lenses import read_lenses
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.matching import Hit
from jdrewrite.analysis.rules import book
from jdrewrite.analysis.served import mark
from jdrewrite.model import LENSES, Lens

if TYPE_CHECKING:
    from spacy.tokens import Doc

Component = Callable[["Doc"], "Doc"]
_FOUND = "jd_found"
"""Where the lenses' reading waits in ``doc.user_data``: all eight are read together, whichever comes first."""


def _by_sentence(doc: Doc) -> dict[Lens, list[Hit]]:
    """Read each sentence on its own, as the lens guide asks, and return the evidence in the text's own tokens."""
    found: dict[Lens, list[Hit]] = {lens: [] for lens in LENSES}
    for sentence in doc.sents if doc.has_annotation("SENT_START") else [doc[:]]:
        part = LightDoc.of(sentence)
        for lens, hits in read_lenses(part, book(), weights()).items():
            found[lens] += [(name, sentence.start + start, sentence.start + end) for name, start, end in hits]
        for i, served in mark(part, book().classes).items():
            doc[sentence.start + i]._.jd_served = served
    return found


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
