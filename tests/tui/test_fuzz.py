"""A short run of the random keys of ``tests.tui.fuzz``; the long one is part of ``make measure``."""

import pytest

from tests.part import part
from tests.tui.fuzz import checked, pressed


@pytest.mark.long
@pytest.mark.asyncio
@pytest.mark.parametrize("seed", part([1, 2], 2))
async def test_random_keys_do_no_harm(clerk, seed):
    source = clerk.read_bytes()
    desk = await pressed(clerk, 120, seed)
    checked(clerk, source, desk)
