"""``jdrewrite doctor``: looks at the installation, the settings and the engines, and says what to do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from jdrewrite import __version__, folders
from jdrewrite.cli import output, shapes
from jdrewrite.cli.diagnostics import Diagnostics
from jdrewrite.cli.options import Format, FormatOption, known_engine
from jdrewrite.config import config, config_path
from jdrewrite.errors import JdrewriteError, SetupError
from jdrewrite.rewriting.llm.pieces import Check

_SIGNS = {"ok": ("ok     ", "green"), "note": ("note   ", "yellow"), "problem": ("PROBLEM", "bold red")}


def doctor(
    engine: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ENGINE]...", help="Engines to try; without any, all of your settings."),
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
) -> None:
    """Check the set-up: language model, settings, prompts, folders, and every engine from end to end.

    Trying an engine sends a short question without any text of yours; with a provider this costs a fraction of a cent.
    Exits with 5 where something does not work.
    """
    log = Diagnostics()
    parts: list[shapes.CheckedPart] = []
    page = output.Page()
    for title, checks in (("jdrewrite", _installation()), *_engines(engine or [])):
        if format is Format.text:
            page.line((title, "bold"))
        for check in checks:
            parts.append(shapes.CheckedPart(part=title, **{f: getattr(check, f) for f in check.__struct_fields__}))
            if check.state == "problem":
                log.code = SetupError.exit_code
            if format is Format.text:
                _show(page, check)
    if format is Format.json:
        output.json(shapes.Doctor(checks=tuple(parts)))
    log.finish()


def _show(page: output.Page, check: Check) -> None:
    sign, colour = _SIGNS[check.state]
    page.line((sign, colour), f"  {check.name}: {check.told}", indent=2)
    if check.way_out:
        page.line(f"-> {check.way_out}", indent=11)


def _engines(names: Iterable[str]) -> Iterator[tuple[str, Iterator[Check]]]:
    from jdrewrite.rewriting.llm.checkup import checkup

    chosen = [known_engine(name) for name in names]
    try:
        profiles = config().engine
    except JdrewriteError:
        return  # told already, as a problem of the settings
    for name in chosen or profiles:
        if name in profiles:
            yield f"engine {name}", checkup(name, profiles[name])
        else:
            yield f"engine {name}", iter([Check(name="offline", state="ok", told="needs no key and no network")])


def _installation() -> Iterator[Check]:
    yield Check(name="version", state="ok", told=__version__)
    yield _settings()
    yield _tried("language model", _language_model)
    yield _tried("prompts and catalogue", _prompts)
    yield from _folders()


def _settings() -> Check:
    path = config_path()
    try:
        engines = ", ".join(config().engine) or "none but offline"
    except JdrewriteError as error:
        return Check(name="settings", state="problem", told=str(error.reason), way_out=f"{error.way_out}: {path}")
    told = f"{path}; engines: {engines}" if path.is_file() else f"none of your own ({path} is not there)"
    return Check(name="settings", state="ok", told=told)


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name=name, state="ok", told=look())
    except JdrewriteError as error:
        return Check(name=name, state="problem", told=f"{error.subject}: {error.reason}", way_out=error.way_out)


def _language_model() -> str:
    from jdrewrite.analysis import label

    list(label([{"id": "1", "title": "", "text": "Answer customers."}]))
    return config().analysis.model or "the packaged one, and it reads"


def _prompts() -> str:
    from jdrewrite import catalogue
    from jdrewrite.rewriting.llm import prompting

    names = ("rewrite-jd", "mend", "rewrite-statement")
    found = ", ".join(prompting.load(name).id for name in names)
    # What fits every job is an entry too, and no function.
    count = sum(slug != "general" for slug in catalogue.functions())
    return f"{count} functions, and one entry for all others; {found}"


def _folders() -> Iterator[Check]:
    from jdrewrite.audit.cache import default_path
    from jdrewrite.rewriting.llm import answers

    for name, folder in (
        ("kept answers", answers.folder()),
        ("cache of audits", default_path()),
        ("what you agreed to", folders.state()),
        ("your library", folders.library()),
        ("your reflections", folders.reflections()),
    ):
        there = _nearest(folder)
        if os.access(there, os.W_OK):
            yield Check(name=name, state="ok", told=str(folder))
        else:
            way_out = f"make {there} writable, or name another folder in the environment"
            yield Check(name=name, state="note", told=f"{folder} cannot be written to", way_out=way_out)


def _nearest(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())
