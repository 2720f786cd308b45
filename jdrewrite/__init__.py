"""Read a job description for its customers, propose a rewrite, and prove that nothing was lost or invented.

The whole way at once, which writes only what the judge passed, and no new line, for that is a commitment::

    document   = jdrewrite.read("clerk.docx")
    revision   = jdrewrite.revise(document)
    jdrewrite.write(document, revision.edits, "clerk.rewritten.docx")

Or step by step; ``propose`` judges nothing, ``verify`` does, and what is written is for the caller to choose::

    assessment = jdrewrite.analyse(document)
    proposals  = jdrewrite.propose(assessment, kinds=("reframe", "connect"))
    passed     = [p for p in proposals if jdrewrite.verify(p.original, p.proposed, context=assessment).passed]
    jdrewrite.write(document, [p.edit() for p in passed], "clerk.by-hand.docx")

Names are imported when they are first used, so that ``import jdrewrite`` stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdrewrite.analysis import analyse
    from jdrewrite.documents import read, read_all, read_bytes, render, write, write_all
    from jdrewrite.errors import JdrewriteError
    from jdrewrite.model import Assessment, Document, Edit, Proposal, Verdict
    from jdrewrite.revision import revise
    from jdrewrite.rewriting import propose
    from jdrewrite.verifying import verify, verify_documents

__version__ = "0.1.0"

_HOMES = {
    "read": "jdrewrite.documents",
    "read_all": "jdrewrite.documents",
    "read_bytes": "jdrewrite.documents",
    "render": "jdrewrite.documents",
    "write": "jdrewrite.documents",
    "write_all": "jdrewrite.documents",
    "analyse": "jdrewrite.analysis",
    "propose": "jdrewrite.rewriting",
    "verify": "jdrewrite.verifying",
    "verify_documents": "jdrewrite.verifying",
    "revise": "jdrewrite.revision",
    "JdrewriteError": "jdrewrite.errors",
    "Assessment": "jdrewrite.model",
    "Document": "jdrewrite.model",
    "Edit": "jdrewrite.model",
    "Proposal": "jdrewrite.model",
    "Verdict": "jdrewrite.model",
}

__all__ = [
    "Assessment",
    "Document",
    "Edit",
    "JdrewriteError",
    "Proposal",
    "Verdict",
    "__version__",
    "analyse",
    "propose",
    "read",
    "read_all",
    "read_bytes",
    "render",
    "revise",
    "verify",
    "verify_documents",
    "write",
    "write_all",
]


def __getattr__(name: str) -> Any:
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
