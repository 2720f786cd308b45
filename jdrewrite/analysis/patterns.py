"""The pattern language of the rules, compiled to spaCy's token and dependency matchers.

A **token** pattern is a row of items separated by spaces:

====================  ==========================================================================
``word``              this word in lower case; ``one|other`` for either
``<class>``           a word of a class of ``words.toml``; ``<one|other>`` for either class
``@served``           a word that the customer component took for someone served
``@external``         ... for a customer outside, ``@internal`` for one inside
``:VERB``             a part of speech; ``:NOUN|PROPN`` for either
``..4``               up to four words, over no punctuation mark that ends a clause
``item?``             the item may be missing; ``item*`` any number, ``item+`` at least one
====================  ==========================================================================

A **dependency** pattern is ``head >dep child``: ``<help> >dobj @served``; ``>`` alone is any relation,
``>>`` any depth, ``>dobj|pobj`` one of several.
"""

from __future__ import annotations

import re
from typing import Any

from jdrewrite.analysis.rules.words import classes

TokenPattern = list[dict[str, Any]]
_STOPS = [".", ";", ":", "!", "?", "(", ")", ","]
_GAP = re.compile(r"\.\.(\d+)$")
_LINK = re.compile(r">>?[\w|]*$")


def compile_token(pattern: str) -> TokenPattern:
    """Compile a token pattern for ``spacy.matcher.Matcher``.

    Raises:
        ValueError: an unknown class or a malformed item.
    """
    return [_item(item) for item in pattern.split()]


def compile_dependency(pattern: str) -> list[dict[str, Any]]:
    """Compile a dependency pattern for ``spacy.matcher.DependencyMatcher``.

    Raises:
        ValueError: an unknown class, or not of the form ``item link item [link item ...]``.
    """
    parts = pattern.split()
    if len(parts) < 3 or len(parts) % 2 == 0:
        raise ValueError(f"not of the form 'head >dep child': '{pattern}'")
    compiled: list[dict[str, Any]] = [{"RIGHT_ID": "n0", "RIGHT_ATTRS": _item(parts[0])}]
    for number, (link, item) in enumerate(zip(parts[1::2], parts[2::2], strict=True), 1):
        if not _LINK.match(link):
            raise ValueError(f"'{link}' is no relation in '{pattern}'")
        operator = ">>" if link.startswith(">>") else ">"
        attributes = _item(item)
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


def _item(item: str) -> dict[str, Any]:
    if gap := _GAP.match(item):
        return {"ORTH": {"NOT_IN": _STOPS}, "OP": f"{{0,{gap.group(1)}}}"}
    operator = item[-1] if item[-1] in "?*+" and len(item) > 1 else ""
    return {**_attributes(item.removesuffix(operator)), **({"OP": operator} if operator else {})}


def _attributes(item: str) -> dict[str, Any]:
    if item.startswith("<") and item.endswith(">"):
        return {"LOWER": {"IN": sorted(_class_forms(item[1:-1]))}}
    if item.startswith("@"):
        values = {"served": ["external", "internal"], "external": ["external"], "internal": ["internal"]}
        if item[1:] not in values:
            raise ValueError(f"'{item}' is none of @served, @external, @internal")
        return {"_": {"jd_served": {"IN": values[item[1:]]}}}
    if item.startswith(":"):
        return {"POS": {"IN": item[1:].split("|")}}
    return {"LOWER": {"IN": item.lower().split("|")}} if "|" in item else {"LOWER": item.lower()}


def _class_forms(names: str) -> set[str]:
    known = classes()
    forms: set[str] = set()
    for name in names.split("|"):
        if name not in known:
            raise ValueError(f"there is no word class '{name}' in words.toml")
        forms |= known[name]
    return forms
