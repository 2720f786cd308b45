"""The second verb: a document becomes an assessment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from jdrewrite import catalogue
from jdrewrite.analysis import silences, weights
from jdrewrite.analysis.english import language_of
from jdrewrite.analysis.findings import findings
from jdrewrite.analysis.fitting import fitting
from jdrewrite.analysis.function import rank
from jdrewrite.analysis.job_signs import holds_a_job
from jdrewrite.analysis.missing import missing_points
from jdrewrite.analysis.reading import Reader, Reading
from jdrewrite.analysis.rules import Book, Changes, book
from jdrewrite.analysis.score import score
from jdrewrite.analysis.sections import label_one, label_statements
from jdrewrite.analysis.served_word import as_given, for_those, given_word, seen, served_word
from jdrewrite.analysis.settings import Settings
from jdrewrite.analysis.several import jobs_in
from jdrewrite.analysis.spoken import is_spoken_of, purpose_by_title, stems_of
from jdrewrite.analysis.statements import build, cut, texts_of
from jdrewrite.analysis.titled import occupation_of
from jdrewrite.catalogue import GENERAL, Function, Trade
from jdrewrite.errors import LanguageDeclined, NoJob
from jdrewrite.language.model import model_version
from jdrewrite.language.words import plain
from jdrewrite.memory import no_collection
from jdrewrite.model import (
    DUTY_SECTIONS,
    LENSES,
    Assessment,
    CustomerWord,
    Document,
    FunctionGuess,
    Section,
    Statement,
)

GUESS = 0.15
"""Confidence below which a function is not written for: its effects would be those of other work."""
ENOUGH = 0.3
"""Confidence from which lines of a function are shown as examples, as the writer proposes them."""
LABELLED_TOGETHER = 64
"""Statements that ``label`` reads at a time, so that its output streams."""


def reader_for(settings: Settings) -> Reader:
    """Return what reads single texts as ``analyse`` does."""
    return _reader(settings.changes)


@cache
def _reader(changes: Changes) -> Reader:
    return Reader(changes)


@no_collection()
def analyse(
    document: Document,
    *,
    function: str | None = None,
    settings: Settings | None = None,
    served: CustomerWord | None = None,
    serves: str | None = None,
) -> Assessment:
    """Read a job description through the eight lenses.

    Args:
        document: as ``read`` returned it.
        function: slug of the job function, where the user knows better than the analysis; a trade of it may follow
            behind a stroke (``training-education/libraries``).
        settings: what a project changes; ``project.settings_for`` finds it.
        served: the word for those served, of a document that has been changed: new lines that were written with it
            are no reason to choose another.
        serves: whom the job serves, where the user knows better than the text: a plural as it reads in the middle of
            a sentence. None for what ``Document.serves`` says, if anything.

    Raises:
        LanguageDeclined: the text is not English.
        NoJob: it is a menu, an error page, a page on benefits or on how to apply, or a to-do list.
        ModelMissing: the language model is not installed.
        DataError: ``function`` is unknown, or a rule or catalogue file is not valid.
        WrongWord: ``serves`` can stand in no sentence.
    """
    people = _given(document, served, serves)
    _decline(document)
    settings = settings or Settings()
    rules = book(settings.changes)
    cuts = cut(document)
    texts = texts_of(cuts)
    # What needs no label is done while the net is still reading.
    readings = _readings(_reader(settings.changes), texts, people)
    sections = label_statements(document.blocks, [spans for _, spans in cuts], document.title)
    if not served and not document.named:
        _expect_a_job(document, texts, sections)
    guesses = _function(function, document.title, texts, sections)
    trade = _trade(function, guesses[0], document.title, texts, sections)
    entry = catalogue.narrowed(entry_for(guesses[0].name), trade)
    jobs = jobs_in(document.blocks)
    statements = build(document, cuts, texts, sections, readings())
    if not served:
        served = served_word(document.title, statements, guesses[0], entry, rules.plurals)
        served = as_given(served, people, document.title, statements) if people else served
    # Advice of a function that is hardly more than a guess would be that of other work.
    any_work = catalogue.narrowed(entry_for(GENERAL), trade if trade and trade.shared else None)
    sure = guesses[0].confidence
    entry = entry if sure >= GUESS else any_work
    told = [text for text, section in zip(texts, sections, strict=True) if section in DUTY_SECTIONS]
    nearest = (entry, entry_for(entry.slug), any_work) if sure >= ENOUGH else (any_work, entry_for(GENERAL))
    whose = [for_those(each, served) for each in nearest]
    entry = fitting(for_those(entry, served), whose, document.title, told)
    entry = _of_its_title(entry, document.title, statements, served)
    shown, silenced = silences.apply(
        findings(statements, entry, served.plural, rules),
        (*settings.silences, *silences.comments(document)),
        {s.id: s.text for s in statements},
    )
    return Assessment(
        path=document.path,
        title=document.title,
        title_from=document.title_from,
        jobs=jobs,
        function=guesses,
        trade=trade.name if trade and (trade.shared or entry.slug != GENERAL) else "",
        customer_word=served,
        statements=statements,
        findings=shown,
        silenced=silenced,
        score=score(statements, missing_points(entry, served.plural, rules, statements), guesses[0].name, rules.off),
        configured=settings.configured(),
        changes=settings.changes,
        versions=_versions(rules),
    )


def _of_its_title(entry: Function, title: str, statements: Sequence[Statement], served: CustomerWord) -> Function:
    """Return an entry with what a job of this title or trade is there for, as far as its text speaks of that.

    Where it does not, that would be the job of a neighbour: what is left is what the whole function is there for.
    """
    titled = occupation_of(title)
    # Whoever stands below the one whom a title names is not there for the same.
    by_title = titled is not None and not titled.second
    own = for_those(entry_for(entry.slug), served).purpose
    if not by_title and entry.purpose == own:
        return entry
    whole = stems_of(title, statements)
    if titled and by_title:
        told = tuple(filter(None, [purpose_by_title(titled.occupation, whole)]))
    else:
        told = tuple(purpose for purpose in entry.purpose if is_spoken_of(purpose, whole))
    return msgspec.structs.replace(entry, purpose=told or own)


def _given(document: Document, served: CustomerWord | None, serves: str | None) -> str:
    """Return the word for those served that somebody gave who knows; empty where nobody did.

    Raises:
        WrongWord: it can stand in no sentence.
    """
    people = document.serves if serves is None else given_word(serves)
    return served.plural if served and served.source == "given" else people


def _readings(reader: Reader, texts: Sequence[str], people: str) -> Callable[[], list[Reading]]:
    """Begin to read texts, a given word for those served as one that the lenses know; return what waits for the end."""
    seen_as = [seen(text, people) for text in texts]
    readings = reader.start([each.text for each in seen_as])
    return lambda: [each.back(found) for each, found in zip(seen_as, readings(), strict=True)]


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


def _trade(
    chosen: str | None, guess: FunctionGuess, title: str, texts: Sequence[str], sections: Sequence[Section]
) -> Trade | None:
    """Return the trade that the user names beside the function, else the one that title and duties tell."""
    function = entry_for(guess.name)
    named = catalogue.trade_named(function, (chosen or "").partition(catalogue.WITH_TRADE)[2])
    duties = [text for text, section in zip(texts, sections, strict=True) if section == "duties"]
    return named or catalogue.trade_for(function, guess.confidence, title, duties)


def label(lines: Iterable[Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    """Label single statements: ``{"id", "title", "text"}`` in, ``{"id", "labels"}`` out, in order.

    Raises:
        ModelMissing: the language model is not installed.
    """
    batch: list[Mapping[str, str]] = []
    for line in lines:
        batch.append(line)
        if len(batch) == LABELLED_TOGETHER:
            yield from _label(batch)
            batch = []
    yield from _label(batch)


def _label(batch: list[Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    texts = [plain(line["text"]) for line in batch]
    for line, text, found in zip(batch, texts, _reader(Changes()).read(texts), strict=True):
        labels = {lens: getattr(found.labels, lens) for lens in LENSES}
        yield {"id": line["id"], "labels": {**labels, "section": label_one(text, line.get("title") or "")}}


def _decline(document: Document) -> None:
    language = language_of("\n".join(block.text for block in document.blocks))
    if language:
        raise LanguageDeclined(
            document.path,
            f"the text is in {language}, and only English is read so far",
            "give an English version of it",
        )


def _expect_a_job(document: Document, texts: Sequence[str], sections: Sequence[Section]) -> None:
    if not holds_a_job(document.title, texts, sections):
        raise NoJob(
            document.path,
            "no duties found in it, so it does not read as a job description",
            "leave it out if it is none, or take away what stands around the job; if it is one, give its title (with "
            "--title and this file alone, or in an audit with --corrections)",
        )


def _versions(rules: Book) -> dict[str, str]:
    return {
        "score": weights.VERSION,
        "rules": rules.version,
        "catalogue": catalogue.version(),
        "model": model_version(),
    }


def _function(
    chosen: str | None, title: str, texts: Sequence[str], sections: Sequence[Section]
) -> tuple[FunctionGuess, ...]:
    if chosen:
        chosen = chosen.partition(catalogue.WITH_TRADE)[0]
        slug = catalogue.load(chosen).slug if chosen != "other" else chosen
        return (FunctionGuess(name=slug, confidence=1.0),)
    told = [text for text, section in zip(texts, sections, strict=True) if section in {"duties", "purpose"}]
    return rank(title, told)
