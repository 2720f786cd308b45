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
        typer.Argument(
            metavar="[SLUG]",
            autocompletion=complete_function,
            help="One function, or a trade of one (library), to see its entry.",
        ),
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
) -> None:
    """List the job functions, or show one: what it makes, and what each output does for customers."""
    from jdrewrite import catalogue
    from jdrewrite.analysis import entry_for
    from jdrewrite.editing.functions import name_of

    known = catalogue.functions()
    slug, _, trade = (known_function(slug) or "").partition(catalogue.WITH_TRADE)
    if slug == "other":
        raise WrongUsage(slug, "what belongs to no function has no entry", "'jdrewrite functions' lists them")
    page = output.Page()
    if format is Format.json:
        chosen = [_without_slots(entry) for key, entry in known.items() if slug in {"", key}]
        output.json(shapes.Functions(functions=tuple(chosen)))
    elif not slug:
        width = max(len(key) for key in known)
        for key in known:
            page.line((f"{key:<{width}}", "bold"), f"  {name_of(key)}")
    elif trade:
        _entry(page, entry_for(slug, trade), trade)
    else:
        _entry(page, known[slug])


def _without_slots(entry: Function) -> Function:
    """Return an entry whose wordings have no slot but ``{customers}``: the others are the writer's own."""
    import msgspec

    from jdrewrite.catalogue import without_other_slots
    from jdrewrite.decoding import from_json

    return from_json(without_other_slots(msgspec.json.encode(entry).decode()), Function)


def _entry(page: output.Page, entry: Function, of_trade: str = "") -> None:
    """Print one function as a person reads it, with its own word for customers in the texts.

    Args:
        page: where.
        entry: of the function, narrowed to the trade where only that is asked for.
        of_trade: name of that trade.
    """
    from jdrewrite.analysis.advice import fill
    from jdrewrite.catalogue import with_trade

    def say(text: str) -> str:
        return fill(text, entry.customers)

    def block(title: str, rows: list[str]) -> None:
        page.line()
        page.line((title, "bold"))
        for row in rows:
            page.line(f"- {say(row)}", indent=2)

    page.line((of_trade or entry.name, "bold"), f"  {with_trade(entry.slug, of_trade)}")
    page.line(f"To {say(entry.purpose[0])}." if of_trade else say(entry.summary))
    block("From this desk to the customer's doorstep", [f"{layer.who}: {layer.gets}" for layer in entry.layers])
    if not of_trade:
        page.line()
        page.line(("What it makes, and what that does", "bold"))
    for output_ in () if of_trade else entry.outputs:
        page.line(f"- {', '.join(output_.things)}", indent=2)
        for text in (*(f"{{customers}} can {a}" for a in output_.ability), *output_.state):
            page.line(say(f"so that {text}"), indent=6)
    block("Where it hears customers", [*entry.voice.sources, *entry.lines("voice")])
    block("What it could be trusted to decide", list(entry.lines("authority")))
    block("What customers would notice", [*entry.measures.outcomes, *entry.lines("measure")])
    if not of_trade:
        block("In place of what looks inwards", list(entry.measures.instead_of))
    block("With whom it shares", [*entry.across.partners, *entry.lines("across")])
    for trade in () if of_trade else entry.trades:
        lenses = ("voice", "authority", "measure", "across", "people")
        block(f"Lines of its own: {trade.name}", [line for lens in lenses for line in trade.lines(lens)])
    block("Questions to reflect on", list(entry.questions))
