"""Groups outside are known by what they are, where the sentence serves them; colleagues and readers are none of them."""

import pytest

from jdrewrite.analysis.groups import stand_ins
from jdrewrite.analysis.lens_model import weights
from jdrewrite.analysis.lens_rows import rows_of
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.reading import Reader
from jdrewrite.analysis.rules import book

SERVED = """
Answer voters' questions about where to cast a ballot.
Run outreach programs for first-time voters.
Develop voter education materials.
Explain filing deadlines to candidates and their campaign treasurers.
Assist municipalities with the upkeep of polling places.
Help litigants who have no lawyer fill in their forms.
Inform permit holders about changes to the building code.
Advise landowners on planning consent.
Keep park trails safe for hikers and cyclists.
Support victims of crime through the court process.
Support witnesses through the court process.
Accompany witnesses to the hearing.
Explain retirement options to retirees.
Welcome theatregoers and show them to their seats.
Teach dancers of all levels.
Build a platform for artists to sell their work.
Plan training sessions for athletes of the youth squad.
Help worshippers find a place in the life of the church.
Offer advice to growers on pest control.
Support ranchers with drought relief.
Help jobseekers write a CV.
Experience working with children with special needs.
Create a warm environment for toddlers.
Advise pet owners on nutrition.
Build digital services for teachers.
Deliver products aimed at the nursing profession.
Provide legal advice to employers and landlords.
Handle enquiries from account holders.
Lead engagement with underserved communities.
Speak with staff at all levels, county officials and members of the public.
Tackle the challenges facing rural communities.
Develop curriculum resources for educators.
Support examination candidates with access arrangements.
"""
NOT_SERVED = """
Must be a registered voter in the county.
Interview witnesses and prepare them for trial.
Plan the case, interviewing and preparing witnesses and experts.
Maintain the voter database.
Test voting equipment before each election.
Schedule interviews for candidates and hiring managers.
Supervise teachers and teaching assistants.
Communicate with dancers, crew and staff about the schedule.
Coordinate travel for company dancers.
Report to senior officials.
Serve as a teacher to the team.
Applicants with children are encouraged to apply.
Paid parental leave for your new child.
Medical insurance for you and your children.
Valid driver's license required.
Work with product owners to refine the backlog.
Lead the design community of practice.
Support our people to grow.
Liaise with county officials on deadlines.
Support nurses on the ward.
Recruit and train volunteers.
Partner with universities on research.
Degree from accredited colleges or universities.
Brief the board of trustees.
A lover of music and art.
Follow best practices in data security.
Lead the Voter Service team.
Successful candidates must become a registered voter of the county.
This position is open to the general public.
Support the professions across the department.
Work at Immigration, Refugees and Citizenship Canada.
"""


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize("text", SERVED.strip().splitlines())
def test_a_group_that_is_served_counts(reader, text):
    assert reader.read([text])[0].labels.customer == "external"


@pytest.mark.parametrize("text", NOT_SERVED.strip().splitlines())
def test_colleagues_readers_and_things_do_not_count(reader, text):
    assert reader.read([text])[0].labels.customer != "external"


def test_help_to_a_group_is_stewardship(reader):
    helped = ["Help litigants who have no lawyer fill in their forms.", "Support ranchers with drought relief."]
    assert [reading.labels.frame for reading in reader.read(helped)] == ["stewardship"] * 2


def test_the_trained_part_reads_a_group_as_it_reads_customers():
    strange, usual = (("serve", word, "well") for word in ("ranchers", "customers"))
    doc, known = LightDoc("", strange, strange), book().classes
    marked = {1: "external"}
    words = [stand_ins(doc, marked, known).get(i, word) for i, word in enumerate(strange)]
    assert tuple(words) == usual
    rows = rows_of(weights())
    assert rows.of(doc, marked, {}, {}, words) == rows.of(LightDoc("", usual, usual), marked, {}, {})


def test_a_group_that_is_not_served_stands_for_nobody():
    words = ("file", "the", "ranchers")
    assert stand_ins(LightDoc("", words, words), {}, book().classes) == {}
