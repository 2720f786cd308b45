"""Work that lands on colleagues: its effect on those served is said through them, or not at all."""

import jdrewrite
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.style import of_line, style_of
from jdrewrite.rewriting.offline.through import is_inside, naming_colleagues, through_colleagues

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
        assert any(word in added for word in ("employees", "staff", "colleague", "teams", "those who"))


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
