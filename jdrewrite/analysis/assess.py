"""The second verb: a document becomes an assessment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from jdrewrite import catalogue
from jdrewrite.analysis import silences, weights
from jdrewrite.analysis.english import language_of
from jdrewrite.analysis.entries import Calling, advising, calling_of
from jdrewrite.analysis.findings import findings
from jdrewrite.analysis.job_signs import holds_a_job
from jdrewrite.analysis.missing import missing_points
from jdrewrite.analysis.reading import Reader, Reading, reader_for
from jdrewrite.analysis.rules import Book, book
from jdrewrite.analysis.score import score
from jdrewrite.analysis.sections import label_statements
from jdrewrite.analysis.served_word import as_given, given_word, seen, served_word
from jdrewrite.analysis.settings import Settings
from jdrewrite.analysis.several import jobs_in
from jdrewrite.analysis.statements import Span, build, cut, texts_of
from jdrewrite.errors import LanguageDeclined, NoJob
from jdrewrite.language.model import model_version
from jdrewrite.memory import no_collection
from jdrewrite.model import Assessment, Block, CustomerWord, Document, Finding, Section, Statement


class _Text(NamedTuple):
    """A text in statements whose lenses are being read; what needs no label is done meanwhile."""

    cuts: list[tuple[Block, list[Span]]]
    texts: list[str]
    sections: list[Section]
    readings: Callable[[], list[Reading]]
    """Waits until all are read."""


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
    text = _begun(document, reader_for(settings), people)
    if not served and not document.named:
        _expect_a_job(document, text)
    calling = calling_of(function, document.title, text.texts, text.sections)
    jobs = jobs_in(document.blocks)
    # Here it is waited for the net.
    statements = build(document, text.cuts, text.texts, text.sections, text.readings())
    word = served or _served(document.title, statements, calling, people, rules)
    entry = advising(calling, document.title, statements, word)
    found = findings(statements, entry, word.plural, rules)
    shown, silenced = _silenced(found, document, settings, statements)
    missing = missing_points(entry, word.plural, rules, statements)
    return Assessment(
        path=document.path,
        title=document.title,
        title_from=document.title_from,
        jobs=jobs,
        function=calling.guesses,
        trade=calling.trade_told(entry.slug),
        customer_word=word,
        statements=statements,
        findings=shown,
        silenced=silenced,
        score=score(statements, missing, calling.guesses[0].name, rules.off),
        configured=settings.configured(),
        changes=settings.changes,
        versions=_versions(rules),
    )


def _given(document: Document, served: CustomerWord | None, serves: str | None) -> str:
    """Return the word for those served that somebody gave who knows; empty where nobody did.

    Raises:
        WrongWord: it can stand in no sentence.
    """
    people = document.serves if serves is None else given_word(serves)
    return served.plural if served and served.source == "given" else people


def _decline(document: Document) -> None:
    language = language_of("\n".join(block.text for block in document.blocks))
    if language:
        raise LanguageDeclined(
            document.path,
            f"the text is in {language}, and only English is read so far",
            "give an English version of it",
        )


def _begun(document: Document, reader: Reader, people: str) -> _Text:
    """Cut a text into statements and begin to read them, a given word for those served as one that the lenses know."""
    cuts = cut(document)
    texts = texts_of(cuts)
    seen_as = [seen(text, people) for text in texts]
    readings = reader.start([each.text for each in seen_as])
    # The net is reading from here on.
    sections = label_statements(document.blocks, [spans for _, spans in cuts], document.title)
    return _Text(
        cuts,
        texts,
        sections,
        lambda: [each.back(found) for each, found in zip(seen_as, readings(), strict=True)],
    )


def _expect_a_job(document: Document, text: _Text) -> None:
    if not holds_a_job(document.title, text.texts, text.sections):
        raise NoJob(
            document.path,
            "no duties found in it, so it does not read as a job description",
            "leave it out if it is none, or take away what stands around the job; if it is one, give its title (with "
            "--title and this file alone, or in an audit with --corrections)",
        )


def _served(title: str, statements: Sequence[Statement], calling: Calling, people: str, rules: Book) -> CustomerWord:
    """Return the word for those served: the given one, else the likeliest of the text's."""
    chosen = served_word(title, statements, calling.guesses[0], calling.entry, rules.plurals)
    return as_given(chosen, people, title, statements) if people else chosen


def _silenced(
    found: Sequence[Finding], document: Document, settings: Settings, statements: Sequence[Statement]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings that speak, and those that a project or a comment silences."""
    by = (*settings.silences, *silences.comments(document))
    return silences.apply(found, by, {statement.id: statement.text for statement in statements})


def _versions(rules: Book) -> dict[str, str]:
    return {
        "score": weights.VERSION,
        "rules": rules.version,
        "catalogue": catalogue.version(),
        "model": model_version(),
    }
