"""Draws what customers say of one function's work."""

from __future__ import annotations

from textual.content import Content

from jdrewrite.analysis import entry_for
from jdrewrite.voice.patterns import Pattern
from jdrewrite.voice.report import change

_TOPICS = 8
_BAR = 20
"""Cells of the longest bar."""


def page(pattern: Pattern | None, comments: int, function: str) -> Content:
    """Return the page: how many comments reach this work, and its topics with counts, quotes, and what to look into.

    Args:
        pattern: of the function; None where no comment reaches it.
        comments: how many were read.
        function: slug.
    """
    name = function if function == "other" else entry_for(function).name
    if pattern is None:
        return Content(
            f"None of {comments:,} comments has its cause in the work of {name}.\n\no  another file    Esc  back"
        )
    lines = [Content(f"{pattern.count:,} of {comments:,} comments have their cause in the work of {name}.")]
    if lately := change(pattern):
        lines.append(Content(f"Last month: {lately}."))
    most = max((theme.count for theme in pattern.themes), default=0)
    for theme in pattern.themes[:_TOPICS]:
        bar = "█" * max(1, round(_BAR * theme.count / most))
        lines += [Content(""), Content.assemble((f"{theme.name}: {theme.count:,}  ", "bold"), (bar, "$primary"))]
        lines += [Content(f"  “{quote}”") for quote in theme.quotes]
        lines.append(Content.styled(f"  {theme.prevent}.", "$secondary"))
    if pattern.praise:
        lines += [Content(""), Content.styled(f"praise: {pattern.praise:,}", "bold")]
        lines += [Content(f"  “{quote}”") for quote in pattern.praised]
    open_ones = "Proposals you have not decided of are made anew: of true effects, those customers speak of come first."
    keys = "o  another file    j k  scroll    Esc  back"
    lines += [Content(""), Content.styled(open_ones, "$secondary"), Content.styled(keys, "$secondary")]
    return Content("\n").join(lines)
