import pytest

from jdrewrite.language.counted import counted


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (counted(0, "line"), "0 lines"),
        (counted(1, "line"), "1 line"),
        (counted(1039, "job description"), "1,039 job descriptions"),
        (counted(1, "copy", "copies"), "1 copy"),
        (counted(2, "copy", "copies"), "2 copies"),
    ],
)
def test_a_noun_agrees_with_its_number(told, said):
    assert told == said
