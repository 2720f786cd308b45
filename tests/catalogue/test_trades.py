"""Which trade of a function a job belongs to."""

import msgspec
import pytest

from jdrewrite.analysis.meant import meant
from jdrewrite.catalogue import (
    GENERAL,
    Trade,
    functions,
    grade_of,
    handled,
    is_right_for,
    load,
    loader,
    narrowed,
    shared_trade_of,
    trade_for,
    trade_named,
    trade_of,
    trades_called,
)
from jdrewrite.catalogue.forms import of_trades
from jdrewrite.errors import DataError

CIVIL = Trade(name="civil engineering", words=("civil", "road*", "bridge", "site survey"), unless=("software",))
TESTS = Trade(name="software testing", words=("test*", "regression", "bug"))
FUNCTION = msgspec.structs.replace(functions()["engineering"], trades=(CIVIL, TESTS))


def of(title, *duties):
    found = trade_of(FUNCTION, title, duties)
    return found and found.name


def test_one_word_of_the_title_is_enough():
    assert of("Civil engineer") == "civil engineering"
    assert of("Test Engineer", "Design roads and bridges") == "software testing"


def test_one_word_of_the_duties_is_an_example_two_are_the_work():
    assert of("Engineer", "Draw bridges, bridges and more bridges") is None
    assert of("Engineer", "Draw bridges", "Prepare the site survey") == "civil engineering"
    assert of("Engineer", "Draw bridges and roadways") == "civil engineering"


def test_the_trade_with_more_words_wins():
    assert of("Engineer", "Test bridges", "Run regressions", "Close bugs", "Inspect roads") == "software testing"


def test_a_title_of_another_trade_is_left_alone():
    assert of("Software engineer", "Draw roads and bridges") is None


def test_a_word_is_no_part_of_another():
    assert of("Engineer", "Use Bridgewater and civilise crossroads") is None


def test_a_purpose_can_follow_on_see_that_the_team_can():
    found = [(f.slug, text) for f in functions().values() for m in (f, *f.trades) for text in m.purpose]
    assert [entry for entry in found if entry[1].startswith(("see that", "see to it"))] == []


def test_what_a_trade_does_not_have_is_that_of_the_function():
    roads = msgspec.structs.replace(CIVIL, voice=("[Walk] the road with {customers}.",), purpose=("build roads",))
    found = narrowed(FUNCTION, roads)
    assert found.lines("voice") == roads.voice
    assert found.purpose == roads.purpose
    assert found.lines("measure") == FUNCTION.lines("measure")
    assert found.customers == FUNCTION.customers
    assert narrowed(FUNCTION, None) is FUNCTION


SHARED = [(f, t) for f in functions().values() for t in f.trades if t.shared]


def test_a_shared_trade_stands_before_the_own_ones_of_each_function_that_it_names():
    assert SHARED
    for function, trade in SHARED:
        assert function.slug in trade.functions
        shared = [t.shared for t in function.trades]
        assert shared == sorted(shared, reverse=True)
    assert all(sum(t.name == trade.name for _, t in SHARED) == len(trade.functions) for _, trade in SHARED)


@pytest.mark.parametrize(
    ("slug", "title", "name"),
    [
        ("community-public-service", "Ballot Clerk", "elections and voter registration"),
        ("community-public-service", "Trainer of Poll Workers", "training of officials and partners"),
        ("community-public-service", "Village Clerk", "clerks of towns and councils, records and registry"),
        ("community-public-service", "Parole Agent", "probation, parole and court services"),
        ("design-creative", "Production Stage Manager", "stage management"),
        ("design-creative", "Stagehand", "stage technicians"),
        ("operations", "Company Manager", "company management"),
        ("training-education", "Museum Registrar", "museums and collections"),
        ("training-education", "Archivist", "archives and special collections"),
        ("training-education", "Residential Childcare Worker", "homes for children and young people"),
        ("training-education", "Electronic Resources Librarian", "electronic resources and systems of libraries"),
        ("training-education", "Metadata Librarian", "acquisition and cataloguing in libraries"),
        ("training-education", "Reference Librarian", "libraries"),
        ("training-education", "Nanny", "care of children at home"),
        ("operations", "Ranch Hand", "farm work"),
        ("information-technology", "GIS Technician", "maps and location data"),
        ("accounting", "Accountant, OEIC", "accounts of investment funds"),
        ("accounting", "Grant Accountant", "funds, grants and public accounts"),
        ("finance", "Risk Analyst (Quant)", "models of risk"),
        ("finance", "Risk Analyst", "risk"),
        ("facilities-maintenance", "Maintenance Worker", "building maintenance"),
    ],
)
def test_titles_name_a_trade(slug, title, name):
    found = trade_of(functions()[slug], title, ())
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    ("slug", "title", "name"),
    [
        ("accounting", "Fund Accountant", "funds, grants and public accounts"),
        ("facilities-maintenance", "Streets Maintenance Worker", "building maintenance"),
        ("healthcare", "Dental Receptionist", "eyes, teeth and hearing"),
    ],
)
def test_a_title_that_others_have_as_well_names_no_trade(slug, title, name):
    found = trade_of(functions()[slug], title, ())
    assert found is None or found.name != name


def test_a_librarian_is_of_the_trade_that_the_duties_speak_of():
    function = functions()["training-education"]
    general = ["Answer questions in the library.", "Shelve books of the libraries."]
    online = ["Keep electronic resources.", "Run the library systems.", "Mend the discovery service."]
    assert trade_of(function, "Librarian", general).name == "libraries"
    assert trade_of(function, "Librarian", online).name == "electronic resources and systems of libraries"


@pytest.mark.parametrize(
    ("title", "slug", "name"),
    [
        ("Theatre Manager", "hospitality-retail", "front of house"),
        ("Theatre General Manager", "general-management", "front of house"),
        ("Theatre Technician", "design-creative", "stage technicians"),
        ("Bookkeeper/Payroll Specialist", "accounting", "bookkeeping"),
        ("Payroll Accountant", "accounting", "payroll"),
    ],
)
def test_whoever_leads_a_theatre_is_no_stage_technician_and_a_bookkeeper_stays_one(title, slug, name):
    assert trade_of(functions()[slug], title, ()).name == name


def test_a_designer_for_the_theatre_is_no_stage_technician():
    found = trade_of(functions()["design-creative"], "Costume Designer", ["Draw costumes for theatre performances."])
    assert found is None or not found.shared


def test_a_trade_of_several_functions_says_of_which(monkeypatch):
    monkeypatch.setattr(loader, "_shared_trades", lambda: (SHARED[0][1], CIVIL))
    with pytest.raises(DataError, match=r"trades\.toml.*'civil engineering' names no functions"):
        loader._functions()


@pytest.mark.parametrize("title", ["Junior Botanist", "Botanist", "Senior Botanist", "Head of Botany"])
def test_a_shared_trade_has_a_measure_for_every_grade_that_is_judged(title):
    silent = {t.name for _, t in SHARED if not any(is_right_for(x, "measure", grade_of(title)) for x in t.measure)}
    assert silent == set()


def test_those_who_know_the_work_may_decide_something_in_every_shared_trade():
    grade = grade_of("Botanist")
    assert {t.name for _, t in SHARED if not any(is_right_for(x, "authority", grade) for x in t.authority)} == set()


def test_a_title_names_a_shared_trade_whatever_function_it_is_taken_for():
    found = shared_trade_of("Technician of the Museum")
    assert found
    assert found.name == "museums and collections"
    assert shared_trade_of("Server Farm Technician") is None
    assert shared_trade_of("Botanist") is None


CARED_FOR = "museums and collections"
STUDIED = "research collections"


@pytest.mark.parametrize(
    ("duty", "trade"), [("Number new accessions.", CARED_FOR), ("Send fossils on loan to researchers.", STUDIED)]
)
def test_between_shared_trades_that_a_title_names_alike_the_duties_decide(duty, trade):
    found = shared_trade_of("Curator", [duty])
    assert found
    assert found.name == trade


@pytest.mark.parametrize(
    ("title", "slug", "trade"),
    [
        ("Minister of Media", "community-public-service", "media of a church"),
        ("Parish Minister", "community-public-service", "ministry"),
        ("Loan Documentation Specialist", "finance", "papers of loans"),
        ("Loan Officer", "finance", "lending and credit"),
        ("Application Security Consultant", "information-technology", "security testing for clients"),
        ("Product Security Engineer", "information-technology", "application security"),
        ("Telemarketer, Digital Services", "marketing", "selling by telephone"),
        ("Digital Marketer", "marketing", "digital and growth marketing"),
        ("Airport Guide", "hospitality-retail", "guides and information desks"),
        ("Maintenance Worker, Heating Unit", "facilities-maintenance", "heating plants and boilers"),
        ("Maintenance Worker", "facilities-maintenance", "building maintenance"),
        ("Crime Analyst", "protective-services", "analysis of crime"),
        ("Police Patrol Officer", "protective-services", "policing"),
        ("Safeguarding Practitioner", "healthcare", "safeguarding"),
        ("Employee Benefits Consultant", "human-resources", "advice to clients on benefits and staff"),
        ("Benefits Officer", "human-resources", "benefits, pay structures and leave"),
        ("Debt Recovery Officer", "legal-compliance", "recovery of debts"),
        ("High Voltage Network Controller", "information-technology", None),
        ("Network Controller", "information-technology", "networks"),
        ("Tree Surgeon", "healthcare", "care of trees"),
        ("Travel Guide", "hospitality-retail", "travel, events and leisure"),
    ],
)
def test_neighbours_in_a_function_are_told_apart_by_their_titles(title, slug, trade):
    found = trade_of(functions()[slug], title, ())
    assert (found and found.name) == trade


@pytest.mark.parametrize(
    ("word", "slug", "name"),
    [
        ("library", "training-education", "libraries"),
        ("Museums", "training-education", "museums and collections"),
        ("crossing-guard", "protective-services", "crossing guards"),
        ("farm work", "operations", "farm work"),
    ],
)
def test_a_trade_is_called_by_its_name_in_short_or_by_a_word_for_its_jobs(word, slug, name):
    assert [(found, trade.name) for found, trade in trades_called(word)] == [(slug, name)]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("kitchen", "hospitality-retail/cooking and kitchen work"),
        ("teacher", "training-education/school teaching"),
        ("sales", "sales"),
        ("security", ""),
        ("", ""),
        ("training-education/libraries", "training-education/libraries"),
        ("training-education/loans", ""),
    ],
)
def test_what_a_word_clearly_means_is_a_function_and_its_trade(word, told):
    assert meant(word)[0] == told


def test_a_far_trade_has_its_own_way_to_those_served():
    teaching = functions()["training-education"]
    library = narrowed(teaching, trade_named(teaching, "libraries"))
    assert library.layers != teaching.layers
    assert library.questions != teaching.questions
    assert set(library.across.partners).isdisjoint(teaching.across.partners)
    bare = msgspec.structs.replace(SHARED[0][1], reach=None)
    assert narrowed(teaching, bare).questions == load(GENERAL).questions, "nothing of schools, of any job"


def test_between_unsure_functions_the_trade_that_the_title_names_counts():
    desk = functions()["customer-service"]
    assert trade_for(desk, 0.3, "Museum Guide", ()).name == "museums and collections"
    assert trade_for(desk, 0.9, "Museum Guide", ()) is trade_of(desk, "Museum Guide", ())


@pytest.mark.parametrize(
    ("planted", "problem"),
    [
        ({"effect": "they find it"}, "must contain"),
        ({"layers": ()}, "last layer"),
        ({"questions": ("what is it",)}, "question mark"),
        ({"sources": ()}, "are told"),
        ({"partners": ("Friends.",)}, "without capital"),
    ],
)
def test_how_a_trade_reaches_those_served_has_its_forms(planted, problem):
    trade = next(t for _, t in SHARED if t.reach)
    reach = msgspec.structs.replace(trade.reach, **planted)
    assert problem in " ".join(told for told, _ in of_trades((msgspec.structs.replace(trade, reach=reach),)))


@pytest.mark.parametrize(
    ("title", "slug", "name"),
    [
        ("Kitchen Porter", "hospitality-retail", "kitchen porters and washing up"),
        ("Line Cook", "hospitality-retail", "cooking and kitchen work"),
        ("School Crossing Guard", "protective-services", "crossing guards"),
        ("Circulation Assistant", "customer-service", "libraries"),
    ],
)
def test_neighbours_whose_work_is_other_work_are_trades_of_their_own(title, slug, name):
    assert trade_of(functions()[slug], title, ()).name == name


def test_what_a_job_handles_is_what_its_duties_speak_of_again_and_again():
    general = load(GENERAL)
    once = ["Keep the inventory of the yard.", "Answer letters.", "Sort parts."]
    again = [*once, "Restock the shelves of the yard.", "Count supplies."]
    assert handled(general, "Yard Hand", once, 2) == []
    assert [trade.name for trade in handled(general, "Yard Hand", again, 2)] == ["stock and supplies"]
    ruled_out = ["Sell code.", "Sell software.", "Test software.", "Mend code."]
    assert handled(general, "Sales Agent", ruled_out, 2) == []
    assert [trade.name for trade in handled(general, "Programmer", ruled_out, 2)] == ["software in use"]


def test_words_that_stand_in_many_jobs_must_stand_in_more_duties():
    general = load(GENERAL)
    least = next(trade.least for trade in general.trades if trade.name == "software in use")
    some = ["Sell code.", "Sell software.", "Test software.", "Mend code."][: least - 1]
    assert handled(general, "Programmer", some, 2) == []


def test_the_commonest_thing_comes_first():
    items = ["Draw blueprints.", "Check drawings.", "Copy drawings.", "Sort drawings.", "Bind drawings."]
    items += ["Type reports.", "Write weekly reports.", "File reports.", "Send reports."]
    names = [trade.name for trade in handled(load(GENERAL), "Draughtsperson", items, 2)]
    assert names == ["drawings and technical plans", "reports to those who decide"]


def test_every_thing_that_jobs_handle_has_a_line_for_each_lens_and_names_nobody_whom_the_job_may_not_have():
    for trade in load(GENERAL).trades:
        assert all(trade.lines(lens) for lens in ("voice", "measure", "across", "authority")), trade.name
        assert trade.purpose == ()


@pytest.mark.parametrize(
    ("title", "trade"),
    [
        ("Retail Manager", "leading shops"),
        ("Assistant Store Manager", "leading shops"),
        ("Retail Store Supervisor", "leading shops"),
        ("Retail Assistant", "selling in shops"),
        ("Restaurant Manager", "leading restaurants, hotels and other houses"),
    ],
)
def test_whoever_leads_a_shop_leads_no_hotel(title, trade):
    hospitality = functions()["hospitality-retail"]
    duties = ["Hire team leaders", "Train managers", "Speak with the executive chef"]
    found = trade_of(hospitality, title, duties)
    assert found is not None
    assert found.name == trade
    shop = "shops" in trade and "hotels" not in trade
    assert narrowed(hospitality, found).customers == ("customers" if shop else "guests")


def test_lines_of_a_shop_do_not_speak_of_a_kitchen_or_of_guests():
    shops = [t for t in functions()["hospitality-retail"].trades if t.customers == "customers"]
    assert shops
    lines = [line for t in shops for lens in ("voice", "measure", "authority", "across") for line in t.lines(lens)]
    assert not [line for line in lines if any(word in line for word in ("sent back", "the place", "guest", "dish"))]


@pytest.mark.parametrize(
    ("name", "title", "items", "expected"),
    [
        (
            "applicants for posts",
            "Engagement Officer",
            ["Plan recruitment of pupils", "Do recruiting at schools"],
            False,
        ),
        ("applicants for posts", "Clerk", ["Answer candidates", "Plan hiring", "Post vacancies"], True),
        ("budgets and spending", "Clinic Lead", ["Manage a budget", "Keep to the budget", "Plan a budget"], False),
        ("budgets and spending", "Clerk", ["Write budget reports", "Do variance analysis", "Do forecasting"], True),
        ("vehicles", "Truck Driver", ["Wash trucks", "Park trucks", "Check vehicles"], False),
        ("vehicles", "Mechanic", ["Wash trucks", "Park trucks", "Check vehicles"], True),
        ("driving", "Truck Driver", ["Haul gravel", "Do pre-trip checks", "Couple trailers"], True),
        ("driving", "Fleet Manager", ["Haul gravel", "Do pre-trip checks", "Couple trailers"], False),
        ("machines and equipment", "Loader Operator", ["Clean machines", "Run machinery", "Stop machines"], False),
        ("machines and equipment", "Fitter", ["Clean machines", "Run machinery", "Stop machines"], True),
        ("inspections and findings", "Bus Driver", ["Inspect buses", "Do inspections", "Fill in checklists"], False),
    ],
)
def test_what_a_job_handles_is_asked_of_whoever_has_it_in_hand(name, title, items, expected):
    assert (name in [t.name for t in handled(functions()[GENERAL], title, items, least=2)]) == expected
