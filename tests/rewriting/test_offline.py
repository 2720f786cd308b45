"""The offline writer: what it must hold whatever the job description."""

import pytest

import jdrewrite
from jdrewrite.analysis.function import rank
from jdrewrite.analysis.spoken import share_spoken_of
from jdrewrite.documents import read
from jdrewrite.model import KINDS, BlockKind
from jdrewrite.rewriting import alternatives
from tests.rewriting.clerk import IMPERATIVE


@pytest.fixture(scope="module")
def made(assessment):
    return jdrewrite.propose(assessment)


def test_all_three_kinds_are_proposed(made):
    assert {p.kind for p in made} == set(KINDS)


def test_the_same_text_gives_the_same_proposals(assessment, made):
    assert jdrewrite.propose(assessment) == made


def test_the_inward_end_is_replaced_and_the_act_kept(made):
    reframe = next(p for p in made if p.kind == "reframe")
    assert reframe.original.endswith("in order to improve cash flow.")
    assert "cash flow" not in reframe.proposed
    assert reframe.proposed.startswith("Contact customers about overdue invoices")


def test_connections_keep_the_statement_word_for_word(made):
    for p in made:
        if p.kind == "connect":
            body = p.original.rstrip(".")
            assert body[1:] in p.proposed
            assert len(p.proposed) > len(p.original)


def test_at_most_a_third_is_touched_and_no_clause_twice(assessment, made):
    role = [s for s in assessment.statements if s.section in {"duties", "purpose"} and s.kind is not BlockKind.HEADING]
    touched = [p for p in made if p.kind != "add"]
    assert 1 <= len(touched) <= max(1, len(role) // 3)
    added = [p.proposed[len(p.original) - 1 :] for p in touched]
    assert len(set(added)) == len(added)


def test_requirements_and_notices_are_left_alone(assessment):
    locked = {s.id for s in assessment.statements if s.section in {"requirements", "legal"}}
    assert locked
    for statement in locked:
        assert alternatives(assessment, statement) == ()


def test_nothing_is_said_where_nothing_is_known(assessment):
    plants = next(s for s in assessment.statements if "plants" in s.text)
    assert alternatives(assessment, plants.id) == ()


def test_alternatives_differ(assessment):
    invoices = next(s for s in assessment.statements if s.text.startswith("Prepare customer invoices"))
    texts = [p.proposed for p in alternatives(assessment, invoices.id)]
    assert len(texts) == 3
    assert len(set(texts)) == 3


def test_every_proposal_has_a_reason_of_its_own(made):
    assert all(p.rationale and p.source for p in made)
    assert len({p.rationale for p in made}) == len(made)


def test_function_follows_the_title():
    assert rank("Accounts Payable Clerk")[0].name == "accounts-receivable-payable"
    assert rank("Registered Nurse, Night Shift")[0].name == "healthcare"
    assert rank("Senior Backend Engineer (Remote)")[0].name == "engineering"
    assert rank("Corporate Counsel")[0].name == "legal-compliance"
    assert rank("Xyzzy")[0].name == "other"


@pytest.mark.shared
def test_every_accepted_proposal_on_real_texts_has_passed_and_does_not_lower_the_score(shared):
    files = sorted((shared / "jds").glob("*/*.md"))[::20]
    for path in files:
        revision = jdrewrite.revise(read(path))
        taken = [p for p in revision.proposals if p.id in revision.accepted]
        assert all(p.verdict.passed for p in taken)
        assert revision.after.score.total >= revision.before.score.total - 0.5, path.name


def test_a_purpose_speaks_of_a_job_by_what_it_says_is_done():
    job = frozenset({"machin", "part", "drawin"})
    assert share_spoken_of("machine parts to the drawing, so that they last in {customers}’ use", job) == 1
    assert share_spoken_of("answer {customers} on the telephone, so that parts arrive", job) == 0
    assert share_spoken_of("help colleagues see and find more", job) == 0
    assert share_spoken_of("draw parts that are clear and useful", frozenset({"draw", "part"})) == 1
    assert share_spoken_of("draw the plans of machines", job) == pytest.approx(1 / 3)


def test_accepted_lines_do_not_change_the_word_for_those_served():
    text = IMPERATIVE.replace("customer invoices", "invoices").replace("customer accounts", "accounts")
    document = jdrewrite.read_bytes(text.replace(" customers ", " people ").encode(), "jd.md")
    revision = jdrewrite.revise(document, accept=KINDS)
    assert any(p.kind == "add" for p in revision.proposals)
    assert revision.after.customer_word == revision.before.customer_word
