"""The rationale of a proposal says nothing that its effect does not bear out."""

from collections import Counter

import pytest

import jdrewrite
from jdrewrite.rewriting.offline import reasons
from tests.test_examples import EXAMPLES


@pytest.mark.parametrize(
    ("effect", "outside"),
    [("tenants are warm in winter", True), ("worn parts are replaced before they fail", False)],
)
def test_what_matters_outside_is_said_only_where_the_effect_names_somebody_there(effect, outside):
    told = [reasons.connect("maintain boilers", effect, "tenants", turn) for turn in range(5)]
    assert any("outside the department" in text for text in told) is outside
    # The effect itself stands beside the reason, underlined: a manager who reads it twice learns nothing.
    assert not any(effect in text for text in told)
    assert not any("outside" in reasons.connect("maintain boilers", effect, "", turn) for turn in range(5))


REFRAMED = """# Store Manager

## Duties

- Drive revenue growth in the region.
- Maximise sales per visit to meet the monthly quota.
- Keep cost per order within target.
- Run promotions to beat competitors.
- Serve shoppers at the till and on the floor.
"""


def test_the_reason_for_another_end_does_not_say_that_end_again():
    read = jdrewrite.analyse(jdrewrite.read_bytes(REFRAMED.encode(), "jd.md"), function="hospitality-retail")
    made = jdrewrite.propose(read, kinds=("reframe",))
    assert made
    for p in made:
        end = " ".join(p.proposed.rstrip(".").split()[-4:])
        assert end not in p.original
        assert end not in p.rationale


def test_the_reason_for_a_line_on_other_teams_does_not_say_that_the_text_names_none():
    # That nothing is shared does not mean that nobody is worked with: "works closely with the grants manager".
    told = [reasons.added("across", "donors", turn) for turn in range(4)]
    assert all("shares" in text or "the text" not in text.lower() for text in told)


@pytest.mark.parametrize("name", ["text/production-operator.txt", "word/accounts-receivable-specialist.docx"])
def test_no_sentence_of_the_reasons_stands_three_times_in_one_text(name):
    assessment = jdrewrite.analyse(jdrewrite.read(EXAMPLES / name))
    told = [p.rationale.removesuffix(": agree with the manager first.") for p in jdrewrite.propose(assessment)]
    sentences = Counter(sentence for text in told for sentence in text.split(". "))
    assert len(sentences) > 5
    assert max(sentences.values()) <= 2


def test_the_reasons_for_new_lines_of_one_job_speak_of_the_same_people():
    text = (
        "# Pleadings Drafter\n\n## Duties\n\n- Draft pleadings for other departments of the county.\n- Keep case files in order.\n"
        "- Process incoming and outgoing mail.\n- Prepare documents for other departments.\n- Answer the telephone.\n"
    )
    read = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="legal-compliance")
    word = read.customer_word
    assert word.direct == "inside"
    added = [p for p in jdrewrite.propose(read, kinds=("add",)) if word.plural not in p.proposed]
    assert len(added) > 1
    assert not any(word.plural in p.rationale for p in added)
