"""A name that the text, or who knows, gives to those served ("Canadians") is no invention where it stands for them."""

from __future__ import annotations

import re

from jdrewrite.model import Assessment, Fact


def names_those_served(found: Fact, text: str, context: Assessment | None) -> bool:
    """Tell whether an unknown name is the job description's own word for those served.

    Of the word that a person gave no part is invented, whatever it looks like: "K-12 teachers", "licensed contractors".

    Args:
        found: what is held to be invented.
        text: in which it stands.
        context: the assessment of the whole, where there is one.
    """
    if found.check == "joined":
        return False  # the word is known, but nobody said that the work is done for them as well
    served = context.customer_word if context else None
    if served is None or not (served.source == "given" or (served.source == "text" and found.check == "names")):
        return False
    word = re.escape(served.plural)
    return any(m.start() <= found.start and found.end <= m.end() for m in re.finditer(rf"(?<![\w-]){word}(?!\w)", text))
