"""Which entries of the catalogue speak of a job: of its function and trade, and where these are a guess, of any job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from jdrewrite import catalogue
from jdrewrite.analysis.fitting import fitting
from jdrewrite.analysis.function import rank
from jdrewrite.analysis.served_word import for_those
from jdrewrite.analysis.spoken import is_spoken_of, purpose_by_title, stems_of
from jdrewrite.analysis.titled import occupation_of
from jdrewrite.catalogue import GENERAL, Function, Trade
from jdrewrite.model import DUTY_SECTIONS, CustomerWord, FunctionGuess, Section, Statement

EFFECTS_FROM = 0.15
"""Confidence in a function from which its effects are said of the work; below, they would be those of other work."""
LINES_FROM = 0.3
"""Confidence in a function from which its lines are shown as examples and proposed; below, only those of any job."""


class Calling(NamedTuple):
    """What a job description is taken for."""

    guesses: tuple[FunctionGuess, ...]
    """Functions, the likeliest first."""
    trade: Trade | None
    entry: Function
    """Of the likeliest function, narrowed to the trade."""

    @property
    def sure(self) -> float:
        """Confidence in the function, 0 to 1."""
        return self.guesses[0].confidence

    def trade_told(self, slug: str) -> str:
        """Return the name of the trade where the entry that advises has it: of this function, or of several."""
        return self.trade.name if self.trade and (self.trade.shared or slug != GENERAL) else ""


def entry_for(slug: str, trade: str = "") -> Function:
    """Return the catalogue entry that serves a function; the general one where there is none of its own.

    Args:
        slug: of the function; a trade may follow behind a stroke (``training-education/libraries``).
        trade: what the entry is narrowed to; a name that is none changes nothing.

    Raises:
        DataError: a file of the catalogue is not valid.
    """
    known = catalogue.functions()
    slug, _, named = slug.partition(catalogue.WITH_TRADE)
    function = known.get(slug) or known[GENERAL]
    return catalogue.narrowed(function, catalogue.trade_named(function, trade or named))


def calling_of(chosen: str | None, title: str, texts: Sequence[str], sections: Sequence[Section]) -> Calling:
    """Return what a job description is taken for.

    Args:
        chosen: function and trade, where the user knows better.
        title: of the job.
        texts: of its statements.
        sections: one for each.

    Raises:
        DataError: ``chosen`` is unknown.
    """
    guesses = _guesses(chosen, title, texts, sections)
    trade = _trade(chosen, guesses[0], title, texts, sections)
    return Calling(guesses, trade, catalogue.narrowed(entry_for(guesses[0].name), trade))


def advising(calling: Calling, title: str, statements: Sequence[Statement], served: CustomerWord) -> Function:
    """Return the entry that advises, with the lines and the purpose alone that are right for the job.

    Advice of a function that is hardly more than a guess would be that of other work.

    Args:
        calling: what the job description is taken for.
        title: of the job.
        statements: with their sections.
        served: the word for those served.
    """
    any_work = catalogue.narrowed(entry_for(GENERAL), calling.trade if calling.trade and calling.trade.shared else None)
    entry = calling.entry if calling.sure >= EFFECTS_FROM else any_work
    nearest = (entry, entry_for(entry.slug), any_work) if calling.sure >= LINES_FROM else (any_work, entry_for(GENERAL))
    whose = [for_those(each, served) for each in nearest]
    told = [statement.text for statement in statements if statement.section in DUTY_SECTIONS]
    fit = fitting(for_those(entry, served), whose, title, told)
    return msgspec.structs.replace(fit, purpose=_purpose(fit, title, statements, served))


def _purpose(entry: Function, title: str, statements: Sequence[Statement], served: CustomerWord) -> tuple[str, ...]:
    """Return what a job of this title or trade is there for, as far as its text speaks of that.

    Where it does not, that would be the job of a neighbour: what is left is what the whole function is there for.
    """
    titled = occupation_of(title)
    # Whoever stands below the one whom a title names is not there for the same.
    by_title = titled is not None and not titled.second
    own = for_those(entry_for(entry.slug), served).purpose
    if not by_title and entry.purpose == own:
        return own
    whole = stems_of(title, statements)
    if titled and by_title:
        told = tuple(filter(None, [purpose_by_title(titled.occupation, whole)]))
    else:
        told = tuple(purpose for purpose in entry.purpose if is_spoken_of(purpose, whole))
    return told or own


def _guesses(
    chosen: str | None, title: str, texts: Sequence[str], sections: Sequence[Section]
) -> tuple[FunctionGuess, ...]:
    if chosen:
        chosen = chosen.partition(catalogue.WITH_TRADE)[0]
        slug = catalogue.load(chosen).slug if chosen != "other" else chosen
        return (FunctionGuess(name=slug, confidence=1.0),)
    told = [text for text, section in zip(texts, sections, strict=True) if section in {"duties", "purpose"}]
    return rank(title, told)


def _trade(
    chosen: str | None, guess: FunctionGuess, title: str, texts: Sequence[str], sections: Sequence[Section]
) -> Trade | None:
    """Return the trade that the user names beside the function, else the one that title and duties tell."""
    function = entry_for(guess.name)
    named = catalogue.trade_named(function, (chosen or "").partition(catalogue.WITH_TRADE)[2])
    duties = [text for text, section in zip(texts, sections, strict=True) if section == "duties"]
    return named or catalogue.trade_for(function, guess.confidence, title, duties)
