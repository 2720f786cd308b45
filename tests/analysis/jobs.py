"""Job descriptions of a few lines, and the word for those whom they serve."""

import jdrewrite
from jdrewrite.analysis.served_word.book import book


def word(text, function):
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function).customer_word.plural


NOBODY = book().nobody.plural
"""What is written where a text names nobody served, and is not plainly that of a business."""


DUTIES = "# {title}\n\n{about}\n\n## Responsibilities\n\n{duties}\n\n## Equal opportunity\n\n{notice}\n"


def jd(duties, title="Clerk", about="", notice=""):
    return DUTIES.format(title=title, about=about, duties="\n".join(f"- {d}" for d in duties), notice=notice)
