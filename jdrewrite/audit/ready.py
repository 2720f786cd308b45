"""Proposals ready to accept for the job descriptions with which an action plan begins.

They are those that ``rewrite`` makes and accepts: changes of existing lines that passed. New lines of the function are
shown apart, since they are commitments; lines that hold for any job are not shown at all.

They are made once, when reports are wanted, and kept beside the results: what has not changed is not proposed again.
"""

from __future__ import annotations

import hashlib
import re
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

import msgspec
from msgspec.structs import replace

from jdrewrite import cached
from jdrewrite.audit.addresses import identity, is_address, is_file_at
from jdrewrite.audit.corrections import digest
from jdrewrite.audit.plan import Plan
from jdrewrite.audit.results import Results
from jdrewrite.audit.worker import Task, correction_of, documents_of, unit_of
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.documents.columns import Columns
from jdrewrite.documents.files import save
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Document, Proposal, Statement

FILE = "proposals.json"
EACH = 3
"""Proposals, and new lines, that a plan shows of one job description."""
_VERSION = 3
_PROPOSING = ("audit/ready.py", "proposing.py", "revision.py", "rewriting", "verifying")
"""What of the program makes proposals of what was read, the writer's weights and the judge's words included."""
_SAME = 3
"""Job descriptions from which an end that names nobody served is told to be the same in all of them."""


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """One proposal that the verifier let pass."""

    kind: str
    line: int
    original: str
    proposed: str
    why: str
    names: bool = False
    """The line names somebody served, before or after."""
    same: int = 0
    """Job descriptions of the plans in which the same end is proposed, from ``_SAME`` on; such an end holds wherever
    such a thing is done. 0 for a line that names somebody served."""


class ForOne(msgspec.Struct, frozen=True, kw_only=True):
    """What is proposed for one job description."""

    path: str
    title: str
    proposals: tuple[Ready, ...]
    """The first ``EACH``: what names those served before what holds wherever such a thing is done, then by gain."""
    lines: tuple[Ready, ...] = ()
    """New lines of its function, the first ``EACH`` by gain: to be agreed with the manager."""
    count: int
    """All that the command applies."""
    command: str
    """Applies them, and writes beside the original."""
    key: str = ""
    """Of the file's bytes, and of all that reads it, proposes and judges; another key is proposed for anew."""


class _File(msgspec.Struct, frozen=True):
    version: int
    found: dict[str, ForOne]


def proposed(results: Results, plans: Sequence[Plan], task: Task) -> dict[str, ForOne]:
    """Return what is proposed for the first job descriptions of each plan, and keep it beside the results.

    A file that has gone or cannot be read any more is left out.

    Raises:
        OutputError: it cannot be kept.
        SetupError: the installation is not complete.
    """
    place = results.path.parent / FILE
    known, found = _read(place), {}
    made_by = results.head.audit + cached.digest_of(*_PROPOSING)
    for path in dict.fromkeys(path for plan in plans for path in plan.first):
        key = _key(path, made_by + digest(task.corrections, _file_of(path)) + _settings(_file_of(path)))
        if key:
            same = known.get(path)
            made = same if same and same.key == key else _for_one(path, key, task)
            if made is not None:
                found[path] = made
    found = _with_same(found)
    save(place, msgspec.json.encode(_File(_VERSION, found)) + b"\n")
    return found


def _with_same(found: Mapping[str, ForOne]) -> dict[str, ForOne]:
    """Return what is proposed, with the ends that stand in many job descriptions known as such, and behind others."""
    ends = Counter(end for one in found.values() for end in {_end(each) for each in one.proposals})

    def known(one: ForOne) -> ForOne:
        each = [replace(p, same=ends[_end(p)] if ends[_end(p)] >= _SAME and not p.names else 0) for p in one.proposals]
        return replace(one, proposals=tuple(sorted(each, key=lambda p: p.same)))

    return {path: known(one) for path, one in found.items()}


def _end(one: Ready) -> str:
    """Return what a proposal adds behind its line."""
    return one.proposed.removeprefix(one.original.rstrip(".;,")).strip(" ,.;")


def told_same(one: Ready) -> str:
    """Return what is to be said of an end that stands in many job descriptions, as a clause; mostly nothing."""
    return f"the same end in {one.same} of the job descriptions with which plans begin" if one.same else ""


def kept(results: Results) -> Mapping[str, ForOne]:
    """Return what was proposed for these results; empty where nothing was."""
    return _read(results.path.parent / FILE)


def _read(place: Path) -> dict[str, ForOne]:
    try:
        found = from_json(place.read_bytes(), _File)
    except (OSError, Unreadable):
        return {}
    return found.found if found.version == _VERSION else {}


def _file_of(path: str) -> str:
    """Return the file in which a job description stands: all of it, or the part before the row."""
    if "#" not in path or (is_file_at(path) if is_address(path) else Path(path).is_file()):
        return path
    return path.rpartition("#")[0]


def _settings(file: str) -> str:
    """Return the project file's text; empty for none."""
    from jdrewrite.project import project_for

    project = project_for(file)
    return project.text if project else ""


def _key(path: str, audit: str) -> str:
    try:
        file = _file_of(path)
        content = identity(file) if is_address(file) else Path(file).read_bytes()
    except (OSError, JdrewriteError):
        return ""
    return hashlib.sha256(content + f"\0{path}\0{audit}".encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _for_one(path: str, key: str, task: Task) -> ForOne | None:
    from jdrewrite.analysis import analyse
    from jdrewrite.catalogue import GENERAL
    from jdrewrite.project import settings_for
    from jdrewrite.proposing import proposals
    from jdrewrite.revision import DEFAULT_KINDS

    try:
        file = _file_of(path)
        document = next((d for d in documents_of(file, task) if d.path == path), None)
        if document is None:
            return None
        known = correction_of(document, file, task)
        document = known.of(document)
        function = known.function or unit_of(document, file, task)[1]
        assessment = analyse(document, function=function, settings=settings_for(file))
        # All kinds are asked for, as `rewrite` does: of some alone, the writer proposes weaker ones as well.
        passed = [p for p in proposals(assessment) if p.verdict and p.verdict.passed]
    except JdrewriteError:
        return None
    lines = {statement.id: statement for statement in assessment.statements}
    made = sorted((p for p in passed if p.kind in DEFAULT_KINDS), key=lambda p: "customer" not in p.lenses)
    new = [p for p in passed if p.kind not in DEFAULT_KINDS and p.source.partition("/")[0] != GENERAL]
    shown, own = (tuple(_ready(proposal, lines) for proposal in some[:EACH]) for some in (made, new))
    told = command(document, file, function, task.columns, known.title, known.serves)
    return ForOne(path=path, title=document.title, proposals=shown, lines=own, count=len(made), command=told, key=key)


def _ready(proposal: Proposal, lines: Mapping[str, Statement]) -> Ready:
    old = lines.get(proposal.statement or "")
    return Ready(
        kind=proposal.kind,
        line=old.line if old else 0,
        original=proposal.original or "",
        proposed=proposal.proposed,
        why=proposal.rationale,
        names="customer" in proposal.lenses or bool(old and old.labels.customer != "none"),
    )


def command(
    document: Document, file: str, function: str | None, columns: Columns, title: str = "", serves: str = ""
) -> str:
    """Return the command that applies what passes to a job description, as one can paste it into a shell.

    A row of a table gets a file of its own, so that the command for one row does not undo that for another. A file
    behind an address is named as its copy in the folder where the user stands.
    """
    from jdrewrite.documents.formats import own_format
    from jdrewrite.formats import FORMATS

    ending = FORMATS[own_format(document)].endings[0] if FORMATS[document.format].instead else ""
    whole = bool(ending) and _stands_beside(file, ending)
    read = document.path
    if is_address(file):
        here = PurePosixPath(file.partition("::")[0]).name
        read, file = here + read.removeprefix(file), here
    row = "" if read == file else "-" + re.sub(r"[^\w.]+", "-", read.rpartition("#")[2])
    stem = Path(file).name if whole else Path(file).stem
    out = Path(file).with_name(f"{stem}{row}.rewritten{ending or Path(file).suffix}")
    parts = ["jdrewrite", "rewrite", read, "-o", str(out), *(["--function", function] if function else [])]
    parts += ["--title", title] if title else []
    parts += ["--serves", serves] if serves else []
    for name in columns.text:
        parts += ["--column", name]
    return shlex.join([*parts, *(["--title-column", columns.title] if columns.title else [])])


def _stands_beside(file: str, ending: str) -> bool:
    """Tell whether another original has a file's name with this ending: its result would be called the same."""
    if not is_address(file):
        return Path(file).with_suffix(ending).is_file()
    inner, sign, store = file.partition("::")
    try:
        return is_file_at(inner.removesuffix(PurePosixPath(inner).suffix) + ending + sign + store)
    except JdrewriteError:
        return True  # nobody knows


def lead_in(one: ForOne) -> str:
    """Return the sentence before the command."""
    more = one.count - len(one.proposals)
    copied = "With a copy of the file in the folder where you stand, this" if is_address(one.path) else "This"
    one_alone = one.count == 1
    passed = "It passed the verifier." if one_alone else "Each passed the verifier."
    return f"{passed} {copied} applies {f'these and {more:,} more' if more else 'it' if one_alone else 'them'}:"


READY = "Ready to accept"
NOTHING = "No line is ready to be changed"
NOR_NEW = "nor is there a new line for its function"
NEW_LINES = "New lines for its function, to agree with the manager first"


def of_plan(plan: Plan, found: Mapping[str, ForOne]) -> Iterator[ForOne]:
    """Yield what is proposed for the job descriptions of a plan, those too for which it is nothing."""
    for path in plan.first:
        if path in found:
            yield found[path]


def some_ready(one: ForOne, told: str) -> str:
    """Return the words before what is ready; an effect that holds for anybody does not say whom the work serves.

    Args:
        one: what is proposed for it.
        told: which one, as the report names it.
    """
    nobody = "" if any(each.names for each in one.proposals) else ", though nothing here names whom the work serves"
    return f"{READY} {told}{nobody}:"


def none_ready(one: ForOne, told: str) -> str:
    """Return the sentence on a job description of which no line is changed, and what to look at where nothing is new.

    Args:
        one: what is proposed for it.
        told: which one, as the report names it.
    """
    if one.lines:
        return f"{NOTHING} {told}."
    return f"{NOTHING} {told}, {NOR_NEW}: what it lacks is shown by 'jdrewrite check --reasons'."
