"""What customers said, for one job description: by its function, and by what it says itself."""

import pytest

import jdrewrite
from jdrewrite.documents import read_bytes
from jdrewrite.voice.comments import Comment
from jdrewrite.voice.routing import Router
from jdrewrite.voice.share import HeardFor

KEEPER = (
    "# Lock Keeper\n\n## Duties\n- Opens the lock gates for boats.\n- Keeps the towpath and the weir clear of weed.\n"
)
CLERK = (
    "# Accounts Receivable Clerk\n\n## Duties\n- Prepare the invoices of customers.\n- Collect late payments.\n"
    "- Settle disputes about bills.\n"
)
OF_THE_LOCK = "The lock keeper shut the gates in the face of three boats"
OF_OTHERS = ("Somebody in a boat shouted at me", "asdf", "My bill shows a late fee although I paid on the 1st.")


@pytest.fixture(scope="module")
def heard() -> HeardFor:
    return HeardFor([Comment(id=str(n), text=text) for n, text in enumerate((*OF_OTHERS, OF_THE_LOCK))])


def test_a_comment_of_no_known_function_reaches_the_job_whose_words_it_has(heard: HeardFor) -> None:
    keeper = jdrewrite.analyse(read_bytes(KEEPER.encode(), "keeper.md"))
    assert not Router().route(OF_THE_LOCK).causes, "among the functions it is nobody's"
    assert heard(keeper) == (OF_THE_LOCK,)
    assert heard.quotes("general", keeper) == (OF_THE_LOCK,)
    assert heard.quotes("general") == ()
    bill = heard.quotes("accounts-receivable-payable")
    assert bill, "a comment of a known function"
    clerk = jdrewrite.analyse(read_bytes(CLERK.encode(), "clerk.md"))
    assert heard.quotes("sales", clerk) == bill, "whoever names another function for the job hears of both"
    found = heard.pattern(keeper)
    assert found is not None
    assert found.count == 1
