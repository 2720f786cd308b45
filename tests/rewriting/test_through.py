"""Work that lands on colleagues: its effect on those served is said through them, or not at all."""

import msgspec
import pytest

import jdrewrite
from jdrewrite.catalogue import Match, Output, without_other_slots
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.style import of_line, style_of
from jdrewrite.rewriting.offline.through import (
    asked_by_others,
    is_for_colleagues,
    is_inside,
    naming_colleagues,
    style_for,
    through_colleagues,
    to_colleagues,
)
from tests.rewriting.jobs import nearest

DESK = """# IT Service Desk Analyst

## Responsibilities

- Answer questions of employees about their laptops.
- Help employees with passwords.
- Resolve incidents of the network.
- Solve technical problems of high complexity.
- Write articles for the knowledge base.
- Patch servers every month.
- Maintain the documentation of systems.
"""
SHOP = DESK.replace("IT Service Desk Analyst", "Technical Support Engineer").replace("employees", "customers")


def found(text, function="information-technology"):
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function)


def through(wordings, slug, text, line=-1):
    """Return what is left for one line, the last if not told."""
    assessment = found(text)
    return through_colleagues(wordings, slug, assessment, assessment.statements[line])


def wording(text):
    return Wording(text, False, "f/e")


def test_only_what_names_colleagues_is_said_of_a_service_desk():
    near, far = wording("staff can serve {customers} at once"), wording("{customers} meet fewer faults")
    assert is_inside(found(DESK), "information-technology")
    assert through([near, far], "software", DESK) == [near]
    assert through([near, far], "software", SHOP) == [near, far]


def test_customers_and_colleagues_together_are_not_said_through_colleagues():
    both = wording("{customers} and colleagues need not copy data")
    assert through([both], "software", DESK) == []


def test_functions_that_are_for_colleagues_know_it():
    far = wording("promises to {customers} are written down")
    assert through([far], "legal-compliance", DESK) == [far]


def test_lines_that_name_colleagues():
    lines = ("[Ask] the colleagues who speak with {customers}.", "[Read] what {customers} say.", "help the sales team")
    assert naming_colleagues(lines) == (lines[0], lines[2])


def test_a_line_of_a_service_desk_is_not_continued_past_the_colleagues():
    assert any("customers" in p.proposed for p in jdrewrite.propose(found(SHOP), kinds=("connect",)))
    for p in jdrewrite.propose(found(DESK), kinds=("connect",)):
        added = p.proposed.replace(p.original or "", "")
        assert "customers" not in added


def test_a_duty_that_names_those_served_reaches_them_in_any_role():
    far = wording("{customers} are charged correctly")
    desk = DESK + "- Prepare customer invoices each month.\n"
    assert is_inside(found(desk), "information-technology")
    assert through([far], "software", desk) == [far]
    assert through([far], "software", desk, line=-2) == []


def test_a_line_that_names_others_than_the_rest_goes_on_with_them():
    text = SHOP.replace(
        "Answer questions of customers about their laptops.", "Respond to calls and enquiries from users."
    )
    assessment = found(text)
    assert assessment.customer_word.plural == "customers"
    line = next(s for s in assessment.statements if s.text.startswith("Respond"))
    style = style_of(assessment.statements, assessment.customer_word)
    assert of_line(style, line).customers == "users"
    other = next(s for s in assessment.statements if s.text.startswith("Help customers"))
    assert of_line(style, other).customers == of_line(style, assessment.statements[-1]).customers == "customers"


def test_a_line_that_names_one_of_those_of_the_rest_goes_on_with_them():
    text = SHOP.replace(
        "Answer questions of customers about their laptops.", "Respond to calls from users of each family."
    )
    assessment = found(text)
    line = next(s for s in assessment.statements if s.text.startswith("Respond"))
    style = style_of(assessment.statements, assessment.customer_word)
    families = msgspec.structs.replace(style, customers="families")
    assert of_line(style, line).customers == "users"
    assert of_line(families, line).customers == "families"


AGENCIES = """# Adviser

We are public servants of the federal government and work across government.

## Responsibilities

- Help agency partners choose suppliers.
- Support agency partners in their first year.
- Train agency partners in new methods.
- Answer questions from the public.
- Answer an agency partner by telephone.
- Sort letters from agency partners.
- File the forms.
"""


def called(text, source, line=-1, wording_text="{customers} wait less", function="consulting-strategy"):
    """Return whom a wording means in one line, the last if not told."""
    assessment = found(text, function)
    style = style_of(assessment.statements, assessment.customer_word)
    return style_for(style, assessment, Wording(wording_text, False, source), assessment.statements[line]).customers


def test_who_advises_agencies_reaches_them_first():
    word = found(AGENCIES, "consulting-strategy").customer_word
    assert (word.plural, word.direct, word.partners) == ("members of the public", "partners", "agency partners")
    assert called(AGENCIES, "consulting-strategy/offers") == "agency partners"


def test_what_is_built_for_agencies_reaches_the_public():
    assert called(AGENCIES, "engineering/features") == "members of the public"


def test_a_line_whose_work_goes_to_agencies_reaches_them_in_any_trade():
    assert called(AGENCIES, "engineering/features", line=-2) == "agency partners"


def test_a_line_that_names_the_public_reaches_the_public():
    assert called(AGENCIES, "consulting-strategy/offers", line=-4) == "members of the public"


def test_a_wording_that_names_the_partner_goes_on_about_the_public():
    text = "what became easier for {customers} is shown to the partner"
    assert called(AGENCIES, "consulting-strategy/offers", wording_text=text) == "members of the public"


def test_one_mention_of_agencies_is_not_enough():
    one = AGENCIES.replace("agency partners", "colleagues").replace("an agency partner", "agencies")
    assert found(one, "consulting-strategy").customer_word.direct != "partners"


def test_a_seller_s_partners_are_no_layer():
    about = (
        "Our software is sold by subscription. Sales and revenue grow, our platform too. Our product wins customers."
    )
    shop = AGENCIES.replace("We are public servants of the federal government and work across government.", about)
    assert found(shop, "sales").customer_word.partners == ""


def test_what_is_designed_for_a_public_is_for_users_where_the_text_says_so():
    duties = ["Ask users what they need.", "Test pages with the public.", "Answer questions from the public."]
    duties.append("Tell the public what is new.")
    text = AGENCIES.partition("## Resp")[0] + "## Responsibilities\n\n" + "\n".join(f"- {d}" for d in duties)
    text += "\n- Sort the letters.\n"
    paper = "{customers} use less paper"
    assert called(text, "design-creative/pages", function="engineering") == "users"
    assert called(text, "office/letters", function="engineering") == "members of the public"
    assert called(text, "design-creative/pages", -1, paper, "engineering") == "members of the public"


def test_security_of_a_public_body_is_explained_to_colleagues():
    about = "We are public servants of the federal government and work across government."
    text = DESK.replace("IT Service Desk Analyst\n", f"Security engineer\n\n{about}\n").replace("employees", "systems")
    assert found(text).customer_word.afar
    assert not found(text.replace(about, "")).customer_word.afar


@pytest.mark.parametrize(
    ("text", "alone", "said"),
    [
        ("Patience with {customers} and colleagues", False, "Patience with colleagues who serve {customers}"),
        ("[Ask] staff and {customers} what fails", False, "[Ask] staff who serve {customers} what fails"),
        (
            "a fault that could harm {customers} or colleagues",
            True,
            "a fault that could harm {customers} or colleagues",
        ),
        ("Patience with {customers} and colleagues who wait", True, "Patience with colleagues who wait"),
        (
            "Patience with {customers} and colleagues who wait",
            False,
            "Patience with {customers} and colleagues who wait",
        ),
        ("staff and {customers}\u2019 data", True, "staff and {customers}\u2019 data"),
    ],
)
def test_a_line_about_both_is_said_through_colleagues(text, alone, said):
    assert without_other_slots(to_colleagues(Wording(text, False, "f/people"), alone=alone).text) == said
    assert to_colleagues(Wording(text, False, "general/people"), alone=alone).text == text


def test_duties_for_colleagues_alone():
    assert is_for_colleagues("Write the newsletter.")
    assert not is_for_colleagues("Answer the telephone.")


def test_new_lines_do_not_take_the_word_of_the_last_line_that_was_read():
    text = SHOP.replace("Answer questions of customers", "Answer questions of users")
    both = {p.proposed for p in jdrewrite.propose(found(text)) if p.kind == "add"}
    assert both
    assert both <= {p.proposed for p in jdrewrite.propose(found(text), kinds=("add",))}


def test_what_a_public_body_counts_reaches_those_who_decide_first():
    about = "We are public servants of the federal government and work across government."
    text = DESK.replace("IT Service Desk Analyst\n", f"Data analyst\n\n{about}\n").replace("employees", "systems")
    near, far = wording("those who plan for {customers} understand the figures"), wording("{customers} see the figures")
    known = found(text, "data-analytics")
    assert through_colleagues([far, near], "data-analytics", known, known.statements[-1]) == [near]
    assert through_colleagues([far], "data-analytics", known, known.statements[-1]) == [far]
    assert through_colleagues([far, near], "office", known, known.statements[-1]) == [far, near]


def test_a_line_of_the_service_desk_for_both_is_said_through_colleagues():
    text = DESK + "\n## Requirements\n\n- Two years of experience\n- A driving licence\n"
    text = text.replace("servers every month", "servers that customers use")
    desk = found(text)
    word = msgspec.structs.replace(desk.customer_word, direct="outside")
    for known, both in ((desk, False), (msgspec.structs.replace(desk, customer_word=word), True)):
        lines = nearest(known, "information-technology")
        assert both == any("customers and colleagues" in line.proposed for line in lines)


def test_what_is_true_of_every_job_is_said_as_one_of_this_function():
    assert called(AGENCIES, "general/measure") == "agency partners"
    built = msgspec.structs.replace(found(AGENCIES), function=found(AGENCIES, "engineering").function)
    style = style_of(built.statements, built.customer_word)
    assert style_for(style, built, Wording("{customers} wait", False, "general/measure")).customers != "agency partners"


def test_a_new_line_of_whoever_deals_with_agencies_is_about_them():
    assessment = found(AGENCIES, "general-management")
    style = style_of(assessment.statements, assessment.customer_word)
    line = Wording("Ask {customers} what they wait for.", False, "general-management/voice")
    assert style_for(style, assessment, line).customers == "agency partners"


def test_the_word_of_a_line_that_the_wording_has_already_is_not_said_twice():
    text = "# Clerk\n\n## Responsibilities\n\n- Help buyers with prices.\n- Sort the letters.\n"
    assessment = found(text, "accounts-receivable-payable")
    style = style_of(assessment.statements, assessment.customer_word)
    line = next(s for s in assessment.statements if "buyers" in s.text)
    twice = Wording("buyers can order what {customers} need", False, "accounts-receivable-payable/prices")
    assert style_for(style, assessment, twice, line).customers == style.customers


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Answer questions of suppliers about payments.", True),
        ("Answer supplier questions about payments.", True),
        ("Answer questions about payments.", False),
        ("Answer questions of customers.", False),
    ],
)
def test_what_suppliers_ask_is_not_asked_by_those_served(line, expected):
    output = Output(id="answers", acts=("answer",), things=("question",), state=("{customers} get an answer",))
    start = line.index("question")
    match = Match(output, "question", "answer", 0, start + len("questions"), 1.0, start)
    assert asked_by_others(line, match) is expected


def test_what_belongs_to_members_of_the_public_is_theirs_in_plain_english():
    style = msgspec.structs.replace(style_of((), found(DESK).customer_word), customers="members of the public")
    assert style.fill("protect {customers}’ data") == "protect the data of members of the public"
    assert style.fill("{customers}’ urgent needs come first") == "the urgent needs of members of the public come first"
    users = msgspec.structs.replace(style, customers="users")
    assert users.fill("protect {customers}’ data") == "protect users’ data"


def test_a_line_names_who_receives_the_work_where_the_text_does():
    line = "[Judge] the work by what had to be done again for {those who need it}."
    style = style_of((), found(DESK).customer_word)
    assert style.line(line) == "Judge the work by what had to be done again for those who need it"
    theirs = msgspec.structs.replace(style, receivers="program areas")
    assert theirs.line(line) == "Judge the work by what had to be done again for program areas"


def test_treatment_of_animals_is_for_these_and_their_owners_are_asked():
    text = """# Veterinary technician

Riverside Animal Hospital is a veterinary hospital for dogs and cats. Our veterinarians treat pets of all kinds.

## Responsibilities

- Give medication to patients.
- Weigh patients and note it.
- Tell clients when they can fetch their pet.
- Help clients carry their pets.
"""
    vet = found(text, "healthcare")
    style = style_of(vet.statements, vet.customer_word)
    assert style.customers == "clients"
    duty = next(s for s in vet.statements if s.section == "duties")
    other = msgspec.structs.replace(duty, text="Give medication.")
    effect = Wording("{customers} get the right medicine", False, "healthcare/medication")
    asked = Wording("[Ask] {customers} what was hard for them.", False, "healthcare/voice")
    assert style_for(style, vet, effect, other).customers == "patients"
    assert style_for(style, vet, asked).customers == "clients"
    people = found(text.replace("Animal ", "").replace("veterinary ", "").replace("pet", "child"), "healthcare")
    assert style_for(msgspec.structs.replace(style, customers="patients"), people, asked).customers == "patients"
