"""Forms of words: a singular gives back its plural, and each act of the catalogue is known in every form it has."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from spacy.lookups import Lookups

from jdrewrite import catalogue, resources
from jdrewrite.analysis.partings import duty_verbs
from jdrewrite.analysis.rules import words
from jdrewrite.catalogue import inflection
from jdrewrite.catalogue.inflection import noun_forms, participle, plural, singular, third_person, verb_forms
from jdrewrite.language.jobs import job_nouns
from jdrewrite.language.model import default_model
from jdrewrite.language.persons import persons

MAKING = (*catalogue.functions().values(), *catalogue.work().values())
ACTS = {act for each in MAKING for output in each.outputs for act in output.acts} | {
    act for field in catalogue.work().values() for act in field.acts
}
NAMED = {thing.lower().split()[-1] for each in MAKING for output in each.outputs for thing in output.things}
ONE_OR_NONE = set("ach ai bi ci fai foi graffiti pci wifi medium".split())
"""Abbreviations and words of which there is no plural, and "medium": "the media" are not several of them."""
OTHERS = {"base": "basis", "leaf": "leave", "life": "live"}
"""Nouns with the plural of another, which is the rarer one."""
PLURAL_ALONE = {"custom", "earning", "electronic", "good", "new", "premise"}
"""Adjectives, and nouns of which the plural is another word."""
OLD = {
    "abide": {"abode"},
    "address": {"addrest"},
    "be": {"am"},
    "coordinate": {"co-ordinate", "co-ordinated", "co-ordinates", "co-ordinating"},
    "melt": {"molten"},
    "program": {"programmes"},
    "shave": {"shaven"},
    "shrink": {"shrunken"},
    "slide": {"slidden"},
    "swap": {"swopped", "swopping", "swops"},
    "thrive": {"thriven", "throve"},
    "work": {"wrought"},
}
"""Forms of WordNet's that nobody writes in a job description, or that are read by their own rules."""


def exceptions(part: str) -> dict[str, list[str]]:
    """Return WordNet's irregular forms with their bases, as the model's lemmatizer has them."""
    import importlib

    package = Path(importlib.import_module(default_model()).__file__).parent
    table = Lookups().from_disk(next(package.glob("*/lemmatizer/lookups"))).get_table("lemma_exc")
    return dict(table[part])


def countable() -> list[str]:
    """Return the nouns of the catalogue, the rules and the lists that stand there in the singular."""
    ruled = {
        noun for part in ("people", "nouns") for row in words._file()[part].values() for noun in row if noun[0] != "+"
    }
    several = ("s", "men", "people", "children", "bacteria")
    irregular = {many: ones for many, ones in exceptions("noun").items() if many not in ones}
    apart = ONE_OR_NONE | OTHERS.keys() | set(OTHERS.values()) | PLURAL_ALONE | irregular.keys()
    every = NAMED | ruled | persons() | job_nouns()
    return sorted(noun for noun in every - apart if noun.isalpha() and not noun.endswith(several))


def test_the_singular_of_every_plural_is_the_noun_itself():
    wrong = {noun: plural(noun) for noun in countable() if singular(plural(noun)) != noun}
    assert not wrong


def test_a_singular_stays_as_it_is():
    assert not {noun: singular(noun) for noun in countable() if singular(noun) != noun}


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("city", "cities"),
        ("body", "bodies"),
        ("pony", "ponies"),
        ("movie", "movies"),
        ("series", "series"),
        ("species", "species"),
        ("cache", "caches"),
        ("batch", "batches"),
        ("status", "statuses"),
        ("virus", "viruses"),
        ("campus", "campuses"),
        ("warehouse", "warehouses"),
        ("use", "uses"),
        ("lens", "lenses"),
        ("license", "licenses"),
        ("process", "processes"),
        ("size", "sizes"),
        ("quiz", "quizzes"),
        ("tax", "taxes"),
        ("shelf", "shelves"),
        ("valve", "valves"),
        ("analysis", "analyses"),
        ("diagnosis", "diagnoses"),
        ("nose", "noses"),
        ("criterion", "criteria"),
        ("hero", "heroes"),
        ("shoe", "shoes"),
        ("menu", "menus"),
        ("human", "humans"),
        ("craftsman", "craftsmen"),
        ("specimen", "specimens"),
        ("salesperson", "salespeople"),
        ("grandchild", "grandchildren"),
        ("passer-by", "passers-by"),
        ("co-wife", "co-wives"),
        ("former alumnus", "former alumni"),
    ],
)
def test_one_and_many(one, many):
    assert (plural(one), singular(many), singular(one)) == (many, one, one)
    assert noun_forms(one) >= {one, many}


def test_every_plural_of_the_table_is_read():
    assert noun_forms("index") == {"index", "indexes", "indices"}
    assert noun_forms("search index") == {"search index", "search indexes", "search indices"}
    assert noun_forms("cargo") == {"cargo", "cargos", "cargoes"}
    for one, every in inflection._nouns().plurals.items():
        own = [many for many in every if many not in {"bases", "axes", "media"}]
        assert {singular(many) for many in own} <= {one}


@given(some.from_regex(r"\A[a-z]{1,6}(?:er|ment|ing|age|ogy|ty|ch|sh|ss|x|use|man|al)\Z"))
@example("ache")
@example("aman")
def test_a_plural_made_by_the_rules_is_undone_by_them(noun):
    nouns = inflection._nouns()
    lists = (
        nouns.no_men
        | nouns.silent
        | nouns.using
        | nouns.ie
        | nouns.vowel
        | {f"{noun}es" for noun in nouns.hissing | nouns.oes}
    )
    rare = noun.endswith("use") and not noun.endswith(("ause", "euse", "ouse"))
    if plural(noun) not in lists and noun not in nouns.plurals and not rare:
        assert singular(plural(noun)) == noun


def test_every_verb_is_known_in_every_form_that_wordnet_has_of_it():
    verbs = ACTS | set(duty_verbs()) | {verb for row in words._file()["verbs"].values() for verb in row}
    missing: dict[str, set[str]] = {}
    for form, bases in exceptions("verb").items():
        for base in verbs.intersection(bases):
            if form not in verb_forms(base) | OLD.get(base, set()):
                missing.setdefault(base, set()).add(form)
    assert not missing


def test_no_verb_has_a_form_that_no_dictionary_has():
    """A regular past of an irregular verb, and a single letter where WordNet has two: "builded", "transmiting"."""
    irregular = {base for bases in exceptions("verb").values() for base in bases}
    both = inflection._verbs().either
    known = exceptions("verb").keys()
    for verb in (ACTS & irregular) - both - {"work", "be"}:
        doubled = verb + verb[-1]
        assert not (doubled + "ing" in known and verb + "ing" in verb_forms(verb)), verb
        assert not (doubled + "ed" in known and verb + "ed" in verb_forms(verb)), verb


@pytest.mark.parametrize(
    ("verb", "third", "ing", "past"),
    [
        ("transmit", "transmits", "transmitting", "transmitted"),
        ("format", "formats", "formatting", "formatted"),
        ("equip", "equips", "equipping", "equipped"),
        ("quit", "quits", "quitting", "quit"),
        ("visit", "visits", "visiting", "visited"),
        ("open", "opens", "opening", "opened"),
        ("strip", "strips", "stripping", "stripped"),
        ("fix", "fixes", "fixing", "fixed"),
        ("mow", "mows", "mowing", "mown"),
        ("mimic", "mimics", "mimicking", "mimicked"),
        ("carry", "carries", "carrying", "carried"),
        ("tie", "ties", "tying", "tied"),
        ("free", "frees", "freeing", "freed"),
        ("go", "goes", "going", "gone"),
        ("cross-sell", "cross-sells", "cross-selling", "cross-sold"),
        ("gift-wrap", "gift-wraps", "gift-wrapping", "gift-wrapped"),
        ("rebuild", "rebuilds", "rebuilding", "rebuilt"),
        ("label", "labels", "labeling", "labelled"),
        ("label", "labels", "labeling", "labeled"),
        ("quiz", "quizzes", "quizzing", "quizzed"),
        ("leaf", "leafs", "leafing", "leafed"),
    ],
)
def test_forms_of_a_verb(verb, third, ing, past):
    assert (third_person(verb), participle(verb)) == (third, ing)
    assert verb_forms(verb) >= {verb, third, ing, past}


@pytest.mark.parametrize("wrong", ["builded", "leaved", "quited", "freezed", "equiping", "quizes", "seed", "bed"])
def test_what_is_no_form_is_none(wrong):
    verbs = ("build", "leave", "quit", "freeze", "equip", "quiz", "see", "be")
    assert not any(wrong in verb_forms(verb) for verb in verbs)


def test_the_tables_hold_each_word_once():
    nouns, verbs = inflection._nouns(), inflection._verbs()
    assert not verbs.doubled & verbs.either
    lists = (nouns.same, nouns.hissing, nouns.using, nouns.silent, nouns.ie, nouns.vowel, nouns.oes, nouns.no_men)
    every = [word for row in lists for word in row] + list(nouns.plurals)
    assert len(every) == len(set(every))
    assert all(len(file.read_text(encoding="utf-8")) for file in resources.forms().glob("*.toml"))
