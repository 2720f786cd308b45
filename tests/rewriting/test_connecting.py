"""Of whom an effect speaks: of those served, or of nobody where the line is about others or the task is any trade's."""

import jdrewrite
from jdrewrite.analysis.served_word import names_others
from jdrewrite.rewriting.offline import connecting

OF_ANY_TRADE = [
    "Take minutes of meetings.",
    "Maintain the inventory records.",
    "Schedule appointments.",
    "Order supplies.",
]
OWN = ["Answer questions from customers by telephone.", "Tell customers the price of a boat."]


def connects(*duties):
    about = "Our customers rent boats. We help customers find the right boat, and customers come back."
    heaps = [f"Sort heap {n}." for n in range(12)]
    text = f"# Boat hire clerk\n\n{about}\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in (*duties, *heaps))
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="administration")
    return {p.original: p for p in jdrewrite.propose(found, kinds=("connect",))}


def test_people_by_another_word_are_others():
    assert names_others("Prepare papers for the officers.", "customers")
    assert names_others("Pay the drivers.", "customers")
    assert not names_others("Answer questions from customers.", "customers")
    assert not names_others("Maintain the inventory records.", "customers")


def test_of_a_task_that_any_trade_has_an_effect_names_nobody_where_it_can():
    of_any_trade = "Maintain the inventory records."
    made = connects(of_any_trade, *OWN)[of_any_trade]
    assert "customers" not in made.proposed
    assert "customer" not in made.lenses


def test_of_a_line_about_others_nothing_is_said_of_those_served(monkeypatch):
    monkeypatch.setattr("jdrewrite.rewriting.offline.worth.FLOOR", -1)
    of_those = "Answer questions by telephone."
    others = "Answer questions from drivers by telephone."
    assert "customers" in connects(of_those, *OWN)[of_those].proposed
    made = connects(others, *OWN)[others]
    assert "customers" not in made.proposed
    assert "customer" not in made.lenses


def test_few_lines_are_changed_by_tasks_that_any_trade_has(monkeypatch):
    def counted():
        made = connects(*OF_ANY_TRADE).values()
        return sum(p.source.split("/")[0] in {"records", "goods", "papers"} for p in made)

    assert counted() == 2
    monkeypatch.setattr(connecting, "_ANY_TRADE_MOST", 1)
    assert counted() == 1
