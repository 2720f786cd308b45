"""The engines that can be chosen, with what is to be known of each."""

from __future__ import annotations


def choices() -> list[tuple[str, str]]:
    """Return the engines as keys and labels."""
    from jdrewrite.rewriting.engines import ENGINES

    told = {"offline": "offline: on this machine, private, the same text gives the same proposals"}
    return [(name, told.get(name, f"{name}: a language model of your settings")) for name in ENGINES]
