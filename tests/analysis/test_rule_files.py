"""What is wrong with a rule is told with its file and line before anyone trusts it."""

import json

import pytest

from jdrewrite.analysis.rules import load_rules
from jdrewrite.errors import DataError

GOOD = {
    "id": "authority.yes.tried",
    "lens": "authority",
    "value": "yes",
    "kind": "token",
    "patterns": ["decide alone"],
    "level": "strength",
    "message": "'{evidence}' gives room",
    "why": "Who may decide can serve.",
    "seed": "guide",
    "fires": ["Decide alone on refunds."],
    "quiet": ["Decide nothing alone."],
}


def loaded(folder, **changed):
    rows = [f"{key} = {json.dumps(value)}" for key, value in {**GOOD, **changed}.items()]
    (folder / "tried.toml").write_text("[[rule]]\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return load_rules(folder)


def test_a_good_rule_is_loaded(tmp_path):
    assert set(loaded(tmp_path)) == {"authority.yes.tried"}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"id": "customer.internal.on_spot"}, "begins with 'authority.yes.'"),
        ({"id": "authority.no.tried"}, "begins with 'authority.yes.'"),
        ({"id": "authority.yes"}, "begins with 'authority.yes.'"),
        ({"id": "authority.yes."}, "begins with 'authority.yes.'"),
        ({"message": "This gives room"}, "does not show the words"),
        ({"why": " "}, "does not say why"),
        ({"suggestion": "Give less room."}, "is a strength"),
        ({"value": "internal"}, "has no value"),
        ({"quiet": []}, "needs examples"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, changed, told):
    with pytest.raises(DataError) as error:
        loaded(tmp_path, **changed)
    assert error.value.subject == f"{tmp_path / 'tried.toml'}:2"
    assert told in error.value.reason
