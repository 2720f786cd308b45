"""The rationale of a proposal says nothing that its effect does not bear out."""

import pytest

from jdrewrite.rewriting.offline import reasons


@pytest.mark.parametrize(
    ("effect", "outside"),
    [("tenants are warm in winter", True), ("worn parts are replaced before they fail", False)],
)
def test_what_matters_outside_is_said_only_where_the_effect_names_somebody_there(effect, outside):
    told = [reasons.connect("maintain boilers", effect, "tenants", turn) for turn in range(5)]
    assert any("outside the department" in text for text in told) is outside
    assert all(effect in text for text in told)
    assert not any("outside" in reasons.connect("maintain boilers", effect, "", turn) for turn in range(5))
