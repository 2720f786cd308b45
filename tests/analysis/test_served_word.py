"""The word for those served: the job description's own, where it is sure enough to be repeated."""

import re
from pathlib import Path

import pytest

import jdrewrite
from jdrewrite import resources
from jdrewrite.analysis.rules import Changes, classes
from jdrewrite.analysis.rules.words import groups_by_name
from jdrewrite.analysis.served_word import names
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.settings import Settings
from jdrewrite.audit.records import record_of
from jdrewrite.errors import DataError
from jdrewrite.reflection.suggestions import own_of

_FOLDER = Path(__file__).resolve().parents[2] / "examples"
EXAMPLES = sorted(p for kind in ("word", "markdown", "text") for p in (_FOLDER / kind).iterdir())


def word(text, function):
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function).customer_word.plural


NOBODY = book().nobody.plural
"""What is written where a text names nobody served, and is not plainly that of a business."""
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
        (["Water the plants.", "Sort the letters."], "administration", NOBODY),
    ],
)
def test_the_own_word(duties, function, expected):
    assert word(jd(duties), function) == expected


def test_an_agency_s_client_is_the_employer():
    about = "Bright Staffing is seeking a clerk for a full-time position with one of our clients."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


def test_a_word_in_the_singular_is_an_example():
    duties = ["Train the team as a resident expert in sorting.", "Sort the letters."]
    assert word(jd(duties), "administration") == NOBODY


def test_the_duties_come_before_the_praise_of_the_company():
    about = "Our product helps patients. Patients love it. Thousands of patients are treated sooner."
    duties = ["Show users how the product works.", "Answer questions from users.", "Collect what users say."]
    assert word(jd(duties, about=about), "engineering") == "users"


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


def test_a_skill_among_the_requirements_names_nobody():
    text = (
        jd(["Sort the letters.", "File the forms."])
        + "\n## Requirements\n\n- Experience with user interfaces for users\n"
    )
    assert word(text, "administration") == NOBODY


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
    about = "We help merchants sell online. Thousands of merchants rely on us. We serve merchants of every size."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "merchants"


def test_members_of_a_team_are_not_those_served():
    about = "Team members are kind. Our team members grow. Team members meet on Mondays. We are members of a guild."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == NOBODY


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


def test_a_word_that_stands_once_in_praise_of_the_company_does_not_replace_the_usual_one():
    about = "We make a calendar for users in many countries."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


def test_the_sentence_that_says_for_whom_outranks_a_word_that_is_frequent():
    duties = [
        "Sort the letters of clients.",
        "File client forms.",
        "Help tenants keep their home.",
        "Call two clients.",
    ]
    assert word(jd(duties), "administration") == "tenants"


def test_those_of_an_example_are_not_all_of_those_served():
    duties = ["Help people in need such as tenants.", "Write to customers.", "Help groups, for example tenants."]
    assert word(jd(duties), "administration") == "customers"


def test_the_customers_of_others_are_not_our_own():
    duties = ["Help merchants sell to their customers.", "Show merchants how their customers pay.", "Call merchants."]
    assert word(jd(duties), "operations") == "merchants"


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


def test_a_line_that_stands_there_twice_counts_once():
    duties = ["Answer clients."] * 6 + ["Help customers choose.", "Answer customers by post."]
    assert word(jd(duties), "administration") == "customers"


def test_who_sells_to_customers_need_not_say_so():
    duties = ["Show users the product.", "Answer users' questions.", "Write to users."]
    assert word(jd(duties, title="Sales representative"), "sales") == "customers"


def test_buyers_and_sellers_stay_together():
    about = "Our mission is to help buyers and sellers meet. Buyers and sellers trust us."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "product-management") == "buyers and sellers"


def test_a_word_of_the_project_comes_first():
    text = jd(["Help anglers find the shore.", "Answer customers."])
    settings = Settings(changes=Changes(external=("angler",)))
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), settings=settings)
    assert found.customer_word.plural == "anglers"


def test_a_corrected_function_brings_its_word():
    text = jd(["Water the plants.", "Sort the letters."])
    assert word(text, "training-education") == "students"
    assert word(text, "consulting-strategy") == NOBODY  # "clients" is a common word, and the text has it nowhere


def test_the_count_is_that_of_the_text():
    document = jdrewrite.read_bytes(jd(["Answer customers.", "Write to customers."]).encode(), "jd.md")
    found = jdrewrite.analyse(document).customer_word
    assert (found.source, found.count) == ("text", 2)
    found = jdrewrite.analyse(jdrewrite.read_bytes(jd(["Sort letters."]).encode(), "jd.md")).customer_word
    assert (found.source, found.count) == ("nobody", 0)


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


@pytest.mark.parametrize("change", ['plural = "', "sections]\nbelief = 'x'\n[section"])
def test_a_broken_table_names_the_file(tmp_path, monkeypatch, change):
    text = (resources.tables() / "served_word.toml").read_text().replace('plural = "', change, 1)
    text = text if change != 'plural = "' else text.replace('plural = "', "plurals = ", 1)
    (tmp_path / "served_word.toml").write_text(text)
    monkeypatch.setattr(resources, "tables", lambda: tmp_path)
    book.cache_clear()
    try:
        with pytest.raises(DataError, match=r"served_word\.toml"):
            book()
    finally:
        book.cache_clear()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_everybody_writes_the_same_word(path):
    """``check``, the audit, the reflection and the writer do not each choose their own."""
    document = jdrewrite.read(path)
    found = jdrewrite.analyse(document)
    plural = found.customer_word.plural
    assert record_of(found).row.customers == plural
    assert own_of(found).customers == plural
    new = [p.proposed for p in jdrewrite.propose(found, kinds=("add",)) if p.proposed]
    others = {"customers", "clients", "users", "members of the public", "patients", "students"} - {plural}
    assert new
    assert not any(re.search(rf"\b{other}\b", text) for text in new for other in others)


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


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("We offer a full suite of shipping software for our merchants.", "merchants"),
        ("We offer a full suite of shipping software to merchants.", "customers"),
        ("Since our launch in May, our software has helped thousands of homeowners. Homeowners like it.", "homeowners"),
        ("Customers love our software. We thank our customers, and we thank our donors.", "customers"),
    ],
)
def test_a_group_that_is_called_ours_is_served(about, expected):
    assert word(jd(["Write code for the parser.", "Review code."], about=about), "engineering") == expected


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
    "title",
    ["Software Engineer, CRM", "Community Safety Officer", "Patient Safety Officer", "Trust and Safety Manager"],
)
def test_a_title_that_sounds_inside_may_serve_others(title):
    found = jdrewrite.analyse(
        jdrewrite.read_bytes(jd(["Ring people.", "Visit schools."], title=title).encode(), "jd.md")
    )
    assert found.customer_word.direct == "outside"


def test_one_duty_for_clients_outweighs_customers_whom_the_text_nowhere_has():
    about = "Our platform and our product are sold by our sales team."
    duties = ["Give clients solutions that work.", "Write code."]
    assert word(jd(duties, about=about), "engineering") == "clients"


def test_who_designs_for_the_clients_of_others_says_clients():
    duties = ["Draw mechanical systems.", "Check drawings against the needs of their clients."]
    assert word(jd(duties), "engineering") == "clients"


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
            ["Give feedback to ballerinas.", "Support ballerinas with their training."],
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


@pytest.mark.parametrize(
    ("title", "about", "expected"),
    [
        ("Elections clerk", "The election office runs polling places and prepares ballots. Voting is by mail.", "voters"),
        ("Clerk", "The theatre has two stages. Our orchestra gives concerts; rehearsals are at noon, operas at night.", "audiences"),
        ("Bus dispatcher", "The transit authority runs buses and trains. Its bus routes cross the county.", "passengers"),
        ("Librarian", "The public library has nine branch libraries. Librarians of the county library meet weekly.", "library users"),
        ("Court clerk", "The superior court hears cases. Judges of the district court share its courtrooms.", "court users"),
        ("Housing officer", "The housing association lets homes. Its tenancies are long, and rents are low.", "tenants"),
        ("Nursery worker", "Our nursery and preschool takes toddlers and infants. Our day care opens at seven.", "children and families"),
        ("Room attendant", "Our hotel has ninety guest rooms. Housekeeping starts at nine; the front desk is open all night.", "guests"),
        ("Keeper", "The research collection holds fossils, specimens and a herbarium; taxonomy and accessions are done by two curators.", "researchers"),
        ("Teller", "The credit union has two branch offices. It offers deposit accounts and mortgages.", "members"),
        ("Bus aide", "The school bus leaves at seven. Our school transport runs in three valleys.", "students"),
        ("Organiser", "The trade union holds an annual general meeting. Our bylaws say who votes.", "members"),
    ],
)  # fmt: skip
def test_a_precise_kind_of_organisation_has_people_of_its_own(title, about, expected):
    assert word(jd(["Sort the letters.", "File the forms."], title=title, about=about), "administration") == expected


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
    few = [duties[0], "Sort the letters.", "Tell the public.", "Answer questions from the public."]
    assert word(jd(few, about=about), "engineering") == "members of the public"


@pytest.mark.parametrize("about", ["Our company is new.", "We sell calendars.", "Join our start-up."])
def test_a_business_has_customers_though_the_text_does_not_name_them(about):
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "customers"


def test_our_client_of_whom_an_agency_speaks_is_the_employer():
    about = "Our client has two hundred years of experience. You will work with our client in the north."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") != "clients"


def test_those_who_use_the_work_are_the_colleagues_whom_it_reaches():
    duties = ["Give business stakeholders figures they can trust.", "Ask business stakeholders what they decide by."]
    text = jd(duties, title="Data analyst for finance data governance")
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="data-analytics").customer_word
    assert (found.direct, found.colleagues) == ("inside", "business stakeholders")


def test_a_program_called_a_client_is_nobody():
    duties = ["Sort the letters.", "Write from your own email client.", "Set up the VPN client."]
    assert word(jd(duties), "administration") != "clients"


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


def test_the_people_of_a_trade_do_not_give_way_to_users():
    text = jd(["Write software for research.", "Ask users what they need."], title="Research Software Engineer")
    served = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="engineering").customer_word
    assert (served.plural, served.users) == ("researchers", "")


def test_a_group_with_a_name_of_its_own_is_known_to_the_rules_and_is_a_word_for_those_served() -> None:
    assert {"voters", "pupils"} <= groups_by_name() <= book().forms.keys()
    assert groups_by_name() <= classes()["groups"] | classes()["external"]


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


def test_one_of_several_groups_is_not_all_of_them():
    about = "Our mission is to move households, businesses and soldiers."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "human-resources") == "customers"
    alone = "Our mission is to move households."
    assert word(jd(["Sort the letters.", "File the forms."], about=alone), "human-resources") == "households"


def test_users_are_served_where_the_usual_word_stands_nowhere():
    about = "The faculty of law is the oldest of the university. Its campus lies by the river."
    duties = ["Help users sign in.", "Train users.", "Tell users when it is down."]
    assert word(jd(duties, title="Support manager", about=about), "customer-service") == "users"


@pytest.mark.parametrize(
    ("function", "duties", "expected"),
    [
        ("information-technology", ["Set up the servers.", "Patch the servers."], "users"),
        ("facilities-maintenance", ["Mop the floors of two buildings.", "Empty the bins."], "people in the building"),
        ("facilities-maintenance", ["Grease the lifts of trucks.", "Change the tyres."], NOBODY),
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
