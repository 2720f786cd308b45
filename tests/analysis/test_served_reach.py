"""Whom the work reaches first, and who uses what is made."""

import pytest

import jdrewrite
from tests.analysis.jobs import jd, word


@pytest.mark.parametrize(
    ("title", "function", "duties", "expected"),
    [
        (
            "Payroll clerk",
            "human-resources",
            ["Pay staff on time.", "Answer staff questions on pay."],
            ("inside", "staff"),
        ),
        (
            "IT service desk analyst",
            "information-technology",
            ["Help employees sign in.", "Visit employees."],
            ("inside", "employees"),
        ),
        (
            "Solicitor",
            "legal-compliance",
            ["Advise clients on wills.", "Help clients buy a house.", "Meet clients."],
            ("outside", ""),
        ),
        ("Technical support engineer", "information-technology", ["Help customers sign in."], ("outside", "")),
        ("Accountant", "accounting", ["Close the books.", "Post journals."], ("inside", "")),
        ("Salesforce developer", "information-technology", ["Build screens.", "Test screens."], ("inside", "")),
        ("Software engineer - Salesforce", "engineering", ["Build screens.", "Test screens."], ("outside", "")),
        ("Growth marketing data analyst", "data-analytics", ["Count visits.", "Draw charts."], ("inside", "")),
        ("Account manager", "sales", ["Visit customers.", "Tell colleagues. Ask colleagues."], ("outside", "")),
        # by grammar: whoever is advised, answered or given something
        (
            "Contract analyst",
            "other",
            ["Prepare budgets for program areas.", "Answer questions from program areas.", "File contracts."],
            ("inside", "program areas"),
        ),
        (
            "Personal assistant to the chair",
            "administration",
            ["Keep the diary.", "Provide written summaries to the COO.", "Book rooms."],
            ("inside", "executives"),
        ),
        (
            "Project coordinator",
            "project-management",
            ["Assist project managers with plans.", "Send weekly reports to project managers.", "Support engineers."],
            ("inside", "project managers"),
        ),
        # who leads others helps them, and works for somebody else; who sells deals with others
        (
            "Head of engineering",
            "engineering",
            ["Support engineers.", "Help engineers.", "Advise engineers."],
            ("outside", ""),
        ),
        ("Sales agent", "sales", ["Support buyers.", "Assist managers.", "Advise managers."], ("outside", "")),
        # fields that share a last word are one team
        (
            "Cleaner",
            "facilities-maintenance",
            ["Perform cleaning of tanks for the Mixing and Filling Teams.", "Keep records."],
            ("inside", "mixing and filling teams"),
        ),
        # one line of status makes nobody the one for whom the work is, nor does help among peers
        ("Architect", "information-technology", ["Draw plans.", "Send the status to the teams."], ("outside", "")),
        (
            "Developer",
            "information-technology",
            ["Provide mentorship to engineers.", "Assist your colleagues with code.", "Give support across teams."],
            ("outside", ""),
        ),
        ("Senior data analyst", "data-analytics", ["Work with analysts.", "Meet other analysts."], ("inside", "")),
        ("Talent partner", "human-resources", ["Help build the teams. Serve with managers."], ("inside", "")),
        # a title says little where two lines are for customers and none for colleagues
        (
            "Inventory control specialist",
            "supply-chain-logistics",
            ["Fill the orders of customers.", "Pack parcels for customers.", "Keep the warehouse clean."],
            ("outside", ""),
        ),
        ("Controls engineer", "engineering", ["Program drives.", "Start up systems."], ("outside", "")),
        # people from outside, in a department that mostly works for colleagues
        ("Receptionist", "administration", ["Sort the letters.", "Book rooms."], ("outside", "")),
        ("Mortgage administrator", "finance", ["File applications.", "Check papers."], ("outside", "")),
    ],
)
def test_whom_the_work_reaches_first(title, function, duties, expected):
    text = jd(duties, title=title)
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function).customer_word
    assert (found.direct, found.colleagues) == expected


def test_who_receives_the_work_is_known_where_it_goes_on_to_others_too():
    theirs = ["Answer customers by telephone.", "Help customers choose a plan.", "Visit customers at home."]
    duties = ["Prepare budgets for program areas.", "Advise program areas on costs.", *theirs]
    text = jd(duties, title="Sales adviser")
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="sales").customer_word
    assert (found.direct, found.receivers, found.colleagues) == ("outside", "program areas", "")


def test_a_team_that_somebody_leads_does_not_receive_the_work_for_being_named():
    duties = [
        "Schedule team members for each shift.",
        "Train new team members on safe lifting.",
        "Check that orders for customers leave on time.",
        "Count the stock each week.",
        "Keep the aisles clear.",
    ]
    text = jd(duties, title="Warehouse supervisor")
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="supply-chain-logistics")
    assert found.customer_word.receivers != "team members"


@pytest.mark.parametrize(
    ("title", "function", "first"),
    [
        ("IT support specialist", "information-technology", "outside"),
        ("Maintenance technician", "facilities-maintenance", "outside"),
        ("Chief of staff", "administration", "inside"),
    ],
)
def test_whom_the_duties_plainly_serve_they_reach_whatever_such_titles_mostly_mean(title, function, first):
    duties = [
        "Help residents with what is broken in their homes.",
        "Answer residents by telephone.",
        "Visit residents to mend it.",
        "Keep the tools in order.",
        "File papers.",
    ]
    text = jd(duties, title=title)
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function).customer_word
    assert (found.plural, found.direct) == ("residents", first)


@pytest.mark.parametrize(
    "title",
    [
        "Software Engineer, CRM",
        "Community Safety Officer",
        "Patient Safety Officer",
        "Trust and Safety Manager",
        "Machine Operator 16/hr",
        "Equity Stage Manager",
    ],
)
def test_a_title_that_sounds_inside_may_serve_others(title):
    found = jdrewrite.analyse(
        jdrewrite.read_bytes(jd(["Ring people.", "Visit schools."], title=title).encode(), "jd.md")
    )
    assert found.customer_word.direct == "outside"


def test_a_council_whose_text_says_users_throughout_serves_users():
    about = "The council is a royal borough council with city services."
    duties = ["Design services for users.", "Test designs with users.", "Ask users what they need."]
    assert word(jd(duties, about=about), "design-creative") == "users"


def test_partners_named_often_need_fewer_proofs():
    duties = [
        "Advise agencies and partner agencies on accessible forms.",
        "Attend meetings of partner agencies.",
        "Keep the calendar of partner agencies.",
    ]
    text = jd(duties, about="We are part of the federal government and serve the public.")
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="consulting-strategy")
    assert found.customer_word.direct == "partners"


def test_a_public_body_whose_role_says_users_throughout_serves_users():
    about = (
        "We work across the federal government, and our public servants are based in two towns. We serve the public."
    )
    duties = [
        "Test services with users.",
        "Write for users.",
        "Ask users what they need.",
        "Mend what users find broken.",
    ]
    assert word(jd(duties, about=about), "engineering") == "users"
    few = ["Test services.", "Sort the letters.", "Tell the public.", "Answer questions from the public."]
    assert word(jd(few, about=about), "engineering") == "members of the public"


def test_those_who_use_the_work_are_the_colleagues_whom_it_reaches():
    duties = ["Give business stakeholders figures they can trust.", "Ask business stakeholders what they decide by."]
    text = jd(duties, title="Data analyst for finance data governance")
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="data-analytics").customer_word
    assert (found.direct, found.colleagues) == ("inside", "business stakeholders")


@pytest.mark.parametrize(
    ("duties", "about", "function", "expected"),
    [
        (["Build pages for clients.", "Advise clients.", "Turn user needs into code."], "", "engineering", "users"),
        (
            ["Build pages for clients.", "Advise clients."],
            "We help our clients and their users.",
            "engineering",
            "users",
        ),
        (["Build pages for clients.", "Advise clients.", "Set up user accounts."], "", "engineering", ""),
        (["Build pages for clients.", "Advise clients.", "Train internal users."], "", "engineering", ""),
        (["Write contracts for clients.", "Advise clients.", "Ask users what they need."], "", "legal-compliance", ""),
        (["Plan releases for clients.", "Advise clients."], "", "product-management", "users"),
        (["Greet patients.", "Ask patients.", "Test pages with users."], "", "engineering", ""),
    ],
)
def test_who_makes_something_for_clients_makes_it_for_their_users_once_the_text_says_so(
    duties, about, function, expected
):
    text = jd(duties, about=about)
    served = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function).customer_word
    assert served.users == expected


def test_users_are_served_where_the_usual_word_stands_nowhere():
    about = "The faculty of law is the oldest of the university. Its campus lies by the river."
    duties = ["Help users sign in.", "Train users.", "Tell users when it is down."]
    assert word(jd(duties, title="Support manager", about=about), "customer-service") == "users"
