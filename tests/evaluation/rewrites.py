"""The judge on planted faults and faithful rewrites, and the writer on 200 real texts."""

from __future__ import annotations

import sys

from tests.verifying import measure

if __name__ == "__main__":
    sys.exit(measure.main() or 0)
