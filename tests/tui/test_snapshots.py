"""How it looks, at two sizes in two looks: text and colours of every cell, without what differs from run to run.

A change that is wanted is taken over with ``JDREWRITE_SNAPSHOTS=write pytest tests/tui/test_snapshots.py``.
"""

import json
import os
from pathlib import Path

import pytest
from textual.strip import Strip

from jdrewrite.editing.session import analysed, proposed
from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.screenshot import settled
from jdrewrite.tui.themes import DARK, LIGHT
from tests.editing.conftest import TEXT, proposal
from tests.tui.conftest import Held, said

KEPT = Path(__file__).with_name("snapshots")
CASES = [(size, theme) for size in ((80, 24), (120, 40)) for theme in (DARK.name, LIGHT.name)]


def cells(strips: list[Strip]) -> list[str]:
    """Each line as its text, and behind it the colours and strokes of its pieces."""
    lines = []
    for strip in strips:
        looks = []
        for segment in strip.simplify():
            style = segment.style
            colour = style.color.name if style and style.color else "-"
            strokes = "".join(s[0] for s in ("bold", "italic", "underline", "strike") if style and getattr(style, s))
            looks.append(f"{len(segment.text)}{colour}{strokes}")
        lines.append(strip.text.rstrip() + "  ¦ " + " ".join(looks))
    return lines


@pytest.mark.asyncio
@pytest.mark.parametrize(("size", "theme"), CASES, ids=lambda v: v if isinstance(v, str) else "x".join(map(str, v)))
async def test_the_workspace_looks_as_it_did(tmp_path, monkeypatch, size, theme, frozen_assessment):
    # A frozen analysis: a rule or a wording that changes elsewhere is no change of how the UI looks.
    monkeypatch.chdir(tmp_path / "jobs")
    (tmp_path / "jobs" / "clerk.txt").write_bytes(TEXT)
    app = JdrewriteApp("clerk.txt", workshop=Held())
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        for _ in range(200):  # until the reading has begun: a job that begins later would not be stopped
            await pilot.pause(0.1)
            if app.screen.query("#status") and "Reading the text" in said(app.screen):
                break
        screen = app.screen
        screen.stop_jobs()
        await settled(app, pilot)
        session = analysed(screen.session, frozen_assessment)
        screen.session = proposed(session, (proposal(1), proposal(3, statement="s4")))
        screen.redraw()
        await pilot.press("n")
        await pilot.press("j")
        screen.say("9 proposals")
        await settled(app, pilot)
        seen = cells(screen._compositor.render_strips())
    file = KEPT / f"{size[0]}x{size[1]}-{theme}.json"
    if os.environ.get("JDREWRITE_SNAPSHOTS") == "write":
        KEPT.mkdir(exist_ok=True)
        file.write_text(json.dumps(seen, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    assert seen == json.loads(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def frozen_assessment():
    import msgspec

    from jdrewrite.model import Assessment

    file = KEPT / "assessment.json"
    if os.environ.get("JDREWRITE_SNAPSHOTS") == "write":
        import jdrewrite

        KEPT.mkdir(exist_ok=True)
        made = jdrewrite.analyse(jdrewrite.read_bytes(TEXT, "clerk.txt"))
        file.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1))
    return msgspec.json.decode(file.read_bytes(), type=Assessment)
