"""The catalogue as it ships: complete, without doubles, and nothing in it that the judge would refuse."""

import re
from collections import Counter
from itertools import combinations, permutations

import msgspec
import pytest

from jdrewrite.analysis.advice import fill
from jdrewrite.catalogue import functions, load_file, load_work, work
from jdrewrite.catalogue.occupations import occupation_lines, occupations
from jdrewrite.errors import DataError
from jdrewrite.verifying import verify
from jdrewrite.verifying.checks.wording import coded
from jdrewrite.verifying.effects import claims
from tests.part import part

LENSES = ("voice", "measure", "across", "authority", "people")
ALL = frozenset(
    """
    accounts-receivable-payable accounting finance legal-compliance manufacturing engineering research-development
    quality-assurance product-management project-management marketing sales business-development customer-service
    customer-experience human-resources training-education information-technology data-analytics administration
    operations supply-chain-logistics purchasing design-creative media-communications healthcare hospitality-retail
    facilities-maintenance protective-services construction-real-estate science consulting-strategy
    general-management community-public-service general
    """.split()
)
"""Every function of the taxonomy, and the entry for what none of them fits."""

SMALL = frozenset(
    """
    a an the of to in and or for with by on at from that which who what it its their they them he not no as so than more
    when where how whether if is are be been has have had can do does did will would get gets got before after into
    """.split()
)
ALIKE = 0.65
"""Share of telling words from which two wordings of a function say the same."""


def clauses(field):
    for entry in (*field.outputs, *field.motives):
        yield from (f"so that {{customers}} can {text}" for text in entry.ability)
        yield from (f"so that {text}" for text in (*entry.state, *getattr(entry, "then", ())))
    for said in getattr(field, "nearer", ()):
        yield from (f"so that {text}" for text in (*said.state, *said.anyone))


def telling(text):
    """Return the words that carry the sense of a wording, without their endings."""
    words = re.findall(r"[a-z]+", text.lower().replace("{customers}", " "))
    return frozenset(re.sub(r"(?:ing|ed|es|s)$", "", word) for word in words if word not in SMALL)


def near_doubles(function):
    """Return pairs of wordings in different entries that say the same in nearly the same words."""
    texts = [(e.id, t, telling(t)) for e in (*function.outputs, *function.motives) for t in (*e.ability, *e.state)]
    return [
        (one, other)
        for (a, one, x), (b, other, y) in combinations(texts, 2)
        if a != b and x and y and len(x & y) / len(x | y) >= ALIKE
    ]


def faulted(verdict):
    """Tell whether the judge refuses a text or warns of how it is worded; that it is long or new is no fault of it."""
    return not verdict.passed or any(w.check not in {"agreement", "length", "level"} for w in verdict.warnings)


def refused(texts):
    """Return the wordings that the judge refuses or warns of; one of thirteen is read, and all in CI."""
    act = "Keep the files"
    added = [fill(text, "customers") for text in part(texts, 13)]  # most entries have three: each place comes in turn
    return [text for text in added if faulted(verify(f"{act}.", f"{act}, {text}."))]


def lines(function):
    """Yield every line of a function and of its trades as it would stand in a job description."""
    for making in (function, *function.trades):
        for lens in ("voice", "authority", "measure", "across", "people"):
            texts = (*making.lines(lens), *making.bare(lens))
            yield from (fill(re.sub(r"[\[\]]", "", text), function.customers) for text in texts)
        yield from (fill(f"The purpose of this role is to {text}.", function.customers) for text in making.purpose)


def refused_lines(function):
    """Return the lines that the judge refuses or warns of; one of thirteen is read, and all in CI."""
    return [text for text in part(lines(function), 13) if faulted(verify(None, text))]


def shadowed(field):
    """Return pairs of entries of which one has no act and no thing that the other has not."""
    return [
        (a.id, b.id)
        for a, b in permutations(field.outputs, 2)
        if set(a.things) <= set(b.things) and (not b.acts or (a.acts and set(a.acts) <= set(b.acts)))
    ]


def test_a_wording_that_promises_is_refused():
    promise = "so that {customers} get their answer within 2 days"
    assert refused([promise]) == [promise.replace("{customers}", "customers")]


def test_a_wording_of_which_the_judge_warns_is_found(monkeypatch):
    monkeypatch.setattr("tests.part.ALL", True)
    assert refused(["so that {customers} face competitive sellers", "so that {customers} decide by facts"]) == [
        "so that customers face competitive sellers"
    ]


def test_no_end_of_the_catalogue_claims_more_than_a_duty_can():
    said = {text for field in (*functions().values(), *work().values()) for text in clauses(field)}
    said |= {occupation.purpose.partition(", so that ")[2] for occupation in occupations().values()}
    assert [text for text in sorted(said) if [*claims(text, 0, "")]] == []


def test_no_word_of_the_catalogue_is_told_as_coded():
    said = {text for field in (*functions().values(), *work().values()) for text in clauses(field)}
    said |= {text for function in functions().values() for text in lines(function)}
    said |= {occupation.purpose for occupation in occupations().values()}
    said |= {text for lines in occupation_lines().values() for lens in LENSES for text in lines.lines(lens)}
    assert [text for text in sorted(said) if coded("", text)] == []


def test_the_functions_that_must_be_there():
    assert set(functions()) == ALL


@pytest.mark.parametrize("function", functions().values(), ids=lambda f: f.slug)
def test_depth(function):
    assert len(function.outputs) >= 25
    assert len([m for m in function.motives if not m.then]) >= 8
    assert all(len(o.ability) + len(o.state) + len(o.anyone) >= 3 for o in function.outputs)
    assert all(len(m.ability) + len(m.state) >= 3 or m.then for m in function.motives)
    assert all(len(o.acts) >= 2 and len(o.things) >= 3 for o in function.outputs)
    assert all(len(text.split()) >= 3 for o in function.outputs for text in (*o.ability, *o.state))
    assert len(function.layers) >= 3
    assert function.layers[-1].who == "{customers}"
    assert len(function.purpose) >= 2
    assert len(function.questions) >= 5
    for block in (function.voice, function.authority, function.measures, function.across):
        assert len(block.lines) >= 4


@pytest.mark.parametrize("function", functions().values(), ids=lambda f: f.slug)
def test_no_wording_stands_twice_in_a_function(function):
    assert [text for text, n in Counter(clauses(function)).items() if n > 1] == []


@pytest.mark.parametrize("function", functions().values(), ids=lambda f: f.slug)
def test_no_two_entries_say_the_same_in_nearly_the_same_words(function):
    assert near_doubles(function) == []


def test_a_near_double_is_found():
    function = functions()["sales"]
    first, second, *rest = function.outputs
    text = first.ability[0].replace("they", "they now", 1)
    planted = msgspec.structs.replace(second, ability=(*second.ability, text))
    doubled = msgspec.structs.replace(function, outputs=(first, planted, *rest))
    assert near_doubles(doubled) == [(first.ability[0], text)]


@pytest.mark.parametrize("field", [*functions().values(), *work().values()], ids=lambda f: f.slug)
def test_no_entry_says_of_the_same_work_what_another_says(field):
    assert shadowed(field) == []


def test_a_shadowed_entry_is_found():
    field = work()["office"]
    first = field.outputs[0]
    planted = msgspec.structs.replace(first, id="again", acts=first.acts[:1], things=first.things[:2])
    assert shadowed(msgspec.structs.replace(field, outputs=(*field.outputs, planted))) == [("again", first.id)]


@pytest.mark.long
@pytest.mark.parametrize("function", functions().values(), ids=lambda f: f.slug)
def test_no_line_promises_counts_or_names(function):
    assert refused_lines(function) == []


@pytest.mark.parametrize(
    "planted",
    [
        {"voice": ("[Pay] Siemens $500 a year.",)},
        {"purpose": ("guarantee that every inventor gets 3 patents",)},
        {"people": ("Patience with 12 inventors",)},
    ],
)
def test_a_line_that_counts_or_names_is_refused(planted, monkeypatch):
    monkeypatch.setattr("tests.part.ALL", True)
    function = functions()["legal-compliance"]
    trade = msgspec.structs.replace(function.trades[0], **planted)
    (said,) = next(iter(planted.values()))
    (found,) = refused_lines(msgspec.structs.replace(function, trades=(trade,)))
    assert re.sub(r"[\[\]]", "", said) in found


@pytest.mark.long
@pytest.mark.parametrize("function", functions().values(), ids=lambda f: f.slug)
def test_no_wording_promises_counts_or_names(function):
    assert refused(clauses(function)) == []


@pytest.mark.parametrize("field", work().values(), ids=lambda f: f.slug)
def test_no_two_entries_of_shared_work_say_the_same_in_nearly_the_same_words(field):
    assert near_doubles(field) == []


def test_no_wording_of_the_shared_work_stands_twice():
    assert [text for text, n in Counter(t for field in work().values() for t in clauses(field)).items() if n > 1] == []


@pytest.mark.long
@pytest.mark.parametrize("field", work().values(), ids=lambda f: f.slug)
def test_shared_work_promises_counts_and_names_nothing(field):
    assert refused(clauses(field)) == []


GOOD = """slug = "clerk"
name = "clerks"
summary = "s"
layers = [{ who = "{customers}", gets = "a bill" }]
purpose = ["help {customers}"]
questions = ["Who?"]
[[outputs]]
id = "bill"
acts = ["send"]
things = ["bill"]
ability = ["pay in time"]
[[trades]]
name = "claims"
words = ["claim*", "insurance", "loss"]
purpose = ["settle what {customers} claim"]
people = ["Patience with {customers}"]
voice = ["[Ask] {customers} about claims."]
[[trades]]
name = "post"
words = ["letter", "parcel", "stamp"]
[voice]
sources = ["letters"]
lines = ["[Read] letters."]
[authority]
lines = ["[Mend] bills."]
[measures]
outcomes = ["right bills"]
instead_of = ["speed"]
lines = ["[Count] right bills."]
[across]
partners = ["sales"]
lines = ["[Tell] sales."]
"""


@pytest.mark.parametrize(
    ("old", "new", "said", "line"),
    [
        ('name = "clerks"', 'nmae = "clerks"', "nmae", 2),
        ('slug = "clerk"', 'slug = "cleric"', "not the file's name", 1),
        ('ability = ["pay in time"]', 'state = ["bills are right"]', "must contain {customers}", 11),
        ('"pay in time"', '"Pay in time."', "without capital", 11),
        ('"pay in time"', '"pay {whom}"', "unknown slot", 11),
        ('"[Tell] sales."', '"Tell sales."', "square brackets", 32),
        ('"[Ask] {customers} about claims."', '"[Ask] {customers} about the."', "missing at the end", 17),
        ('"[Ask] {customers} about claims."', '"[Ask] {whom} about claims."', "unknown slot", 17),
        ('"[Ask] {customers} about claims."', '"[Ask] {staff who serve} about claims."', "unknown slot", 17),
        (
            '"[Ask] {customers} about claims."',
            '"[Ask] staff who serve {customers} about claims."',
            "stands in braces",
            17,
        ),
        ('"[Ask] {customers} about claims."', '"[Ask] {those who need {customers} about it."', "unknown slot", 17),
        ('"Patience with {customers}"', '"[Show] patience with {customers}."', "starts with a capital", 16),
        ('"settle what {customers} claim"', '"Settle claims of {customers}."', "without capital", 15),
        ('"insurance"', '"Insurance"', "in lower case", 14),
        ('"insurance"', '"loss"', "stands twice", 13),
        ('"letter", "parcel"', '"claims handler", "loss"', "are those of 'claims'", 19),
        ('"letter", "parcel"', '"claims handler", "claim form"', "are those of 'claims'", 19),
        ('words = ["letter", "parcel", "stamp"]', "words = []", "has no words", 19),
        ('name = "post"', 'name = "claims"', "stands twice", 12),
        ('name = "post"', 'name = "post"\nfunctions = ["sales"]', "of several functions", 19),
        ('things = ["bill"]', 'things = ["bill", "bill"]', "stands twice", 8),
        ('ability = ["pay in time"]', 'state = ["{customers} is served honey"]', "are many", 11),
        ('"pay in time"', '"pay the bill that"', "missing at the end", 11),
    ],
)
def test_a_wrong_file_is_named_with_its_line(tmp_path, old, new, said, line):
    path = tmp_path / "clerk.toml"
    path.write_text(GOOD)
    assert load_file(path).slug == "clerk"
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(DataError) as error:
        load_file(path)
    assert said in str(error.value)
    assert error.value.subject.endswith(f"clerk.toml:{line}")


def test_a_wrong_field_of_work_is_named_with_its_line(tmp_path):
    path = tmp_path / "yard.toml"
    text = 'slug = "yard"\nname = "yard work"\n[[outputs]]\nid = "gate"\nacts = ["open"]\nthings = ["gate"]\nstate = ["{customers} get in"]\n'
    path.write_text(text)
    assert load_work(path).outputs[0].id == "gate"
    path.write_text(text.replace("{customers} get in", "people get in"))
    with pytest.raises(DataError) as error:
        load_work(path)
    assert "must contain {customers}" in str(error.value)
    assert error.value.subject.endswith("yard.toml:7")
