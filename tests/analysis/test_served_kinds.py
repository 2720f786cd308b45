"""What an organisation begins with: its kind, its trade, and whom it has if the text names nobody."""

import pytest

import jdrewrite
from tests.analysis.jobs import NOBODY, jd, word


def test_a_notice_of_equal_opportunity_makes_no_public_body():
    notice = "Federal law, county rules, government agencies and federal agencies protect every applicant."
    assert word(jd(["Sort the letters.", "File the forms."], notice=notice), "administration") == NOBODY


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("The county council works with government agencies. The council employs 300 people.", "residents"),
        (
            "We work across the federal government, and our public servants are based in two towns.",
            "members of the public",
        ),
        ("The faculty of law is the oldest of the university. Its campus lies by the river.", "students"),
        ("The hospital has six wards. Our nurses and doctors of the hospital work in shifts.", "patients"),
        ("The museum shows tools and toys. Two exhibitions a year are put up by our curators.", "visitors"),
        ("The charity has nine shops. Our volunteers and donors keep them open.", "the people we serve"),
        ("Our software is sold by subscription. Sales and revenue grow, and so does our platform.", "customers"),
        ("Our software runs in every local government. Govtech is our market, and sales grow.", "customers"),
        ("We have two offices.", NOBODY),
        ("Our company has two offices.", "customers"),
    ],
)
def test_the_kind_of_organisation_begins_with_a_word(about, expected):
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == expected


def test_a_trade_has_people_of_its_own():
    text = jd(["Design levels and rules.", "Tune the sound effects of the game."], title="Game designer")
    assert word(text, "design-creative") == "players"


def test_a_public_body_that_serves_others_of_its_kind():
    about = "The council works with government agencies. The council employs 300 people at the county council hall."
    duties = ["Help agencies run their servers.", "Answer agencies' questions about accounts."]
    assert word(jd(duties, about=about), "information-technology") == "agencies"


def test_a_public_company_serves_no_public():
    duties = [
        "Bring a combination of public company and private company experience.",
        "Sort the letters of public companies.",
    ]
    assert word(jd(duties), "administration") == "customers"


def test_the_people_of_a_place_keep_their_name_where_its_public_body_speaks():
    about = "We work across the federal government. Our public servants help Ontarians every day."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "Ontarians"
    about = "Our software is sold to shops. Sales grow, and so does our platform. Ontarians like it."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


def test_a_public_body_that_calls_its_public_customers():
    about = "The county council employs 300 people. The council runs the county hall, and the council has two sites."
    duties = ["Help customers at the counter.", "Advise customers on the phone.", "Serve customers of the library."] * 2
    duties += [
        "Tell customers when the bins are emptied.",
        "Support customers with forms.",
        "Help customers who are new.",
    ]
    assert word(jd(duties, about=about), "customer-service") == "customers"


def test_a_corrected_function_brings_its_word():
    text = jd(["Water the plants.", "Sort the letters."])
    assert word(text, "training-education") == "students"
    assert word(text, "consulting-strategy") == NOBODY  # "clients" is a common word, and the text has it nowhere


def test_a_public_body_that_names_residents_has_them():
    about = "We work across the federal government, and our public servants are based in two towns."
    duties = ["Help residents with forms.", "Sort the letters."]
    assert word(jd(duties, about=about), "administration") == "residents"


def test_the_own_name_of_a_people_passes_the_judge():
    about = "We work across the federal government. Our public servants help Ontarians every day."
    text = jd(["Write code for the site.", "Sort the letters."], about=about)
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="engineering")
    assert jdrewrite.verify("Write code.", "Write code so that Ontarians wait less.", context=found).passed
    assert jdrewrite.verify(None, "Ask what Ontarians say about the site.", context=found).passed
    assert not jdrewrite.verify("Write code.", "Write code so that Londoners wait less.", context=found).passed
    assert not jdrewrite.verify("Write code.", "Write code so that Ontarians wait less.").passed


def test_the_people_of_a_place_are_known_by_its_name():
    about = "The Ministry of Transport is part of the public service. Improve the lives of over 14 million people of Ontario."
    duties = ["Write code for the parser with government partners.", "Do this for the people of Ontario."]
    assert word(jd(duties, about=about), "engineering") == "Ontarians"


@pytest.mark.parametrize(
    ("about", "duties", "expected"),
    [
        ("", ["Help residents of Texas to wash.", "Help residents of Texas to dress."], "residents"),
        (
            "A charity with volunteers, donors and beneficiaries. We are a non-profit organization.",
            ["Help people in London find a home.", "Advise people in London."],
            "the people we serve",
        ),
    ],
)
def test_a_place_makes_no_public_of_those_whom_others_serve(about, duties, expected):
    assert word(jd(duties, about=about), "healthcare" if expected == "residents" else "other") == expected


@pytest.mark.parametrize(
    ("title", "about", "expected"),
    [
        ("Elections clerk", "The election office runs polling places and prepares ballots. Voting is by mail.", "voters"),
        ("Clerk", "The theatre has two stages. Our orchestra gives concerts; rehearsals are at noon, operas at night.", "audiences"),
        ("Bus dispatcher", "The transit authority runs buses and trains. Its bus routes cross the county.", "passengers"),
        ("Librarian", "The public library has nine branch libraries. Librarians of the county library meet weekly.", "library users"),
        ("Court clerk", "The superior court hears cases. Judges of the district court share its courtrooms.", "court users"),
        ("Housing officer", "The housing association lets homes. Its tenancies are long, and rents are low.", "tenants"),
        ("Nursery worker", "Our nursery and preschool has a kindergarten. Our day care opens at seven.", "children and families"),
        ("Room attendant", "Our hotel has ninety guest rooms. Housekeeping starts at nine; the front desk is open all night.", "guests"),
        ("Keeper", "The research collection holds fossils, specimens and a herbarium; taxonomy and accessions are done by two curators.", "researchers"),
        ("Teller", "The credit union has two branch offices. It offers deposit accounts and mortgages.", "members"),
        ("Bus aide", "The school bus leaves at seven. Our school transport runs in three valleys.", "students"),
        ("Caretaker", "Vacant units are cleaned by the property manager. We look after apartment buildings and their move-ins.", "residents"),
        ("Secretary", "The parish council meets in the church. The rector and the wardens plan worship, hymns and baptisms.", "members of the congregation"),
        ("Clerk", "The parish council meets in the hall beside the church. The council has six members, and its council offices are old.", "residents"),
        ("Clerk", "The archives hold manuscripts and rare books. The archivists of the historical society run its reading room.", "researchers"),
        ("Organiser", "The trade union holds an annual general meeting. Our bylaws say who votes.", "members"),
    ],
)  # fmt: skip
def test_a_precise_kind_of_organisation_has_people_of_its_own(title, about, expected):
    assert word(jd(["Sort the letters.", "File the forms."], title=title, about=about), "administration") == expected


def test_a_congregation_that_the_text_names_keeps_its_word():
    about = "The parish has two churches. Worship is on Sundays; the rector and the clergy have an office for parishioners and others."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "parishioners"


def test_a_charity_has_no_residents_that_it_does_not_name():
    about = "The charity has nine shops. Our volunteers and donors keep them open."
    text = jd(["Sort the letters.", "File the forms."], title="Community outreach officer", about=about)
    assert word(text, "community-public-service") == "the people we serve"


@pytest.mark.parametrize(
    "duty",
    ["Clean the family life center.", "Dust the family room of the hall.", "Answer the fire department members."],
)
def test_a_name_of_a_place_or_of_colleagues_is_nobody_served(duty):
    assert word(jd([duty, "Sort the letters."]), "administration") == NOBODY


def test_a_title_alone_makes_no_kind_of_organisation():
    text = jd(["Warm up the accounts.", "Keep the accounts apart."], title="Farmer of accounts")
    assert word(text, "other") == NOBODY


def test_children_and_families_named_apart_are_one_group():
    about = "Our nursery and preschool takes toddlers and infants. Our day care opens at seven."
    text = jd(
        ["Help children settle.", "Help families plan.", "Care for children."], title="Nursery worker", about=about
    )
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="other").customer_word
    assert (found.plural, found.source, found.count) == ("children and families", "text", 3)


@pytest.mark.parametrize("about", ["Our company is new.", "We sell calendars.", "Join our start-up."])
def test_a_business_has_customers_though_the_text_does_not_name_them(about):
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


@pytest.mark.parametrize(
    ("function", "duties", "expected"),
    [
        ("information-technology", ["Set up the servers.", "Patch the servers."], "users"),
        ("facilities-maintenance", ["Mop the floors of two buildings.", "Empty the bins."], "people in the building"),
        ("facilities-maintenance", ["Grease the lifts of trucks.", "Change the tyres."], NOBODY),
        ("facilities-maintenance", ["Patch streets and sidewalks.", "Sweep the facility."], NOBODY),
        ("administration", ["Sort the letters.", "File the forms."], NOBODY),
    ],
)
def test_whoever_uses_the_work_has_a_plain_noun_where_one_is_true(function, duties, expected):
    document = jdrewrite.read_bytes(jd(duties).encode(), "jd.md")
    found = jdrewrite.analyse(document, function=function).customer_word
    assert (found.plural, found.source) == (expected, "nobody")


@pytest.mark.parametrize(
    ("duties", "expected"),
    [(["Draw posters.", "Set type."], NOBODY), (["Draw screens.", "Test the interface with others."], "users")],
)
def test_a_design_has_users_where_the_text_has_something_to_use(duties, expected):
    assert word(jd(duties, title="Designer"), "design-creative") == expected
