"""A name that the text itself gives to those served ("Canadians") is no invention where it stands for them."""

from __future__ import annotations

import re

from jdrewrite.model import Assessment, Fact


def names_those_served(found: Fact, text: str, context: Assessment | None) -> bool:
    """Tell whether an unknown name is the job description's own word for those served.

    Args:
        found: what is held to be invented.
        text: in which it stands.
        context: the assessment of the whole, where there is one.
    """
    if found.check != "names" or context is None or context.customer_word.source != "text":
        return False
    word = re.escape(context.customer_word.plural)
    return any(m.start() <= found.start and found.end <= m.end() for m in re.finditer(rf"\b{word}\b", text))
