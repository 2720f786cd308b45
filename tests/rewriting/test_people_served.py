"""The word for those served: the job description's own, where it is sure enough to be repeated."""

import pytest

import jdrewrite
from jdrewrite.catalogue import functions
from jdrewrite.rewriting.offline.people_served import people_served


def word(text, function):
    assessment = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function)
    return people_served(assessment, functions()[function])


DUTIES = "# {title}\n\n{about}\n\n## Responsibilities\n\n{duties}\n\n## Equal opportunity\n\n{notice}\n"


def jd(duties, title="Clerk", about="", notice=""):
    return DUTIES.format(title=title, about=about, duties="\n".join(f"- {d}" for d in duties), notice=notice)


@pytest.mark.parametrize(
    ("duties", "function", "expected"),
    [
        (["Greet patients at the desk.", "Send patients their letters."], "administration", "patients"),
        (["Answer calls from residents.", "Tell residents when the work begins."], "operations", "residents"),
        (["Answer clients by telephone.", "File the letters of clients."], "administration", "clients"),
        (["Water the plants.", "Sort the letters."], "hospitality-retail", "guests"),
        (["Water the plants.", "Sort the letters."], "administration", "customers"),
    ],
)
def test_the_own_word(duties, function, expected):
    assert word(jd(duties), function) == expected


def test_an_agency_s_client_is_the_employer():
    about = "Bright Staffing is seeking a clerk for a full-time position with one of our clients."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


def test_a_word_in_the_singular_is_an_example():
    duties = ["Train the team as a resident expert in sorting.", "Sort the letters."]
    assert word(jd(duties), "administration") == "customers"


def test_the_duties_come_before_the_praise_of_the_company():
    about = "Our product helps patients. Patients love it. Thousands of patients are treated sooner."
    duties = ["Show users how the product works.", "Answer questions from users.", "Collect what users say."]
    assert word(jd(duties, about=about), "sales") == "users"


def test_a_notice_of_equal_opportunity_makes_no_public_body():
    notice = "Federal law, county rules, government agencies and federal agencies protect every applicant."
    assert word(jd(["Sort the letters.", "File the forms."], notice=notice), "administration") == "customers"


def test_a_public_body_serves_members_of_the_public():
    about = "The county council works with government agencies. The council employs 300 people at the county hall."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "members of the public"


def test_a_trade_has_people_of_its_own():
    text = jd(["Design levels and rules.", "Tune the sound effects of the game."], title="Game designer")
    assessment = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="design-creative")
    assert people_served(assessment, functions()["design-creative"], games()) == "players"


def games():
    return next(t for t in functions()["design-creative"].trades if t.name == "game design")


def test_a_skill_among_the_requirements_names_nobody():
    text = (
        jd(["Sort the letters.", "File the forms."])
        + "\n## Requirements\n\n- Experience with user interfaces for users\n"
    )
    assert word(text, "administration") == "customers"


def test_a_public_body_that_serves_others_of_its_kind():
    about = "The council works with government agencies. The council employs 300 people at the county council hall."
    duties = ["Help agencies run their servers.", "Answer agencies' questions about accounts."]
    assert word(jd(duties, about=about), "information-technology") == "agencies"


def test_a_group_gives_way_to_whom_the_role_names_more_often():
    duties = ["Show users the site.", "Ask users what they need.", "Help users sign in.", "Help veterans."]
    assert word(jd(duties), "information-technology") == "users"


def test_who_sells_deals_with_those_who_buy():
    duties = ["Show users the product.", "Answer users' questions.", "Visit customers."]
    assert word(jd(duties, title="Sales representative"), "sales") == "customers"


def test_patients_of_the_company_s_praise_are_not_those_of_the_role():
    about = "Our product helps patients. Patients love it. Thousands of patients are treated sooner."
    assert word(jd(["Sort the letters.", "Send patients one letter."], about=about), "administration") == "customers"


def test_a_public_company_serves_no_public():
    duties = [
        "Bring a combination of public company and private company experience.",
        "Sort the letters of public companies.",
    ]
    assert word(jd(duties), "administration") == "customers"


def test_a_group_that_the_text_names_often_comes_before_a_default():
    about = "Merchants sell with us. Our merchants grow. We have thousands of merchants."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "merchants"


def test_members_of_a_team_are_not_those_served():
    about = "Team members are kind. Our team members grow. Team members meet on Mondays. We are members of a guild."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


def test_the_word_of_the_records_comes_before_users_of_the_data():
    duties = [
        "Merge customer records that are double.",
        "Archive customer files.",
        "Check the customer database.",
        "Show users the columns.",
    ]
    assert word(jd(duties), "data-analytics") == "customers"


def test_client_groups_of_a_personnel_department_are_colleagues():
    duties = [
        "Advise our internal client groups on pay.",
        "Help internal clients.",
        "Coach the client group's managers.",
        "Serve clients as their partner.",
    ]
    assert word(jd(duties), "human-resources") == "customers"


def test_a_word_that_stands_once_comes_before_the_default():
    about = "We make a calendar for users in many countries."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "users"


def test_the_client_of_whom_only_an_agency_speaks_is_no_customer():
    about = "Founded in 1950, the client makes hinges. The client is a family company with 40 employees."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"
