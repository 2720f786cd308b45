"""Reading and writing job descriptions, one file a format. The format is found by content, then by name."""

from jdrewrite.documents.columns import Columns
from jdrewrite.documents.files import read, read_all, write, write_all
from jdrewrite.documents.reading import read_all_bytes, read_bytes
from jdrewrite.documents.rendering import edited, render, render_all
from jdrewrite.documents.tracking import tracking_now
from jdrewrite.formats import FORMATS

__all__ = [
    "FORMATS",
    "Columns",
    "edited",
    "read",
    "read_all",
    "read_all_bytes",
    "read_bytes",
    "render",
    "render_all",
    "tracking_now",
    "write",
    "write_all",
]
