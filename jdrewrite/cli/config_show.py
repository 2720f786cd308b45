"""``jdrewrite config show``: the settings in force, and where each comes from."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli import output
from jdrewrite.config import Word, config, config_path

if TYPE_CHECKING:
    from jdrewrite.project import Project

config_app = typer.Typer(help="Show the settings in force.", no_args_is_help=True)


@config_app.command("show")
def show(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="A job description or folder; without it, where you stand.")
    ] = "-",
) -> None:
    """Print the settings in force for FILE, each with the place it comes from."""
    from jdrewrite.project import project_for

    page = output.Page()
    page.line(("Your own settings", "bold"))
    page.line(f"model = {config().analysis.model or 'the packaged one'}", (f"  [{_model_origin()}]", "dim"), indent=2)
    for name, profile in config().engine.items():
        key = (
            f"key from {profile.key_env}"
            if profile.key_env
            else "key from the keyring"
            if profile.keyring
            else "no key"
        )
        page.line(
            f"engine.{name} = {profile.model} at {profile.base_url}, {key}", (f"  [{config_path()}]", "dim"), indent=2
        )
    project = project_for(file)
    for key in ("author", "comments"):
        value = getattr(config().word, key)
        shown = str(value).lower() if isinstance(value, bool) else value
        origin = "default" if value == getattr(Word(), key) else str(config_path())
        page.line(
            f"word.{key} = {shown}",
            (f"  [{origin}]", "dim"),
            indent=2,
        )
    page.line(("The project's", "bold"))
    if project is None:
        page.line("no jdrewrite.toml here or in the folders above: the shipped rules hold", indent=2)
        return
    for text, origin in _rows(project, file):
        page.line(text, (f"  [{origin}]", "dim"), indent=2)


def _model_origin() -> str:
    if os.environ.get("JDREWRITE_MODEL"):
        return "the environment, JDREWRITE_MODEL"
    return str(config_path()) if config().analysis.model else "default"


def _rows(project: "Project", file: str) -> list[tuple[str, str]]:
    """Return every value that holds for a job description, with its file and line."""
    from jdrewrite.analysis.rules import book
    from jdrewrite.project_file import line_of, line_of_word

    def row(key: str, value: object, needle: str) -> tuple[str, str]:
        return f"{key} = {value}", f"{project.path}:{line_of(project.text, needle)}"

    settings = project.settings(file)
    changes = settings.changes
    rows = [
        (f"words.{side} = {word}", f"{project.path}:{line_of_word(project.text, word)}")
        for side, words in (("external", changes.external), ("internal", changes.internal))
        for word in words
    ]
    rows += [row("rules.disable", name, name) for name in changes.disable]
    turned = book(changes).turned
    for name, level in changes.levels:
        rows.append(row(f"rules.levels.{name}", f"{level}{', of strengths too' if name in turned else ''}", name))
    rows += [row("rule", entry.id, entry.id) for entry in changes.rules]
    rows += [(f"suppress = {s.rule}: {s.reason}", s.origin) for s in settings.silences]
    if (least := project.fail_under(file)) is not None:
        rows.append(row("thresholds.fail_under", f"{least:g}", f"fail_under = {least:g}"))
    return rows or [("nothing for this job description", project.path)]
