"""The verbs composed: what is written is what was proposed, and the figures are those of the written text."""

import jdrewrite
from jdrewrite.documents import read_bytes
from jdrewrite.verifying import verify_documents
from tests.rewriting.clerk import IMPERATIVE


def test_the_score_after_is_that_of_the_written_text():
    document = read_bytes(IMPERATIVE.encode(), "jd.md")
    revision = jdrewrite.revise(document)
    again = jdrewrite.analyse(read_bytes(revision.rendered, "jd.md"))
    assert revision.after.score.total == again.score.total > revision.before.score.total


def test_only_accepted_kinds_are_applied():
    document = read_bytes(IMPERATIVE.encode(), "jd.md")
    nothing = jdrewrite.revise(document, accept=())
    assert nothing.rendered == document.source
    assert nothing.before.score == nothing.after.score
    default = jdrewrite.revise(document)
    kinds = {p.kind for p in default.proposals if p.id in default.accepted}
    assert kinds == {"reframe", "connect"}
    everything = jdrewrite.revise(document, accept=("reframe", "connect", "add"))
    assert len(everything.accepted) > len(default.accepted)


def test_lines_that_were_not_touched_are_byte_for_byte_the_same():
    document = read_bytes(IMPERATIVE.encode(), "jd.md")
    revision = jdrewrite.revise(document)
    before, after = IMPERATIVE.split("\n"), revision.rendered.decode().split("\n")
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == len(revision.accepted)


def test_the_judge_of_documents_agrees():
    document = read_bytes(IMPERATIVE.encode(), "jd.md")
    revision = jdrewrite.revise(document)
    assert verify_documents(document, read_bytes(revision.rendered, "jd.md")).passed
    harmed = revision.rendered.replace(b"for 12 branches", b"for 13 branches")
    verdict = verify_documents(document, read_bytes(harmed, "jd.md"))
    assert not verdict.passed
    assert any(fact.text == "12" for fact in verdict.lost)
