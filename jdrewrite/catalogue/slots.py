"""Slots: words of a wording in braces, for which a job description may have its own; and verbs of a line in brackets.

* ``{customers}``: those served.
* ``{staff who serve {customers}}``: those at work who serve them; a noun, "who" and a verb.
* ``{those who need the work}``: whoever receives the work.

What stands in the last two is said where nothing nearer is known. ``[Ask]`` is a verb that is inflected as the job
description says its duties: "ask", "asks", "asking".

``<{customers} report|are reported>`` are two readings of one line: the first names those served, the second nobody, for
texts that do not say whom the work reaches first-hand. ``< for {customers}>`` is left out in the second.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jdrewrite.catalogue.naming import CUSTOMERS, with_customers

__all__ = [
    "CUSTOMERS",
    "filled",
    "naming_nobody",
    "naming_them",
    "unknown",
    "with_customers",
    "with_receivers",
    "with_servers",
    "with_verbs",
    "without_brackets",
    "without_other_slots",
]

_SERVERS = re.compile(r"\{([a-z]+) who ([a-z ]+) \{customers\}\}")
_RECEIVERS = re.compile(r"\{(those who [a-z ]+)\}")
_VERB = re.compile(r"\[([^\]]+)\]")
_READINGS = re.compile(r"<([^<>|]+)(?:\|([^<>|]+))?>")
_ANY = re.compile(r"\{[^{}]*\}?|\}")


def without_other_slots(text: str) -> str:
    """Return a wording with no slot but ``{customers}``."""
    return with_receivers(with_servers(text, "{} who {} {{customers}}".format), "")


def filled(text: str, customers: str) -> str:
    """Return a wording with a plural for those served, and the others as the catalogue calls them."""
    return with_customers(without_other_slots(text), customers)


def with_servers(text: str, said: Callable[[str, str], str]) -> str:
    """Return a wording with other words for those who serve.

    Args:
        text: of the catalogue.
        said: is given the noun and the verb ("staff", "speak with"), and may say ``{customers}`` again.
    """
    return _SERVERS.sub(lambda slot: said(slot[1], slot[2]), text)


def with_receivers(text: str, receivers: str) -> str:
    """Return a wording with another plural for whoever receives the work; empty: as it stands there."""
    return _RECEIVERS.sub(lambda slot: receivers or slot[1], text)


def with_verbs(text: str, said: Callable[[str], str]) -> str:
    """Return a line with its verbs in another form.

    Args:
        text: of the catalogue.
        said: is given what stands in brackets ("Ask", "pass on").
    """
    return _VERB.sub(lambda verb: said(verb[1]), text)


def naming_them(text: str) -> str:
    """Return the reading of a line that names those served, as most lines have no other."""
    return _READINGS.sub(lambda both: both[1], text)


def naming_nobody(text: str) -> str:
    """Return the reading of a line that names nobody served; empty where it has none."""
    return _READINGS.sub(lambda both: both[2] or "", text) if _READINGS.search(text) else ""


def without_brackets(text: str) -> str:
    """Return a line with its verbs as the catalogue has them."""
    return with_verbs(text, lambda verb: verb)


def unknown(text: str) -> list[str]:
    """Return the slots of a wording that are none, with their braces."""
    return _ANY.findall(without_other_slots(text).replace(CUSTOMERS, ""))
