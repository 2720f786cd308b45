"""What names those served in a text, and what only seems to."""

import pytest

import jdrewrite
from jdrewrite.analysis.served_word import names
from tests.analysis.jobs import NOBODY, jd, word


def test_an_agency_s_client_is_the_employer():
    about = "Bright Staffing is seeking a clerk for a full-time position with one of our clients."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


def test_a_word_in_the_singular_is_an_example():
    duties = ["Train the team as a resident expert in sorting.", "Sort the letters."]
    assert word(jd(duties), "administration") == NOBODY


def test_a_skill_among_the_requirements_names_nobody():
    text = (
        jd(["Sort the letters.", "File the forms."])
        + "\n## Requirements\n\n- Experience with user interfaces for users\n"
    )
    assert word(text, "administration") == NOBODY


@pytest.mark.parametrize("attitude", ["customer service-oriented", "customer-focused", "patient-centred"])
def test_an_attitude_names_nobody(attitude):
    about = f"The clerk works in a {attitude} environment."
    found = jdrewrite.analyse(jdrewrite.read_bytes(jd(["File the forms."], about=about).encode(), "jd.md"))
    assert not found.customer_word.is_named
    served = "The clerk works for customers in a customer-focused office."
    found = jdrewrite.analyse(jdrewrite.read_bytes(jd(["File the forms."], about=served).encode(), "jd.md"))
    assert (found.customer_word.plural, found.customer_word.count) == ("customers", 1)


def test_members_of_a_team_are_not_those_served():
    about = "Team members are kind. Our team members grow. Team members meet on Mondays. We are members of a guild."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == NOBODY


def test_client_groups_of_a_personnel_department_are_colleagues():
    duties = [
        "Advise our internal client groups on pay.",
        "Help internal clients.",
        "Coach the client group's managers.",
        "Serve clients as their partner.",
    ]
    assert word(jd(duties), "human-resources") == "customers"


def test_those_of_an_example_are_not_all_of_those_served():
    duties = ["Help people in need such as tenants.", "Write to customers.", "Help groups, for example tenants."]
    assert word(jd(duties), "administration") == "customers"


def test_the_customers_of_others_are_not_our_own():
    duties = ["Help merchants sell to their customers.", "Show merchants how their customers pay.", "Call merchants."]
    assert word(jd(duties), "operations") == "merchants"


def test_a_line_that_stands_there_twice_counts_once():
    duties = ["Answer clients."] * 6 + ["Help customers choose.", "Answer customers by post."]
    assert word(jd(duties), "administration") == "customers"


def test_the_count_is_that_of_the_text():
    document = jdrewrite.read_bytes(jd(["Answer customers.", "Write to customers."]).encode(), "jd.md")
    found = jdrewrite.analyse(document).customer_word
    assert (found.source, found.count) == ("text", 2)
    found = jdrewrite.analyse(jdrewrite.read_bytes(jd(["Sort letters."]).encode(), "jd.md")).customer_word
    assert (found.source, found.count) == ("nobody", 0)


def test_the_client_of_whom_only_an_agency_speaks_is_no_customer():
    about = "Founded in 1950, the client makes hinges. The client is a family company with 40 employees."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Help each family settle.", "families"),
        ("Advise agencies on their systems.", "agencies"),
        ("Answer questions from the public.", "members of the public"),
        ("Prepare customer invoices.", "customers"),
    ],
)
def test_a_text_names_those_served_in_any_form(text, plural):
    assert names(text, plural)
    assert not names("Answer the telephone.", plural)


def test_an_odd_letter_in_a_word_for_those_served_is_no_fault():
    assert word(jd(["Help our u\u017fers find what they need each day."]), "administration")


@pytest.mark.parametrize("text", ["Live our agile tenants.", "Run several tenants of the cloud platform."])
def test_tenets_misspelt_and_parts_of_a_system_are_nobody(text):
    about = f"{text} Our tenants are simple." if "agile" in text else text
    assert word(jd(["Sort the letters.", text], about=about), "project-management") != "tenants"


def test_people_who_rent_are_tenants():
    assert word(jd(["Help tenants with repairs.", "Visit tenants."]), "facilities-maintenance") == "tenants"


@pytest.mark.parametrize(
    ("about", "duties", "expected"),
    [
        # named as served, they outweigh a public that merely stands there as well
        (
            "The Department of Elections is part of county government. We serve the public.",
            ["Send voters their ballots.", "Answer questions from voters.", "Tell the public about dates."],
            "voters",
        ),
        # a group that no list has, by a noun of WordNet that names people
        (
            "The studio was founded in 1990.",
            ["Give feedback to ballerinas.", "Support ballerinas with their training.", "Invite ballerinas."],
            "ballerinas",
        ),
        # in a list, what is done for one is done for all
        (
            "The mission of the studio is to hold events for dancers, teachers, and guests.",
            ["Judge dancers."],
            "dancers",
        ),
        # colleagues and those of other trades are no group, however they are helped
        ("", ["Help engineers with their tools.", "Support engineers and coordinators.", "Help coordinators."], NOBODY),
    ],
)
def test_whom_the_text_names_as_served(about, duties, expected):
    assert word(jd(duties, title="Assistant", about=about), "other") == expected


def test_our_client_of_whom_an_agency_speaks_is_the_employer():
    about = "Our client has two hundred years of experience. You will work with our client in the north."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") != "clients"


def test_a_program_called_a_client_is_nobody():
    duties = ["Sort the letters.", "Write from your own email client.", "Set up the VPN client."]
    assert word(jd(duties), "administration") != "clients"


@pytest.mark.parametrize(
    "notice",
    [
        "Under Title II of the Americans with Disabilities Act, the city of Springfield answers requests for aids.",
        "The Department of Veterans Affairs and the Consumer Financial Protection Bureau write the rules.",
        "The city of Springfield does not discriminate against veterans, and helps veterans and their families apply.",
    ],
)
def test_laws_agencies_and_notices_name_nobody_wherever_they_stand(notice):
    about = "The city of Springfield has a municipal garage and a city council. City employees keep it open."
    assert word(jd(["Sort the letters.", "File the forms.", notice], about=about), "administration") == "residents"


def test_whom_the_text_denies_is_not_served():
    duties = ["Ring other firms (no consumer calls).", "Sort the letters.", "Sell phones, not consumer goods."]
    assert word(jd(duties), "sales") == "customers"


def test_customer_service_is_a_skill_and_guests_are_people():
    duties = ["Provide great customer service.", "Answer guests who ask for towels."]
    assert word(jd(duties), "hospitality-retail") == "guests"


@pytest.mark.parametrize(
    ("duties", "beside"),
    [
        (["Maintain good relations with customers and suppliers.", "File the forms."], True),
        (["Answer vendors, banks, auditors and clients.", "File the forms."], True),
        (["Liaise with customers/contractors."], True),
        (["Answer customers.", "Pay suppliers."], False),
        (["Liaise with customers and suppliers.", "Answer customers by post."], False),
        (["Help customers and suppliers find their way."], False),
        (["Liaise with customers and the bank."], False),
    ],
)
def test_whoever_is_named_beside_suppliers_alone_is_a_guess(duties, beside):
    found = jdrewrite.analyse(jdrewrite.read_bytes(jd(duties).encode(), "jd.md"))
    assert found.customer_word.source == "text"
    assert found.customer_word.beside is beside
    assert bool(found.unnamed) is beside


def test_one_of_those_whom_the_text_names_elsewhere_is_one_of_them():
    duties = [
        "Give the medicines on schedule.",
        "Be sensitive to the camper's feelings and needs.",
        "Listen when a camper is homesick.",
        "Take campers to the hospital in an emergency.",
    ]
    assert word(jd(duties), "healthcare") == "campers"
    bare = [duty.replace("Take campers", "Drive") for duty in duties]
    assert word(jd(bare), "healthcare") == "patients"


@pytest.mark.parametrize(
    "award",
    [
        "Canada's Top Employers for Young People 2021",
        "Best Workplaces for Women 2023",
        "Great Places to Work for Parents",
    ],
)
def test_those_in_the_name_of_an_award_are_not_served(award):
    text = jd(["Sort the letters.", "File the forms."], about=f"Harbour Trust was named one of {award}.")
    assert word(text, "administration") == NOBODY
