"""Which trade of a function a job belongs to."""

import msgspec

from jdrewrite.catalogue import Trade, functions, narrowed, trade_of

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
