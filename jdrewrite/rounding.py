"""Figures as people read them: rounded half up, as a spreadsheet does and as it is learnt at school.

Python rounds 7.85 to 7.8 and 27.55 to 27.6, as the binary fractions lie; whoever recounts gets 7.9 and asks which is
wrong.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_NOISE = 9
"""Decimals that are meant; what stands behind them comes of sums of binary fractions."""


def half_up(value: float, digits: int = 0) -> float:
    """Return a number with so many decimals, a 5 behind them rounded away from zero.

    >>> half_up(7.85, 1), half_up(27.55, 1), half_up(-0.125, 2), half_up(0.5)
    (7.9, 27.6, -0.13, 1.0)
    """
    step = Decimal(1).scaleb(-digits)
    return float(Decimal(repr(round(float(value), _NOISE))).quantize(step, ROUND_HALF_UP)) + 0.0


def figure(value: float, digits: int = 1) -> str:
    """Return a number with so many decimals as it is written.

    >>> figure(9.95), figure(62.5, 0)
    ('10.0', '63')
    """
    return f"{half_up(value, digits):.{digits}f}"


def per_cent(share: float) -> int:
    """Return a share in whole hundredths.

    >>> per_cent(0.885), per_cent(-0.125)
    (89, -13)
    """
    return int(half_up(100 * share))
