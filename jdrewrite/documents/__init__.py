"""Reading and writing job descriptions, one file a format. The format is found by content and by name."""

from jdrewrite.documents.files import read, write
from jdrewrite.documents.formats import FORMATS, read_bytes, render
from jdrewrite.documents.tracking import tracking_now

__all__ = ["FORMATS", "read", "read_bytes", "render", "tracking_now", "write"]
