"""Small words that turn a fact around: how far, how often, under whom, by whom, and what is left undone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.verifying import verify
from tests.part import tries
from tests.verifying.told import told

SLIGHT = ("slightly", "partly", "somewhat", "marginally", "partially", "only a little")
DUTIES = (
    ("Improve the layout of the catalogue.", "Improve the layout of the catalogue {}."),
    ("Repair the pumps of the north plant.", "Repair the pumps of the north plant {}."),
    ("Update the fire plans for the harbour.", "Update the fire plans for the harbour {}."),
)
FRIENDS = ("the harbour master", "the choir", "other gardeners", "the day shift", "her peers")


@settings(max_examples=tries(18), deadline=None)
@given(st.sampled_from(DUTIES), st.sampled_from(SLIGHT))
def test_a_duty_done_in_part_is_another_duty(duty: tuple[str, str], slight: str) -> None:
    original, rewrite = duty
    assert "degrees" in told(verify(original, rewrite.format(slight)))
    assert "degrees" in told(verify(rewrite.format(slight), original))
    assert verify(rewrite.format(slight), rewrite.format(slight)).passed


@settings(max_examples=tries(10), deadline=None)
@given(st.sampled_from(FRIENDS), st.sampled_from(("direction", "supervision", "leadership")))
def test_with_somebody_is_not_under_somebody(who: str, line: str) -> None:
    beside, under = f"Work with {who} on the tour plan.", f"Work on the tour plan under the {line} of {who}."
    assert "reporting" in told(verify(beside, under))
    assert "reporting" in told(verify(under, beside))


@pytest.mark.parametrize(
    ("original", "rewrite", "check"),
    [
        ("Have expert knowledge of harbour law.", "Have basic knowledge of harbour law.", "degrees"),
        ("Have knowledge of harbour law.", "Have expert knowledge of harbour law.", "degrees"),
        ("Have expert knowledge of harbour law.", "Have adequate knowledge of harbour law.", "degrees"),
        ("Tell the crew if loads shift significantly.", "Tell the crew if loads shift slightly.", "degrees"),
        ("Work with the bosun.", "Work under the bosun.", "reporting"),
        ("Answer letters from the choir.", "Answer to the choir for letters.", "reporting"),
        ("Check the mooring lines repeatedly.", "Check the mooring lines on one occasion.", "rates"),
        ("Bring continuous improvement to the galley.", "See the galley improve once a year.", "rates"),
        ("Check the mooring lines.", "Check the mooring lines now and then.", "frequency"),
        ("Check the lines frequently.", "Check the lines.", "rates"),
        ("Check the lines off and on.", "Check the lines often.", "rates"),
        ("The mate is always on deck.", "The mate is often on deck.", "rates"),
        ("Always keep all lines dry.", "Usually keep all lines dry.", "rates"),
        ("Oil the winch before each tour, as laid down.", "Oil the winch before each tour, if there is time.", "conditions"),
        ("Mend nets before the season.", "Mend nets before the season, unless crews are away.", "conditions"),
        ("Keep up with new tides and charts.", "Let new tides and charts pass you by.", "negation"),
        ("Answer letters from the choir.", "Leave letters from the choir unanswered.", "negation"),
        ("Keep decks in good condition.", "Keep decks in a condition far from good.", "negation"),
        ("Mend existing nets.", "Mend nets.", "qualifications"),
        ("Sail in multidisciplinary crews.", "Sail in crews.", "qualifications"),
        ("We enjoy long talks at sea.", "Passengers enjoy long talks at sea.", "actors"),
        (
            "Tell the story of the port to build trust among sailors.",
            "Tell the story of the port, so that it is trusted among sailors, bakers and masons.",
            "actors",
        ),
        ("You will have access to the boathouse.", "The boathouse could be open to you.", "modality"),
        ("Know the tides of Iceland, and the needs of Iceland and its fleet.", "Know the tides of Iceland, and the needs of its fleet.", "names"),
        ("Serve the crews across the department.", "Serve the crews across the whole company.", "frequency"),
        ("Turn the fleet strategy into orders.", "Set the fleet strategy and turn it into orders.", "rights"),
        ("Speak strong German.", "Speak fair German.", "degrees"),
        ("Keep the log with complete accuracy.", "Keep the log with reasonable accuracy.", "degrees"),
        ("Train every new deckhand.", "Train half of the new deckhands.", "frequency"),
        ("Partner with crew managers.", "Manage crew managers.", "reporting"),
        ("The mate signs the log and you read it.", "You sign the log and the mate reads it.", "actors"),
        ("We train you on our boats.", "You train passengers on our boats.", "actors"),
        ("Pack nets for sale.", "Pack nets so that they can be sold, and sweep the quay.", "acts"),
        ("Triage leaks in the hull.", "Fix leaks in the hull.", "acts"),
        (
            "Weigh parcels to ensure they are correct.",
            "Weigh parcels, to be sure that they are correct and can be shipped, and print their labels.",
            "acts",
        ),
    ],
)  # fmt: skip
def test_a_small_word_that_changes_the_fact_is_found(original: str, rewrite: str, check: str) -> None:
    assert check in told(verify(original, rewrite))


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Know the fundamentals of sailing.", "Know the basics of sailing."),
        ("Mend existing nets.", "Mend the nets that we have."),
        ("Sail in multidisciplinary crews.", "Sail in crews of several disciplines."),
        ("Check the mooring lines frequently.", "Check the mooring lines often."),
        ("Check the lines continuously.", "Keep checking the lines."),
        ("The mate is always on deck.", "The mate is on deck at all times."),
        ("The mate is not always on deck.", "The mate is usually not on deck."),
        ("Always check the lines that are often wet.", "Check the lines that are often wet."),
        ("Oil the winch before the tour as needed.", "Oil the winch before the tour if there is need."),
        ("Work under the supervision of the bosun.", "Work under the bosun's supervision."),
        ("Report to the bosun.", "Work under the bosun."),
        ("Sort the letters.", "Sort the letters, so that sailors get an answer to the question they asked."),
        ("Sort the letters.", "Sort the letters, so that sailors work under fair rules."),
        ("Keep stock under control.", "Keep stock under control, so that sailors wait a little less."),
        ("Solve problems that crews overlook.", "Solve problems that crews ignore."),
        ("We enjoy long talks at sea.", "Our team enjoys long talks at sea."),
        ("Would you like to sail?", "Could you see yourself sail?"),
    ],
)
def test_the_same_degree_line_or_rate_in_other_words_is_no_change(original: str, rewrite: str) -> None:
    new = {"degrees", "reporting", "rates", "conditions", "negation", "qualifications", "actors", "names"}
    assert not told(verify(original, rewrite)) & new


@settings(max_examples=tries(60), deadline=None)
@given(st.text(max_size=80))
def test_a_text_that_only_gets_a_stop_is_not_found_changed(text: str) -> None:
    assert not told(verify(f"{text} x", f"{text} x ")) & {"degrees", "reporting", "rates", "actors"}
