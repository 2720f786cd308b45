"""Three looks: dark, light, and one of high contrast. Signs and strokes say the same as the colours."""

from __future__ import annotations

from textual.theme import Theme


def _look(name: str, colours: str, *, dark: bool, cursor: str = "none") -> Theme:
    """Make a look of its colours.

    Args:
        name: what follows ``jdrewrite-``.
        colours: foreground, background, surface, panel, primary, secondary, accent, success and error.
        dark: whether the background is.
        cursor: stroke of what is chosen in a list.
    """
    foreground, background, surface, panel, primary, secondary, accent, success, error = colours.split()
    return Theme(
        name=f"jdrewrite-{name}",
        primary=primary,
        secondary=secondary,
        accent=accent,
        success=success,
        warning=accent,
        error=error,
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables={"footer-key-foreground": accent, "block-cursor-text-style": cursor},
    )


DARK = _look("dark", "#dde3ea #14181e #1a1f27 #232a34 #7aa6da #a3b4c9 #e0b46c #93c47d #ee8a82", dark=True)
LIGHT = _look("light", "#1f252c #fbfaf8 #f4f2ee #e6e2db #245a8d #4b5a6b #8a5300 #226229 #a3251f", dark=False)
CONTRAST = _look(
    "contrast",
    "#ffffff #000000 #000000 #1c1c1c #66d9ff #ffffff #ffff00 #5cff5c #ff8080",
    dark=True,
    cursor="bold",
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST)}
LOOKS = {DARK.name: "dark", LIGHT.name: "light", CONTRAST.name: "high contrast"}


def after(name: str) -> str:
    """Return the look that follows a look, round the end."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
