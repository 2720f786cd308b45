"""Comments go where their cause lies; floors stand a little below what was measured."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite import catalogue
from jdrewrite.language.meaning import encoded
from jdrewrite.voice import meaning
from jdrewrite.voice.routing import Job, Router
from jdrewrite.voice.topics import topics
from jdrewrite.voice.words import telling, typical, words_of
from tests.part import tries
from tests.voice import measure
from tests.voice.examples import firms, first_jobs

_firms = cache(firms)


@pytest.mark.parametrize(
    ("comment", "function"),
    [
        ("My parcel has not arrived", "supply-chain-logistics"),
        ("I was billed for something I sent back, where is my refund?", "accounts-receivable-payable"),
        ("The website crashes when I pay", "engineering"),
        ("The adviser was rude and hung up", "customer-service"),
        ("The room was dirty", "facilities-maintenance"),
        ("Your advert is misleading", "marketing"),
        ("I could not use the voucher from your campaign", "marketing"),
        ("The job advert promised a car and there was none.", "human-resources"),
        ("The gift voucher was delivered a week after the birthday.", "supply-chain-logistics"),
        ("The voucher code gives an error on the website.", "engineering"),
        ("You gave me a voucher and did not listen, the clerk was rude.", "customer-service"),
        ("Why do you need to verify my identity?", "legal-compliance"),
        ("I waited half an hour on the telephone", "customer-service"),
        ("I was kept waiting on the line until noon.", "customer-service"),
        ("Nobody ever picks up", "customer-service"),
        ("The phone just rings and rings", "customer-service"),
        ("It took five tries before I got through", "customer-service"),
    ],
)
def test_where_the_cause_lies(comment: str, function: str) -> None:
    [first, *_] = Router().route(comment).causes
    assert first.function == function
    assert "“" in first.reason


@pytest.mark.parametrize(
    ("comment", "topic"),
    [
        ("Picture books for 3 year olds are always out.", "advertising"),
        ("I could not read the sign in braille at the museum", "access"),
        ("Water came out brown and no one answered the phone.", "access"),
        ("My care plan has my sister's name in it", "treatment"),
    ],
)
def test_words_that_only_look_like_a_topic_are_none(comment: str, topic: str) -> None:
    assert topic not in Router().route(comment).topics


def test_a_faint_likeness_alone_names_nobody() -> None:
    route = Router().route("Power was off for 9 hours after the storm, the outage map said 2 hours")
    assert route.causes == ()
    assert route.nobody == "it could be the work of several: somebody should read it"


def test_nobody_s_is_a_finding_with_its_reason() -> None:
    assert Router().route("I like trains.").nobody == "no function is known for what it speaks of"
    clerk = Job("clerk.md", "Clerk", "accounting", words_of(["Enter invoices"]))
    assert "supply-chain-logistics" in Router([clerk]).route("My parcel has not arrived").nobody


def test_waiting_on_the_telephone_is_not_left_to_those_who_are_the_next_best() -> None:
    server = Job("server.md", "Server Administrator", "information-technology", words_of(["Keep the servers running"]))
    route = Router([server]).route("I waited 25 minutes on the phone")
    assert [cause.function for cause in route.causes][:1] == ["customer-service"]
    assert "customer-service" in route.nobody


def test_the_job_description_whose_words_it_shares_comes_first() -> None:
    lorry = Job("lorry.md", "Driver", "supply-chain-logistics", words_of(["Drive the lorry to garden shops"]))
    shelf = Job("shelf.md", "Picker", "supply-chain-logistics", words_of(["Pick orders from the high shelf"]))
    route = Router([shelf, lorry]).route("The lorry came late to our garden shop")
    assert [job.path for job in route.jobs] == ["lorry.md", "shelf.md"]
    assert sum(job.confidence for job in route.jobs) == pytest.approx(1.0, abs=0.01)


@given(st.text(max_size=300))
@settings(max_examples=tries(25), deadline=None)
def test_any_text_is_routed_or_nobody_s(text: str) -> None:
    route = Router().route(text)
    assert bool(route.causes) != bool(route.nobody)
    assert all(0 <= cause.confidence <= 1 for cause in route.causes)
    assert [c.confidence for c in route.causes] == sorted((c.confidence for c in route.causes), reverse=True)


def test_comments_of_hostile_length_get_a_route_or_are_nobody_s() -> None:
    for text in ("a " * 50_000, "not " * 20_000, "card " * 20_000, "how can i " * 10_000):
        route = Router().route(text)
        assert bool(route.causes) != bool(route.nobody)


def test_topics_name_known_functions_and_have_a_remedy() -> None:
    known = set(catalogue.functions())
    for topic in topics():
        assert set(topic.causes) <= known, topic.id
        assert topic.prevent
        assert not topic.prevent.endswith(".")
    assert len({topic.id for topic in topics()}) == len(topics())


@pytest.mark.parametrize(("name", "floor"), [("quarter", 0.9), ("seen", 0.9), ("fresh", 0.85), ("mended", 0.7)])
def test_job_descriptions_of_the_examples(name: str, floor: float) -> None:
    found = first_jobs(name)
    assert sum(right == first for _, right, first in found) / len(found) >= floor


@pytest.mark.parametrize(("firm", "floor"), [("driving-school", 0.7), ("campsite", 0.7), ("removals", 0.5)])
def test_small_firms_with_jobs_of_their_own(firm: str, floor: float) -> None:
    found = _firms()[firm]
    assert sum(right == first for _, right, first in found) / len(found) >= floor
    wrongly = sum(first not in {right, "-"} for _, right, first in found)
    assert wrongly <= 0.25 * len(found), "rather nobody's than a guess"


def test_what_could_be_anybody_s_is_not_guessed() -> None:
    duties = [f"{verb} orders {hall}" for hall in ("upstairs", "downstairs", "outside") for verb in ("Pick", "Pack")]
    more = [Job(f"{n}.md", "Picker", "supply-chain-logistics", words_of([d]), (d,)) for n, d in enumerate(duties)]
    route = Router(more).route("My parcel has not arrived")
    assert route.nobody == "it could be the work of several: somebody should read it"
    assert route.causes == ()


def test_the_function_of_a_route_is_that_of_its_job_description() -> None:
    mechanic = Job(
        "m.md", "Bicycle Mechanic", "facilities-maintenance", words_of(["Repair brakes"]), ("Repair brakes.",)
    )
    clerk = Job("c.md", "Bookkeeper", "accounts-receivable-payable", words_of(["Issue bills"]), ("Issue bills.",))
    route = Router([mechanic, clerk]).route("The brakes squealed again after the repair.")
    assert (route.jobs[0].path, route.causes[0].function) == ("m.md", "facilities-maintenance")
    assert route.causes[0].confidence == pytest.approx(route.jobs[0].confidence, abs=0.01)


@pytest.mark.shared
def test_banking77_on_the_half_that_was_not_looked_at(shared: Path) -> None:
    rows = measure.comments(shared)[1::40]
    routes = measure.routes_of(rows)
    first, third, by_function, _ = measure.averages(rows, routes, measure.mapping())
    assert len(by_function) == 10
    assert first >= 0.7
    assert third >= 0.87


@pytest.mark.parametrize("table", [measure.FIRST, measure.SECOND])
def test_the_mappings_have_every_intent_once(table: Path) -> None:
    wanted = measure.mapping(table)
    assert len(wanted) == 77
    assert {f for functions in wanted.values() for f in functions} <= set(catalogue.functions())


def test_every_function_has_sayings_and_their_vectors_are_theirs() -> None:
    assert set(meaning.sayings()) == {*catalogue.functions(), meaning.NOBODY} - {"general"}
    with np.load(meaning.KEPT) as kept:
        assert str(kept["mark"]) == meaning.mark(), "run python -m tools.saying_vectors"
    lost = meaning.sayings()["engineering"]
    [near] = meaning.said().near(encoded([lost[0]]))
    assert near["engineering"].text == lost[0]


def test_words_are_typical_of_those_who_hear_them() -> None:
    odds = typical(words_of(["The invoice was dunned"]))
    assert max(odds, key=lambda name: odds[name]) == "accounts-receivable-payable"
    assert typical(words_of(["qwertz"])) == {}


def test_copies_of_a_job_description_do_not_make_its_comments_nobody_s() -> None:
    def payroll(path: str) -> Job:
        duties = ("Process the monthly payroll.", "Check timesheets and overtime.")
        return Job(path, "Payroll Administrator", "human-resources", words_of(duties), duties)

    clerk = Job("clerk.md", "Clerk", "accounting", words_of(["Enter invoices"]), ("Enter invoices",))
    comment = "My wages were wrong again, the timesheets for August are missing."
    alone = Router([payroll("a.txt"), clerk]).route(comment)
    copies = Router([payroll("a.txt"), payroll("a.docx"), payroll("a.pdf"), clerk])
    assert copies.copies == 2
    assert copies.route(comment) == alone
    assert alone.jobs[0].path == "a.txt"
    assert "(timesheets)" in alone.causes[0].reason  # as the comment has it


def test_a_word_of_any_work_tells_little_and_the_reason_says_so() -> None:
    assert telling("exhibit") > telling("library") > telling("small") > telling("time")
    writer = "Write small texts and read what others wrote on the screen"
    exhibits = "Write labels for the exhibit and name each specimen in the case"
    jobs = [
        Job("writer.md", "Content Designer", "design-creative", words_of([writer]), (writer,)),
        Job("museum.md", "Museum Technician", "facilities-maintenance", words_of([exhibits]), (exhibits,)),
        Job("clerk.md", "Clerk", "accounting", words_of(["Enter invoices"]), ("Enter invoices",)),
        Job("odd.md", "Odd Jobber", "other", words_of(["Fetch the post"]), ("Fetch the post",)),
    ]
    route = Router(jobs).route("Labels in the exhibit are too small to read and one specimen had the wrong name.")
    assert route.jobs[0].path == "museum.md"
    why = {job.path: job.reason for job in route.jobs}
    assert why["museum.md"].startswith("it shares words with the job description (exhibit, specimen")
    assert "small" not in why["museum.md"]
    assert why["writer.md"].startswith("it shares little with the job description (only ")
    route = Router([jobs[1], *jobs[2:]]).route("Labels in the exhibit are too small to read.")
    why = {job.path: job.reason for job in route.jobs}
    assert why["clerk.md"].endswith("; no word of it stands in the job description")
    assert why["odd.md"] == "", "no word in common, and nothing is known of its function"


def test_how_sure_a_route_is_speaks_of_the_job_description_it_names() -> None:
    porters = [
        Job(f"{place}.md", title, "hospitality-retail", words_of([duty]), (duty,))
        for place, title, duty in (
            ("kitchen", "Kitchen Porter", "Wash the pots and carry the crates"),
            ("chef", "Head Chef", "Plan the menu and cook for the evening"),
            ("bar", "Barkeeper", "Mix drinks and keep the cellar"),
        )
    ]
    route = Router(porters).route("The waiter ignored us in the restaurant.")
    assert route.causes[0].confidence > route.jobs[0].confidence
    assert route.sure == route.jobs[0].confidence
    away = Router().route("My parcel has not arrived")
    assert away.sure == away.causes[0].confidence
    assert Router().route("I like trains.").sure == 0.0
