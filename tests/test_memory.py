"""Memory is not looked through while thousands of values are made that are all in use."""

import gc

import pytest

from jdrewrite.memory import no_collection


@no_collection()
def fails():
    assert not gc.isenabled()
    raise ValueError("broken")


@pytest.mark.parametrize("running", [True, False])
def test_collection_goes_on_as_before_even_behind_an_error(running):
    (gc.enable if running else gc.disable)()
    try:
        with pytest.raises(ValueError, match="broken"):
            fails()
        assert gc.isenabled() == running
    finally:
        gc.enable()
