"""A word for those served that somebody gives: findings, proposals, lenses and judge follow it."""

import msgspec
import pytest

import jdrewrite
from jdrewrite.analysis import lenses_gained
from jdrewrite.analysis.served_word import for_those, seen
from jdrewrite.catalogue import functions
from jdrewrite.model import CustomerWord
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.verifying import verify
from tests.analysis.given import MUTE, read

DESK = """# Help Desk Technician

## Duties

- Answer tickets of employees and solve them on the first call.
- Set up laptops for employees.
- Explain new systems to employees.
"""


def given(word, text=MUTE):
    return jdrewrite.analyse(read(text), serves=word).customer_word


def test_the_word_that_is_given_goes_before_the_text_and_its_score_stays():
    silent, told = jdrewrite.analyse(read()), jdrewrite.analyse(read(), serves=" county auditors. ")
    assert silent.customer_word.source == "nobody"
    assert told.customer_word == CustomerWord(plural="county auditors", source="given")
    assert told.score.total == silent.score.total
    assert "county auditors" in " ".join(f.suggestion for f in told.findings)
    assert silent.customer_word.plural not in " ".join(f.suggestion for f in told.findings)


def test_a_document_carries_it_and_an_argument_says_more():
    document = read().serving("county auditors")
    assert jdrewrite.analyse(document).customer_word.plural == "county auditors"
    assert jdrewrite.analyse(document, serves="archivists").customer_word.plural == "archivists"


def test_every_proposal_and_the_result_follow_it():
    revision = jdrewrite.revise(read(), serves="county auditors")
    changed = [p for p in revision.proposals if p.id in revision.accepted]
    assert changed
    assert all("county auditors" in p.proposed for p in changed)
    assert revision.before.customer_word == revision.after.customer_word
    whole = " ".join(f"{p.proposed} {p.rationale}" for p in revision.proposals)
    assert jdrewrite.analyse(read()).customer_word.plural not in whole


def test_how_often_the_text_has_it_is_counted():
    text = MUTE.replace("Prepare monthly summary reports.", "Prepare monthly reports for County Auditors.")
    assert (given("county auditors", text).count, given("archivists", text).count) == (1, 0)


CLERK = """# Records Assistant

## Duties

- Help county auditors find the records that they need.
- Answer each county auditor's question within a day.
- File county auditor forms.
- Enter data into the register.
- Check forms for completeness.
- Keep the index up to date.
"""


AS_PLAIN = CLERK.replace("county auditor", "customer")


def labels(text, serves=None):
    return [s.labels for s in jdrewrite.analyse(read(text), serves=serves).statements]


def test_the_lenses_see_the_word_as_customers_and_their_evidence_stands_in_the_text():
    told = jdrewrite.analyse(read(CLERK), serves="county auditors")
    assert labels(CLERK, "county auditors") == labels(AS_PLAIN)
    assert labels(CLERK) != labels(AS_PLAIN)
    words = {s.text[e.start : e.end] for s in told.statements for e in s.evidence if e.lens == "customer"}
    assert words == {"county auditors", "county auditor"}
    assert any("county auditors find" in s.text[e.start : e.end] for s in told.statements for e in s.evidence)
    assert told.score.total == jdrewrite.analyse(read(AS_PLAIN)).score.total
    assert told.score.total > jdrewrite.analyse(read(CLERK)).score.total + 3
    assert (told.customer_word.count, set(told.customer_word.words)) == (3, {"county auditors", "county auditor"})


@pytest.mark.parametrize(
    ("people", "line"),
    [
        ("people with disabilities", "Help people with disabilities find a home."),
        ("parents of pupils", "Help the parent of pupils or the parents of pupils."),
        ("the bereaved", "Help the bereaved find words."),
        ("our franchisees", "Help each franchisee open the shop, and show franchisees the way."),
        ("K-12 teachers", "Help K-12 teachers get an answer at once."),
    ],
)
def test_groups_of_any_form_are_seen(people, line):
    found = seen(line, people)
    for start, end, first, last in found.places:
        assert found.text[start:end].lower().startswith("customer")
        assert "customer" not in line[first:last]
    assert found.places
    assert labels(line, people)[-1].customer == "external"


def test_colleagues_and_people_in_general_are_seen_as_whom_the_lenses_find_them_to_be():
    for people in ("staff", "people", "customers"):
        assert seen(f"Supervise {people}.", people).text == f"Supervise {people}."


ASSISTANT = """# Executive Assistant

## Duties

- Manage the executive's calendar and confirm appointments.
- Prepare papers, ensuring the executive is well prepared for each meeting.
- Help executives answer their mail.
- File documents.
"""


def test_a_group_of_those_at_work_is_seen_as_customers_inside_however_it_is_written():
    told = [
        jdrewrite.analyse(read(ASSISTANT), serves=word) for word in ("executives", "the executives", "the executive")
    ]
    assert {t.score.total for t in told} == {told[0].score.total}
    assert told[0].score.total > jdrewrite.analyse(read(ASSISTANT)).score.total + 5
    named = [s.labels.customer for s in told[0].statements if "executive" in s.text]
    assert "external" not in named
    assert named.count("internal") == 3
    assert {t.customer_word.through for t in told} == {""}


def test_an_article_makes_no_other_people_of_colleagues():
    for line in ("Supervise the staff.", "Report to the manager.", "Help employees."):
        for people in ("staff", "the staff", "our employees", "managers", "the managers"):
            assert seen(line, people).text == line


@pytest.mark.parametrize("glue", [" for county auditors.", " county auditors.", ", so that county auditors are happy."])
def test_to_write_it_into_every_line_does_not_pay(glue):
    stuffed = "\n".join(line.replace(".", glue) if line.startswith("- ") else line for line in MUTE.split("\n"))
    before, after = (jdrewrite.analyse(read(text), serves="county auditors") for text in (MUTE, stuffed))
    assert after.score.total <= before.score.total + 2


def test_a_rewrite_that_names_them_gains_by_it_and_words_of_a_person_are_told_what_they_gain():
    revision = jdrewrite.revise(read(CLERK), serves="county auditors")
    assert revision.after.score.total > revision.before.score.total + 3
    ((gained),) = lenses_gained([("File forms.", "Help county auditors file forms.")], serves="county auditors")
    assert "customer" in gained


def test_the_judge_takes_it_for_those_served():
    told = jdrewrite.analyse(read(), serves="students")
    old = "File documents and keep the index up to date."
    stranger = verify(old, f"{old[:-1]} so that students can find them.", context=jdrewrite.analyse(read()))
    known = verify(old, f"{old[:-1]} so that students can find them.", context=told)
    assert "people" in {w.check for w in stranger.warnings}
    assert "people" not in {w.check for w in known.warnings}
    often = f"{old[:-1]} so that county auditors get what county auditors ask for when county auditors call."
    for serves, warned in (("county auditors", True), (None, False)):
        warnings = verify(old, often, context=jdrewrite.analyse(read(), serves=serves)).warnings
        assert ("stuffing" in {w.check for w in warnings}) is warned


def test_for_a_new_line_those_that_are_given_count_as_named(monkeypatch):
    posts = []

    def seen(_lens, post, *, inside):
        posts.append((post.known, post.met))
        return []

    monkeypatch.setattr("jdrewrite.rewriting.offline.adding.lines_for", seen)
    for word in (None, "county auditors"):
        jdrewrite.propose(jdrewrite.analyse(read(), serves=word))
    assert set(posts) == {(False, False), (True, True)}


def test_what_the_function_tells_is_no_reason_to_reach_others_first():
    assert jdrewrite.analyse(read()).customer_word.direct == "inside"
    assert given("county auditors").direct == "outside"
    titled = MUTE.replace("Records Assistant", "HR Records Assistant")
    assert given("county auditors", titled).direct == "inside"


def test_a_line_of_any_job_speaks_of_those_that_are_given(monkeypatch):
    line = Wording("Ask {those who need the work} what is missing, and note what recurs.", False, "office/voice")
    monkeypatch.setattr("jdrewrite.rewriting.offline.adding.lines_for", lambda *_, **__: [line])
    monkeypatch.setattr("jdrewrite.rewriting.offline.worth.FLOOR", -1)
    for word, people in ((None, "those who need the work"), ("county auditors", "county auditors")):
        made = jdrewrite.propose(jdrewrite.analyse(read(), serves=word), kinds=("add",))
        assert f"Ask {people} what is missing, and note what recurs." in {p.proposed for p in made}


@pytest.mark.parametrize(
    ("word", "through"),
    [("library visitors", "employees"), ("employees", ""), ("employees of the county", ""), ("staff", "")],
)
def test_work_that_lands_on_colleagues_does_so_unless_these_are_the_ones_named(word, through):
    assert jdrewrite.analyse(read(DESK)).customer_word.through == "employees"
    assert given(word, DESK).through == through


@pytest.mark.parametrize("word", ["K-12 teachers", "licensed contractors", "Iowans", "people (K-12)"])
def test_no_part_of_the_word_is_an_invention(word):
    old = "File documents and keep the index up to date."
    new = f"{old[:-1]} so that {word} can find what they look for."
    assert not verify(old, new, context=jdrewrite.analyse(read())).passed
    told = jdrewrite.analyse(read(), serves=word)
    assert verify(old, new, context=told).passed
    assert not verify(old, new.replace("can find", "in Texas can find"), context=told).passed


@pytest.mark.parametrize(
    ("people", "gone", "stays"),
    [
        ("county auditors", "Ask patients what was unclear.", "Ask {customers} what was unclear."),
        ("county auditors", "Meet with schools about children.", "Meet with schools about {customers}."),
        ("inpatients", "Tell parents of the day.", "Tell families of the day."),
        ("schoolchildren", "Ask patients what was unclear.", "Tell parents how {customers} fared."),
        ("lieutenants", "Tell tenants of the day.", "Tell {customers} of the day."),
        ("apparent heirs", "Tell parents of the day.", "Tell {customers} of the day."),
        ("pupils of the village", "Ask patients what was unclear.", "Tell parents how {customers} fared."),
    ],
)
def test_a_wording_on_another_group_is_for_another_job(people, gone, stays):
    entry = functions()["administration"]
    entry = msgspec.structs.replace(
        entry,
        purpose=(gone, stays),
        outputs=(msgspec.structs.replace(entry.outputs[0], ability=(gone,), state=(gone,)), entry.outputs[1]),
        voice=msgspec.structs.replace(entry.voice, lines=(gone, stays)),
        trades=(msgspec.structs.replace(entry.trades[0], across=(gone, stays)),),
    )
    found = for_those(entry, CustomerWord(plural=people, source="given"))
    assert found.purpose == found.voice.lines == found.trades[0].across == (stays,)
    assert [output.id for output in found.outputs] == [entry.outputs[1].id]
    assert for_those(entry, CustomerWord(plural=people, source="text")) is entry


def test_where_all_lines_of_a_lens_are_on_others_the_advice_is_that_for_any_job(monkeypatch):
    entry = functions()["administration"]
    voice = msgspec.structs.replace(entry.voice, lines=("[Ask] patients what was unclear.",))
    only = msgspec.structs.replace(entry, voice=voice, purpose=("help patients",), trades=())
    monkeypatch.setattr("jdrewrite.analysis.entries.entry_for", lambda _: only)
    told = " ".join(f.suggestion for f in jdrewrite.analyse(read(), serves="county auditors").findings)
    assert "patients" not in told
    assert "county auditors" in told
    assert "patients" in " ".join(f.suggestion for f in jdrewrite.analyse(read()).findings)
