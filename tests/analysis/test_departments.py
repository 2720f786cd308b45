"""Departments: by which words of a line they are known, and when these words mean something else."""

import re

import pytest

from jdrewrite.analysis.departments import meant_otherwise, named, table, title_as_meant
from jdrewrite.catalogue import GENERAL, functions

KEPT = ("Number new accessions.", "Dust the cases of the museum.")


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        (
            "Share what you learn with Sales, product and engineering teams.",
            {"sales", "product-management", "engineering"},
        ),
        ("Agree it with production planning and the plant.", {"operations", "manufacturing"}),
        ("Hand it over, and tell people what it does for the product.", set()),
        ("Work with IT and the help desk.", {"information-technology", "customer-service"}),
        ("Meet legal requirements together with the legal team.", {"legal-compliance"}),
        ("Tune the data warehouse with engineers, so that reports load sooner.", {"engineering"}),
        ("Work with dancers and the production team on the next show.", set()),
        ("Work with the production team and the warehouse staff.", {"manufacturing", "supply-chain-logistics"}),
        ("Optimise operations and share what was learned with others.", set()),
        ("Direct the unit's operations with colleagues.", set()),
        ("Assure the quality of design delivery with partners.", set()),
        ("Work with colleagues on the maintenance of our systems.", set()),
        ("Coordinate with Sales, Quality and Finance.", {"sales", "quality-assurance", "finance"}),
        ("Write sales collateral with partners.", set()),
        ("Pass it on to Design, and learn from others to design better.", {"design-creative"}),
        ("Work across functions, including finance and operations.", {"finance", "operations"}),
        ("Look after the life of a system, including maintenance.", set()),
        ("Plan visits with the business development team.", {"business-development"}),
        ("Share it with housekeeping, the kitchen staff and the front desk.", {"hospitality-retail"}),
        ("Work with the laboratory and with social workers.", {"science", "community-public-service"}),
        (
            "Agree dates with the construction team and the front office.",
            {"construction-real-estate", "administration"},
        ),
        (
            "Report losses to the loss prevention team and to consulting teams.",
            {"protective-services", "consulting-strategy"},
        ),
        ("Keep up with construction and strategy.", set()),
    ],
)
def test_functions_are_known_by_the_names_that_texts_give_them(text, functions):
    assert named(text) == functions


def test_every_function_of_the_catalogue_has_names_or_is_said_to_have_none():
    named_or_not = [*table().departments, *sorted(table().without)]
    assert sorted(named_or_not) == sorted({*functions()} - {GENERAL}), "see 'One function' in CONTRIBUTING.md"


@pytest.mark.parametrize("slug", table().departments)
def test_a_department_has_a_word_and_none_is_there_twice(slug):
    own = table().departments[slug]
    others = [w for each, names in table().departments.items() if each != slug for w in (*names.names, *names.people)]
    assert own.names or own.people
    assert not {*own.names, *own.people} & {*others}


def test_a_word_that_means_something_else_is_a_name():
    for each in table().otherwise:
        assert table().pattern.fullmatch(each.word), each.word
        assert 1 <= each.least <= len(each.about)


def test_words_of_the_table_have_no_groups_of_their_own():
    # The group that took part tells the function, or which of the words it was.
    words = [w for each in table().departments.values() for w in (*each.names, *each.people)]
    words += [w for each in table().otherwise for w in each.about]
    assert [word for word in words if re.compile(word).groups] == []


def test_collections_of_things_that_are_kept_are_no_department_that_collects_debts():
    text = "Work with the collections team."
    assert named(text) == {"accounts-receivable-payable"}
    assert meant_otherwise(KEPT) == {"collections"}
    assert named(text, but=meant_otherwise(KEPT)) == set()
    assert named("Work with the billing team.", but=meant_otherwise(KEPT)) == {"accounts-receivable-payable"}


@pytest.mark.parametrize("lines", [(), KEPT[:1], ("Show the museum.", "Open museums."), (*KEPT, "Call about a debt.")])
def test_one_word_of_what_is_kept_or_a_debt_leaves_collections_what_they_are(lines):
    assert meant_otherwise(lines) == set()
    assert title_as_meant("collections manager", lines) == "collections manager"


def test_a_title_is_read_as_its_duties_mean_it():
    assert title_as_meant("collections manager", KEPT) == "collections care manager"
    assert title_as_meant("collections care manager", KEPT) == "collections care manager"
    assert title_as_meant("manager", KEPT) == "manager"
