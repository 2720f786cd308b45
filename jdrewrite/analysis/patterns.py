"""The pattern language of the rules, compiled to spaCy's token and dependency matchers.

A **token** pattern is a row of items separated by spaces:

====================  ==========================================================================
``word``              this word in lower case; ``one|other`` for either
``<class>``           a word of a class of ``words.toml``; ``<one|other>`` for either class
``<class|=word>``     a word of the class, or this word
``@served``           a word that the customer component took for someone served
``@external``         ... for a customer outside, ``@internal`` for one inside
``@served|people``    either, in token patterns
``:VERB``             a part of speech; ``:NOUN|PROPN`` for either
``..4``               up to four words, over no punctuation mark that ends a clause
``item?``             the item may be missing; ``item*`` any number, ``item+`` at least one
====================  ==========================================================================

A **dependency** pattern is ``head >dep child``: ``<help> >dobj @served``; ``>`` alone is any relation,
``>>`` any depth, ``>dobj|pobj`` one of several.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import Any

Classes = Mapping[str, frozenset[str]]
"""Word classes by name, as ``rules.classes`` returns them."""
TokenPattern = list[dict[str, Any]]
_STOPS = [".", ";", ":", "!", "?", "(", ")", ","]
_GAP = re.compile(r"\.\.(\d+)$")
_LINK = re.compile(r">>?[\w|]*$")


_TAGS: dict[str, tuple[str, ...]] = {
    "VERB": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
    "AUX": ("MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
    "NOUN": ("NN", "NNS"),
    "PROPN": ("NNP", "NNPS"),
    "PRON": ("PRP", "WP", "EX"),
    "ADJ": ("JJ", "JJR", "JJS"),
    "ADP": ("IN", "TO", "RP"),
    "NUM": ("CD",),
}
"""Penn tags for the parts of speech: reading the tag spares the slow table that derives the part of speech."""


def variants(pattern: str) -> list[str]:
    """Return the patterns that a token pattern stands for: one matcher item cannot ask for a word or for a mark.

    ``ask @served|them why`` is ``ask @served why`` and ``ask them why``.
    """
    choices = [_choices(item) for item in pattern.split()]
    return [" ".join(row) for row in product(*choices)]


def _choices(item: str) -> list[str]:
    operator = item[-1] if item[-1] in "?*+" and len(item) > 1 else ""
    parts = item.removesuffix(operator).split("|")
    marks = [part + operator for part in parts if part.startswith("@")]
    words = "|".join(part for part in parts if not part.startswith("@"))
    return [*marks, words + operator] if marks and words else [item]


def compile_token(pattern: str, known: Classes) -> TokenPattern:
    """Compile a token pattern for ``spacy.matcher.Matcher``.

    Args:
        pattern: items separated by spaces.
        known: the word classes.

    Raises:
        ValueError: an unknown class or a malformed item.
    """
    return [_item(item, known) for item in pattern.split()]


def compile_dependency(pattern: str, known: Classes) -> list[dict[str, Any]]:
    """Compile a dependency pattern for ``spacy.matcher.DependencyMatcher``.

    Args:
        pattern: items and links.
        known: the word classes.

    Raises:
        ValueError: an unknown class, or not of the form ``item link item [link item ...]``.
    """
    parts = pattern.split()
    if len(parts) < 3 or len(parts) % 2 == 0:
        raise ValueError(f"not of the form 'head >dep child': '{pattern}'")
    compiled: list[dict[str, Any]] = [{"RIGHT_ID": "n0", "RIGHT_ATTRS": _item(parts[0], known)}]
    for number, (link, item) in enumerate(zip(parts[1::2], parts[2::2], strict=True), 1):
        if not _LINK.match(link):
            raise ValueError(f"'{link}' is no relation in '{pattern}'")
        operator = ">>" if link.startswith(">>") else ">"
        attributes = _item(item, known)
        if names := link.lstrip(">"):
            attributes = {**attributes, "DEP": {"IN": names.split("|")}}
        compiled.append(
            {
                "LEFT_ID": f"n{number - 1}",
                "REL_OP": operator,
                "RIGHT_ID": f"n{number}",
                "RIGHT_ATTRS": attributes,
            }
        )
    return compiled


def _item(item: str, known: Classes) -> dict[str, Any]:
    if gap := _GAP.match(item):
        return {"ORTH": {"NOT_IN": _STOPS}, "OP": f"{{0,{gap.group(1)}}}"}
    operator = item[-1] if item[-1] in "?*+" and len(item) > 1 else ""
    return {**_attributes(item.removesuffix(operator), known), **({"OP": operator} if operator else {})}


def _attributes(item: str, known: Classes) -> dict[str, Any]:
    if item.startswith("<") and item.endswith(">"):
        return {"LOWER": {"IN": sorted(_class_forms(item[1:-1], known))}}
    if item.startswith("@"):
        values = {"served": ["external", "internal"], "external": ["external"], "internal": ["internal"]}
        if item[1:] not in values:
            raise ValueError(f"'{item}' is none of @served, @external, @internal")
        return {"_": {"jd_served": {"IN": values[item[1:]]}}}
    if item.startswith(":") and len(item) > 1:
        return {"TAG": {"IN": _tags(item[1:])}}
    return {"LOWER": {"IN": item.lower().split("|")}} if "|" in item else {"LOWER": item.lower()}


def _tags(names: str) -> list[str]:
    unknown = [name for name in names.split("|") if name not in _TAGS]
    if unknown:
        raise ValueError(f"':{unknown[0]}' is no part of speech of {', '.join(_TAGS)}")
    return sorted({tag for name in names.split("|") for tag in _TAGS[name]})


def _class_forms(names: str, known: Classes) -> set[str]:
    forms: set[str] = set()
    for name in names.split("|"):
        if name not in known and not name.startswith("="):
            raise ValueError(f"there is no word class '{name}' in words.toml")
        forms |= {name[1:].lower()} if name.startswith("=") else known[name]
    return forms
