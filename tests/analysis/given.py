"""Texts that name nobody served, read with a word that somebody gives."""

import jdrewrite

MUTE = """# Records Assistant

The records assistant is part of the central office and keeps the archive in order.

## Duties

- Prepare monthly summary reports.
- File documents and keep the index up to date.
- Enter data into the register.
- Check forms for completeness.

## Requirements

- Two years of office work.
- Good command of spreadsheets.
"""


def read(text=MUTE):
    return jdrewrite.read_bytes(text.encode(), "jd.md")
