"""Which new line a job gets: right for its grade, on what the job has."""

import re

import msgspec
import pytest

import jdrewrite
from jdrewrite.analysis.spoken import stems, words_in
from jdrewrite.catalogue import GENERAL, Grade, is_right_for, leads_people, load
from jdrewrite.model import FunctionGuess
from jdrewrite.rewriting.offline.choosing import lines_for
from jdrewrite.rewriting.offline.fit import Job
from jdrewrite.rewriting.offline.position import position_of
from jdrewrite.rewriting.offline.style import Style, style_of
from jdrewrite.rewriting.offline.things import matters, spoken_of, things_of
from jdrewrite.rewriting.offline.through import OCCUPATIONS
from tests.rewriting.jobs import JOB, nearest

LENSES = ("voice", "measure", "across", "authority", "people")


def job(text):
    return Job(frozenset(), frozenset(words_in([text])), items=(text,))


def told(duties):
    return Job(frozenset(), frozenset(), tuple(frozenset(words_in([duty])) for duty in duties))


def added(title, lens, text=JOB, function="accounts-receivable-payable"):
    document = jdrewrite.read_bytes(text.format(title=title).encode(), "jd.md")
    return [p for p in nearest(jdrewrite.analyse(document, function=function)) if p.lenses == (lens,)]


@pytest.mark.parametrize("title", ["Billing Clerk", "Junior Accountant", "Accounts Assistant"])
def test_who_is_junior_may_ask_and_suggest(title):
    (line,) = added(title, "authority")
    assert re.match(r"(?:Be free|Have the right) to ", line.proposed)


@pytest.mark.parametrize("title", ["Head of Billing", "Director of Accounts"])
def test_who_leads_a_department_decides_and_has_the_team_note(title):
    text = JOB.replace("Answer letters about bills.", "Lead a team of twelve clerks.")
    (line,) = added(title, "authority", text)
    assert not re.search(r"free to|right to ask", line.proposed)
    (voice,) = added(title, "voice", text)
    assert re.match(r"Have the team |Go through |Speak with |Bring ", voice.proposed)


def test_a_learner_is_given_no_rights():
    assert added("Accounts Trainee", "authority") == []


def test_a_line_is_offered_where_its_things_are_spoken_of():
    line = "[Note] which outages {customers} report, and [look] for the cause."
    assert things_of([line]) == {line: frozenset({"outage"})}
    assert spoken_of([line], job("Prepare the invoices of a production")) == []
    assert spoken_of([line], job("Mend the causes of downtime")) == [line]


def test_nobody_hands_over_to_colleagues_that_the_text_does_not_have():
    line = "[Hand] over to the next colleague what {customers} wait for."
    assert spoken_of([line], job("Looks after children in their homes")) == []
    assert spoken_of([line], job("Looks after children with the other staff")) == [line]


def test_a_title_that_names_the_trade_has_one_of_its_things():
    lines = ["[Pause] a deployment during an outage that {customers} feel.", "[Note] which wards {customers} fear."]
    assert spoken_of(lines, job("Runs the deployment of services")) == []
    assert spoken_of(lines, job("Runs the deployment of services"), named=True) == lines
    assert spoken_of(lines[:1], job("Keeps the files"), named=True) == []


def test_words_that_begin_alike_are_other_things():
    line = "[Sort] the products that {customers} return."
    assert spoken_of([line], job("Stage manager of a production")) == []
    assert spoken_of([line], job("Sells the items of the shop and takes returns")) == [line]


def test_a_matter_of_the_job_is_what_its_duties_name_again_and_again():
    line = "[Note] which outages {customers} report, and [look] for the cause."
    once = ["Answer the phone during outages", "Keep the files", "Write to members"]
    assert matters([line], told(once)) == []
    assert matters([line], told([*once, "Tell members when the downtime ends"])) == [line]
    long = [*once, "Tell members when the downtime ends", *(f"Keep file {n}" for n in range(12))]
    assert matters([line], told(long)) == []


@pytest.mark.parametrize(
    ("duty", "leads"),
    [
        ("Supervises three clerks.", True),
        ("Build and lead a high-performing team.", True),
        ("Hire, train and coach staff.", True),
        ("Works with the sales team.", False),
        ("Manages the calendar of events.", False),
        ("Joins a growing team.", False),
    ],
)
def test_a_manager_of_whose_people_nothing_is_said_has_no_team(duty, leads):
    assert leads_people(duty) is leads
    (line,) = added("Accounts Manager of the Branch", "voice", JOB.replace("Answer letters about bills.", duty))
    assert bool(re.match(r"Have the team |Go through |Speak with ", line.proposed)) <= leads


@pytest.mark.parametrize(
    ("duty", "leads"), [("Leads a team of twelve clerks.", True), ("Joins a growing team.", False)]
)
def test_a_director_has_the_team_do_something_only_where_the_text_speaks_of_people_led(duty, leads):
    text = JOB.replace("Answer letters about bills.", duty)
    lines = [p.proposed for lens in LENSES for p in added("Director of Billing", lens, text)]
    assert lines
    assert any(re.search(r"\bthe (?:work of the )?team\b", line) for line in lines) is leads
    assert not any(re.match(r"Be free to (?:suggest|propose)", line) for line in lines)


def test_whoever_decides_for_others_is_not_told_to_act_without_asking():
    line = "[Correct] an error in a bill, without waiting for approval."
    assert is_right_for(line, "authority", Grade.LEAD)
    assert not is_right_for(line, "authority", Grade.MANAGER)


def purpose(title, duty):
    text = f"# {title}\n\nWe look for somebody who joins us in spring for good.\n\n## Duties\n\n- {duty}\n- Develops software for ships.\n"
    document = jdrewrite.read_bytes(text.encode(), "jd.md")
    found = nearest(jdrewrite.analyse(document, function="engineering"))
    return [p.proposed for p in found if p.source.endswith("/purpose")]


def test_a_purpose_is_that_of_the_grade():
    (of_holder,) = purpose("Software Developer", "Designs and writes software for harbours.")
    (of_learner,) = purpose("Trainee Software Developer", "Designs and writes software for harbours.")
    (of_leader,) = purpose("Software Developer, Team Lead", "Supervises six developers who design and write software.")
    assert "the team" not in of_holder
    assert " help the team " in of_learner
    assert " see that the team can " in of_leader


def test_a_title_alone_makes_no_purpose():
    text = "# Loan Processor\n\nWe look for somebody who joins us in spring for good.\n\n## Requirements\n\n- Two years of experience.\n- A driving licence.\n"
    document = jdrewrite.read_bytes(text.encode(), "jd.md")
    found = jdrewrite.propose(jdrewrite.analyse(document, function="finance"), kinds=("add",))
    assert [p for p in found if p.source.endswith("/purpose")] == []


HANDS = """# {title}

## Duties

- Cut {thing} to drawings.
- Sort {thing} by size.
- Follow drawings of the engineers.
- Hand {thing} to the next bench.
"""


def of_drawings(thing):
    document = jdrewrite.read_bytes(HANDS.format(title="Bench Hand", thing=thing).encode(), "jd.md")
    return jdrewrite.propose(jdrewrite.analyse(document, function=GENERAL), kinds=("add",))


def test_a_job_of_no_known_function_is_told_of_what_it_handles():
    found = of_drawings("glass")
    assert found
    assert all(p.source.startswith(f"{GENERAL}/") for p in found)
    assert any(p.source.startswith(f"{GENERAL}/handled/") and "drawing" in p.proposed for p in found)


def handled_by(title, duties, function=GENERAL):
    text = f"# {title}\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)
    assessment = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function)
    return [t.name for t in position_of(assessment, load(function), "key").post.handled]


OTHER = ["Sweep the yard.", "Feed the dog.", "Lock the gate."]


@pytest.mark.parametrize(
    ("duties", "name"),
    [
        (
            ["Posts rents to the ledger.", "Posts, sorts and binds slips.", "Posts corrections."],
            "social media and posts",
        ),
        (
            ["Reports to the Head.", "Reports damage.", "Reports absences.", "Reports hours."],
            "reports to those who decide",
        ),
    ],
)
def test_what_a_role_does_is_no_thing_that_it_handles(duties, name):
    assert name not in handled_by("Yard Hand", [*duties, *OTHER])


@pytest.mark.parametrize(
    ("duties", "name"),
    [
        (["Write posts on the garden.", "Check posts of guests.", "Plan posts."], "social media and posts"),
        (["Type reports.", "Bind weekly reports.", "Check reports.", "Send reports."], "reports to those who decide"),
        (["Files letters.", "Logs visits.", "Records levels.", "Files slips."], "records and files"),
    ],
)
def test_a_thing_is_handled_and_so_is_one_whose_verb_means_it(duties, name):
    assert name in handled_by("Yard Hand", [*duties, *OTHER])


def test_what_two_duties_mention_is_no_matter_of_a_job_whose_title_names_its_trade():
    trade = "training-education"
    two = ["Plan events of the house.", "Set up the room for events.", "Frame prints.", "Hang maps.", "Label bones."]
    assert "events" not in handled_by("Museum Technician", two, trade)
    assert "events" in handled_by("Museum Technician", [*two, "Take down what was built for events."], trade)
    assert "events" in handled_by("Yard Hand", two)


def test_who_cleans_what_is_shown_is_no_cleaner():
    duties = ["Do exhibit cleaning.", "Plan cleaning of bones.", "Take part in cleaning of cases.", *OTHER]
    assert "cleaning" not in handled_by("Museum Technician", duties)
    assert "cleaning" in handled_by("Yard Hand", duties)


@pytest.mark.parametrize(
    ("duty", "receivers"), [("Sort the letters of members.", "members"), ("Sort the letters of the branch.", "")]
)
def test_whom_the_text_names_is_not_called_those_who_need_the_work(duty, receivers):
    text = f"# Aide\n\n## Duties\n\n- Keep the lists.\n- {duty}\n- Count chairs.\n- Lock doors.\n"
    assessment = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"))
    assert position_of(assessment, load(GENERAL), "key").receivers == receivers


@pytest.mark.parametrize(("title", "may"), [("Botanist", "Have a free hand"), ("Assistant Botanist", "Be free to")])
def test_whoever_knows_the_work_may_mend_what_it_handles(title, may):
    duties = [
        "Type the weekly reports.",
        "Bind the reports of the garden.",
        "Send reports.",
        "Check reports.",
        "Water plants.",
        "Sort seeds.",
        "Lock up.",
    ]
    text = f"# {title}\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)
    post = position_of(jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md")), load(GENERAL), "key").post
    found = (w for w in lines_for("authority", post, inside=False) if w.source == "general/handled/authority")
    lines = [wording.text.replace("[", "").replace("]", "") for wording in found]
    assert any(line.startswith(may) for line in lines)
    assert any(line.startswith("Have a free hand") for line in lines) is (may == "Have a free hand")


def test_who_begins_by_the_text_is_trusted_as_a_junior_is():
    duties = ["Type the weekly reports.", "Bind reports.", "Send reports.", "Check reports.", "Sort seeds."]
    text = "# Botanist\n\nThis is an entry-level position.\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)
    found = jdrewrite.propose(jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md")), kinds=("add",))
    assert not any("free hand" in p.proposed for p in found)


def test_turns_of_phrase_are_no_things():
    assert not set(stems(["Reports to the head in order to learn"])) & set(stems(["report", "order"]))


@pytest.mark.parametrize("lens", LENSES)
def test_what_holds_of_any_job_names_nothing_special(lens):
    special = (said - {"team", "colleague", "department"} for said in things_of(load(GENERAL).lines(lens)).values())
    assert [said for said in special if said] == []


def test_a_guess_at_the_function_brings_only_what_holds_of_any_job():
    document = jdrewrite.read_bytes(JOB.format(title="Accountant").encode(), "jd.md")
    sure = jdrewrite.analyse(document, function="accounts-receivable-payable")
    name = sure.function[0].name
    guess = msgspec.structs.replace(sure, function=(FunctionGuess(name=name, confidence=0.2),))
    of_guess, of_sure = (
        {p.source.partition("/")[0] for p in jdrewrite.propose(each, kinds=("add",))} for each in (guess, sure)
    )
    assert of_guess <= {GENERAL, OCCUPATIONS}
    assert name in of_sure


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "[Judge] the work by what readers miss, and [mend] it.",
            "Your work is judged by what readers miss, and you will mend it.",
        ),
        ("[Measure] success by what readers find.", "Success is measured by what readers find."),
        ("[Rate] the accounts by what is open.", "The accounts are rated by what is open."),
        ("[Measure] how long readers wait.", "You will measure how long readers wait."),
    ],
)
def test_a_measure_is_one_of_the_reader_not_one_that_the_reader_applies(line, expected):
    assert Style(person="you", full_stops=True, american=False, customers="readers").line(line) == expected


@pytest.mark.parametrize(
    ("person", "line", "expected"),
    [
        (
            "third",
            "[Judge] the work by what readers miss, and [mend] it.",
            "Is judged by what readers miss, and mends it.",
        ),
        ("third", "[Rate] the work also by what readers miss.", "Is also judged by what readers miss."),
        (
            "third",
            "[Judge] the work by what readers do because of it.",
            "Judges own work by what readers do because of it.",
        ),
        (
            "third",
            "[Judge] the work of the team by what readers miss.",
            "Judges the work of the team by what readers miss.",
        ),
        ("third", "[Judge] a design by what readers miss.", "Judges a design by what readers miss."),
        (
            "gerund",
            "[Assess] the work by what readers miss, and [mend] it.",
            "Being assessed by what readers miss, and mending it.",
        ),
        ("role", "[Measure] the work by what readers miss.", "The work is measured by what readers miss."),
        (
            "role",
            "[Judge] the work by what readers miss, and [mend] it.",
            "Judge the work by what readers miss, and mend it.",
        ),
        ("imperative", "[Judge] the work by what readers miss.", "Judge the work by what readers miss."),
    ],
)
def test_nobody_sits_in_judgement_over_the_own_work_where_the_jobholder_is_spoken_of(person, line, expected):
    assert Style(person=person, full_stops=True, american=False, customers="readers").line(line) == expected


def test_a_title_that_names_a_shared_trade_has_its_things_however_little_the_text_says():
    (line,) = added("Stage Manager", "voice", function="design-creative")
    assert "performance" in line.proposed
    (other,) = added("Draftsperson", "voice", function="design-creative")
    assert "performance" not in other.proposed


@pytest.mark.parametrize("confidence", [0.1, 0.5])
def test_a_title_names_a_shared_trade_where_the_function_is_not_sure(confidence):
    text = JOB.replace("invoices for customers", "rooms").replace("payments to the accounts of customers", "signs")
    document = jdrewrite.read_bytes(text.format(title="Museum Handyperson").encode(), "jd.md")
    guessed = jdrewrite.analyse(document)
    guessed = msgspec.structs.replace(guessed, function=(FunctionGuess(name="sales", confidence=confidence),))
    (line,) = [p for p in nearest(guessed) if p.lenses == ("measure",)]
    assert re.search(r"\bobjects?\b|errors in records", line.proposed)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("grade", list(Grade)[1:])
def test_every_grade_has_a_line_of_any_job_that_names_nobody(lens, grade):
    right = [line for line in load(GENERAL).lines(lens) if is_right_for(line, lens, grade)]
    assert [line for line in right if "{customers}" not in line]
    assert [line for line in right if "{customers}" in line]


def test_where_no_duty_names_those_served_a_line_of_any_job_does_not_either():
    duties = ["Sort letters.", "Keep the files.", "Write up bills.", "Lock the office."]
    text = "# Holder\n\nFor residents.\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)

    def lines(more):
        document = jdrewrite.read_bytes((text + more).encode(), "jd.md")
        return [p.proposed for p in jdrewrite.propose(jdrewrite.analyse(document), kinds=("add",))]

    assert lines("")
    assert not any("residents" in line for line in lines(""))
    assert any("residents" in line for line in lines("- Help residents with the forms.\n- Show residents the way.\n"))


@pytest.mark.parametrize(
    ("duty", "person"),
    [
        ("A Property Officer supervises the store; keeps records; and writes reports.", "third"),
        ("The position supports three offices.", "third"),
        ("The Records Clerk will file papers.", "role"),
        ("The files are in three rooms.", "role"),
    ],
)
def test_a_class_specification_speaks_in_the_third_person(duty, person):
    document = jdrewrite.read_bytes(f"# Officer\n\n## Duties\n\n{duty}\n".encode(), "jd.md")
    assessment = jdrewrite.analyse(document)
    assert style_of(assessment.statements, assessment.customer_word).person == person


def test_a_service_desk_whose_text_says_users_speaks_of_users():
    text = "# IT Support Technician\n\n## Duties\n\n- Support users by phone.\n- Train users.\n- Keep the list of devices.\n"
    document = jdrewrite.read_bytes(text.encode(), "jd.md")
    assessment = jdrewrite.analyse(document, function="information-technology")
    style = style_of(assessment.statements, msgspec.structs.replace(assessment.customer_word, direct="inside"))
    assert style.fill("{colleagues who serve {customers}} find the answer") == "users find the answer"
    outside = style_of(assessment.statements, msgspec.structs.replace(assessment.customer_word, direct="outside"))
    assert outside.fill("{colleagues who serve {customers}} find it").startswith("colleagues who serve ")


def test_where_the_work_lands_is_not_said_a_line_of_the_function_may_name_nobody():
    text = "# Maintenance Technician\n\n## Duties\n\n- Repair doors and lights.\n- Service boilers.\n- Record faults.\n"
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="facilities-maintenance")
    post = position_of(found, load("facilities-maintenance"), "").post
    lines = [line.line for inside in (True, False) for line in lines_for("measure", post, inside=inside)]
    bare = set(post.function.bare("measure"))
    assert bare.intersection(lines)
    assert any("{customers}" in line for line in lines)
