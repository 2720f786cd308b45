"""The analysis of one job description."""

import pytest

from tests.rewriting.clerk import IMPERATIVE, assess


@pytest.fixture(scope="module")
def assessment():
    return assess(IMPERATIVE)
