"""Words of advice that fit the function: examples from the catalogue, in the job description's own word."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from jdrewrite.catalogue import GENERAL, Function, Output, filled, functions, without_brackets


def fill(text: str, customers: str) -> str:
    """Return a wording with the job description's word, and the verbs of a line without their brackets."""
    return filled(without_brackets(text), customers)


def pick(choices: Sequence[str], key: str) -> str:
    """Choose one wording by a key: the same for the same key, different from key to key."""
    return choices[int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % len(choices)]


def effect(output: Output, customers: str, key: str) -> str:
    """Return an effect of an output as it stands behind a duty: "so that customers can ..."."""
    choices = [f"so that {{customers}} can {text}" for text in output.ability]
    choices += [f"so that {text}" for text in output.state]
    return fill(pick(choices, key), customers)


def line(function: Function, lens: str, customers: str, key: str) -> str:
    """Return one line of the function for ``voice``, ``authority``, ``measure`` or ``across``."""
    return fill(pick(function.lines(lens) or functions()[GENERAL].lines(lens), key), customers)
