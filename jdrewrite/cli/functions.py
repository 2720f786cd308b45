"""``jdrewrite functions``: the catalogue of job functions."""

from typing import Annotated

import typer

from jdrewrite.catalogue import Function
from jdrewrite.cli import output, shapes
from jdrewrite.cli.diagnostics import WrongUsage
from jdrewrite.cli.options import Format, FormatOption, complete_function, known_function


def functions(
    slug: Annotated[
        str | None,
        typer.Argument(metavar="[SLUG]", autocompletion=complete_function, help="One function, to see its entry."),
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
) -> None:
    """List the job functions, or show one: what it makes, and what each output does for customers."""
    from jdrewrite import catalogue
    from jdrewrite.editing.functions import name_of

    known = catalogue.functions()
    slug = known_function(slug)
    if slug == "other":
        raise WrongUsage(slug, "what belongs to no function has no entry", "'jdrewrite functions' lists them")
    page = output.Page()
    if format is Format.json:
        chosen = [_without_slots(entry) for key, entry in known.items() if slug in {None, key}]
        output.json(shapes.Functions(functions=tuple(chosen)))
    elif slug is None:
        width = max(len(key) for key in known)
        for key in known:
            page.line((f"{key:<{width}}", "bold"), f"  {name_of(key)}")
    else:
        _entry(page, known[slug])


def _without_slots(entry: Function) -> Function:
    """Return an entry whose wordings have no slot but ``{customers}``: the others are the writer's own."""
    import msgspec

    from jdrewrite.catalogue import without_other_slots
    from jdrewrite.decoding import from_json

    return from_json(without_other_slots(msgspec.json.encode(entry).decode()), Function)


def _entry(page: output.Page, entry: Function) -> None:
    """Print one function as a person reads it, with its own word for customers in the texts."""
    from jdrewrite.analysis.advice import fill

    def say(text: str) -> str:
        return fill(text, entry.customers)

    def block(title: str, rows: list[str]) -> None:
        page.line()
        page.line((title, "bold"))
        for row in rows:
            page.line(f"- {say(row)}", indent=2)

    page.line((entry.name, "bold"), f"  {entry.slug}")
    page.line(say(entry.summary))
    block("From this desk to the customer's doorstep", [f"{layer.who}: {layer.gets}" for layer in entry.layers])
    page.line()
    page.line(("What it makes, and what that does", "bold"))
    for output_ in entry.outputs:
        page.line(f"- {', '.join(output_.things)}", indent=2)
        for text in (*(f"{{customers}} can {a}" for a in output_.ability), *output_.state):
            page.line(say(f"so that {text}"), indent=6)
    block("Where it hears customers", [*entry.voice.sources, *entry.voice.lines])
    block("What it could be trusted to decide", list(entry.authority.lines))
    block("What customers would notice", [*entry.measures.outcomes, *entry.measures.lines])
    block("In place of what looks inwards", list(entry.measures.instead_of))
    block("With whom it shares", [*entry.across.partners, *entry.across.lines])
    for trade in entry.trades:
        lenses = ("voice", "authority", "measure", "across", "people")
        block(f"Lines of its own: {trade.name}", [line for lens in lenses for line in trade.lines(lens)])
    block("Questions to reflect on", list(entry.questions))
