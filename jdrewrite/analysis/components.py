"""The registered spaCy components: add ``jd_frame`` and the others to any English pipeline that has a parser.

Each lens component puts its evidence in ``doc.spans["jd_<lens>"]`` (the label of a span is the id of the rule) and
lets ``doc._.jd_<lens>`` and ``span._.jd_<lens>`` tell the value. They read a text as one statement, so give them one
sentence or bullet at a time. ``jd_sections`` labels the lines of a text, ``jd_function`` ranks its function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jdrewrite.analysis.extensions import register
from jdrewrite.analysis.lens_model import weights
from jdrewrite.analysis.lenses import read_lenses
from jdrewrite.analysis.rules import book
from jdrewrite.model import Lens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Component = Callable[["Doc"], "Doc"]
_FOUND = "jd_found"
"""Where the lenses' reading waits in ``doc.user_data``: all eight are read together, whichever comes first."""


def lens_component(lens: Lens) -> Component:
    """Return the component of one lens."""
    register()

    def component(doc: Doc) -> Doc:
        from spacy.tokens import Span

        if _FOUND not in doc.user_data:
            doc.user_data[_FOUND] = read_lenses(doc, book(), weights())
        found = doc.user_data[_FOUND][lens]
        doc.spans[f"jd_{lens}"] = [Span(doc, start, end, label=name) for name, start, end in found]
        return doc

    return component


def make_customer(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy calls every factory with both
    """Make ``jd_customer``: who is served; also sets ``token._.jd_served``."""
    return lens_component("customer")


def make_frame(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_frame``: for whose good the work is said to be done."""
    return lens_component("frame")


def make_sight(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_sight``: the effect on those served."""
    return lens_component("sight")


def make_voice(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_voice``: hearing those served."""
    return lens_component("voice")


def make_authority(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_authority``: room to do right by those served."""
    return lens_component("authority")


def make_measure(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_measure``: by what success is judged."""
    return lens_component("measure")


def make_across(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_across``: sharing with others, or guarding a border."""
    return lens_component("across")


def make_people(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_people``: attitudes that serve people."""
    return lens_component("people")


def make_sections(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_sections``: ``doc.spans["jd_sections"]`` holds a span for each line, labelled with its section."""
    from jdrewrite.analysis.whole_text import label_lines

    return label_lines


def make_function(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make ``jd_function``: ``doc._.jd_function`` is the ranked functions of the text, its first line the title."""
    from jdrewrite.analysis.whole_text import rank_text

    register()
    return rank_text
