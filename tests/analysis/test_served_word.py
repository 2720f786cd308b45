"""The word for those served: the job description's own, where it is sure enough to be repeated."""

import re
from pathlib import Path

import pytest

import jdrewrite
from jdrewrite import resources
from jdrewrite.analysis.rules import Changes, classes
from jdrewrite.analysis.rules.words import groups_by_name
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.settings import Settings
from jdrewrite.audit.records import record_of
from jdrewrite.errors import DataError
from jdrewrite.reflection.suggestions import own_of
from jdrewrite.rewriting.offline.through import is_of_title
from tests.analysis.jobs import NOBODY, jd, word

_FOLDER = Path(__file__).resolve().parents[2] / "examples"


EXAMPLES = sorted(p for kind in ("word", "markdown", "text") for p in (_FOLDER / kind).iterdir())


@pytest.mark.parametrize(
    ("duties", "function", "expected"),
    [
        (["Greet patients at the desk.", "Send patients their letters."], "administration", "patients"),
        (["Answer calls from residents.", "Tell residents when the work begins."], "operations", "residents"),
        (["Answer clients by telephone.", "File the letters of clients."], "administration", "clients"),
        (["Water the plants.", "Sort the letters."], "hospitality-retail", "guests"),
        (["Water the plants.", "Sort the letters."], "administration", NOBODY),
    ],
)
def test_the_own_word(duties, function, expected):
    assert word(jd(duties), function) == expected


def test_the_duties_come_before_the_praise_of_the_company():
    about = "Our product helps patients. Patients love it. Thousands of patients are treated sooner."
    duties = ["Show users how the product works.", "Answer questions from users.", "Collect what users say."]
    assert word(jd(duties, about=about), "engineering") == "users"


def test_a_group_gives_way_to_whom_the_role_names_more_often():
    duties = ["Show users the site.", "Ask users what they need.", "Help users sign in.", "Help veterans."]
    assert word(jd(duties), "information-technology") == "users"


def test_a_group_that_praise_of_the_company_and_a_duty_name_comes_before_a_default():
    about = "Our product helps patients. Patients love it. Thousands of patients are treated sooner."
    assert word(jd(["Sort the letters.", "Send patients one letter."], about=about), "administration") == "patients"


def test_a_group_that_the_text_names_often_comes_before_a_default():
    about = "We help merchants sell online. Thousands of merchants rely on us. We serve merchants of every size."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "merchants"


def test_a_family_of_jobs_or_goods_is_nobody():
    duties = [
        "Support every job family.",
        "Help job families grow.",
        "Plan for our job families.",
        "Care for job families.",
    ]
    assert word(jd(duties), "human-resources") != "families"
    assert word(jd(["Visit families at home.", "Help families fill in forms."]), "human-resources") == "families"


def test_whom_a_line_serves_comes_before_those_of_the_records():
    duties = [
        "Merge customer records that are double.",
        "Archive customer files.",
        "Check the customer database.",
        "Show users the columns.",
    ]
    assert word(jd(duties), "data-analytics") == "users"


def test_a_word_that_stands_once_in_praise_of_the_company_comes_before_a_default():
    about = "We make a calendar for users in many countries."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "administration") == "users"


def test_who_sells_to_users_alone_serves_users():
    duties = ["Show users the product.", "Answer users' questions.", "Write to users."]
    assert word(jd(duties, title="Sales representative"), "sales") == "users"


def test_buyers_and_sellers_stay_together():
    about = "Our mission is to help buyers and sellers meet. Buyers and sellers trust us."
    assert word(jd(["Sort the letters.", "File the forms."], about=about), "product-management") == "buyers and sellers"


def test_a_word_of_the_project_comes_first():
    text = jd(["Help anglers find the shore.", "Answer customers."])
    settings = Settings(changes=Changes(external=("angler",)))
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), settings=settings)
    assert found.customer_word.plural == "anglers"


@pytest.mark.parametrize("change", ['plural = "', "sections]\nbelief = 'x'\n[section"])
def test_a_broken_table_names_the_file(tmp_path, monkeypatch, change):
    text = (resources.tables() / "served_word.toml").read_text().replace('plural = "', change, 1)
    text = text if change != 'plural = "' else text.replace('plural = "', "plurals = ", 1)
    (tmp_path / "served_word.toml").write_text(text)
    monkeypatch.setattr(resources, "tables", lambda: tmp_path)
    book.cache_clear()
    try:
        with pytest.raises(DataError, match=r"served_word\.toml"):
            book()
    finally:
        book.cache_clear()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_everybody_writes_the_same_word(path):
    """``check``, the audit, the reflection and the writer do not each choose their own."""
    document = jdrewrite.read(path)
    found = jdrewrite.analyse(document)
    plural = found.customer_word.plural
    assert record_of(found).row.customers == plural
    assert own_of(found).customers == plural
    # Lines of an occupation name whomever such a job meets by their own words.
    new = [p.proposed for p in jdrewrite.propose(found, kinds=("add",)) if not is_of_title(p.source)]
    others = {"customers", "clients", "users", "members of the public", "patients", "students"} - {plural}
    assert not any(re.search(rf"\b{other}\b", text) for text in new for other in others)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("We offer a full suite of shipping software for our merchants.", "merchants"),
        ("We offer a full suite of shipping software to merchants.", "merchants"),
        ("Since our launch in May, our software has helped thousands of homeowners. Homeowners like it.", "homeowners"),
        ("Customers love our software. We thank our customers, and we thank our donors.", "customers"),
    ],
)
def test_a_group_that_is_called_ours_is_served(about, expected):
    assert word(jd(["Write code for the parser.", "Review code."], about=about), "engineering") == expected


def test_one_duty_for_clients_outweighs_customers_whom_the_text_nowhere_has():
    about = "Our platform and our product are sold by our sales team."
    duties = ["Give clients solutions that work.", "Write code."]
    assert word(jd(duties, about=about), "engineering") == "clients"


def test_a_group_with_a_name_of_its_own_is_known_to_the_rules_and_is_a_word_for_those_served() -> None:
    assert {"voters", "pupils"} <= groups_by_name() <= book().forms.keys()
    assert groups_by_name() <= classes()["groups"] | classes()["external"]
