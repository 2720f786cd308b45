"""Who changes a document, and when: the user's settings and the clock, read where a file is written."""

from __future__ import annotations

from datetime import datetime

from jdrewrite.config import Word, config
from jdrewrite.model import Tracking


def author_set() -> str:
    """Return the author whom the user set for Word files; an empty text where nobody was set."""
    author = config().word.author
    return "" if author == Word().author else author


def tracking_now(*, comments: bool | None = None) -> Tracking:
    """Return tracking by the user's settings, dated now.

    Args:
        comments: write the reasons into the margin; None for what the settings say.

    Raises:
        DataError: the settings are not valid.
    """
    word = config().word
    # Word shows the date as it stands, whatever its zone: it must be the local time, as Word itself writes it.
    date = datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M:00Z")
    return Tracking(author=word.author, date=date, comments=word.comments if comments is None else comments)
