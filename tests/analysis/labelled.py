"""The sections of a few lines."""

from jdrewrite.analysis.sections import label_statements
from jdrewrite.language.sentences import sentences
from jdrewrite.model import Block, BlockKind, Section

TITLE = "Claims Adviser"


STATEMENTS = {
    "company": "Founded in 1998, Alder Insurance has grown to 900 people in twelve branches.",
    "purpose": "As a Claims Adviser, you will guide families through the days after a fire or a flood.",
    "duties": "Check each claim against the policy and agree the next step with the loss adjuster.",
    "requirements": "At least three years of experience with household claims.",
    "benefits": "Private medical insurance, 27 days of paid leave and a company pension.",
    "logistics": "To apply, send your CV and a cover letter by 12 May.",
    "legal": "We are an equal opportunity employer and consider all applicants without regard to race, "
    "religion, sex, age or disability.",
}


def blocks(*lines: tuple[str, BlockKind]) -> list[Block]:
    return [Block(id=f"b{n}", kind=kind, text=text, line=n) for n, (text, kind) in enumerate(lines, 1)]


def labels(*lines: tuple[str, BlockKind]) -> list[Section]:
    made = blocks(*lines)
    return label_statements(made, [sentences(block.text) for block in made], TITLE)
