"""The engines that can be chosen, with what is to be known of each."""

from __future__ import annotations


def choices() -> list[tuple[str, str]]:
    """Return the engines as keys and labels."""
    from jdrewrite.rewriting import destination, engine_names

    found = []
    for name in engine_names():
        where = destination(name)
        if name == "offline":
            told = "offline: on this machine, private, the same text gives the same proposals"
        elif where is None:
            told = f"{name}: a language model on this machine"
        else:
            told = f"{name}: {where.model} at {where.host}; the text leaves this machine"
        found.append((name, told))
    return found
