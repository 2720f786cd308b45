"""Three looks: dark, light, and one of high contrast. Signs and strokes say the same as the colours."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="jdrewrite-dark",
    primary="#7aa6da",
    secondary="#a3b4c9",
    accent="#e0b46c",
    success="#93c47d",
    warning="#e0b46c",
    error="#ee8a82",
    foreground="#dde3ea",
    background="#14181e",
    surface="#1a1f27",
    panel="#232a34",
    dark=True,
    variables={"footer-key-foreground": "#e0b46c", "block-cursor-text-style": "none"},
)
LIGHT = Theme(
    name="jdrewrite-light",
    primary="#245a8d",
    secondary="#4b5a6b",
    accent="#8a5300",
    success="#226229",
    warning="#8a5300",
    error="#a3251f",
    foreground="#1f252c",
    background="#fbfaf8",
    surface="#f4f2ee",
    panel="#e6e2db",
    dark=False,
    variables={"footer-key-foreground": "#8a5300", "block-cursor-text-style": "none"},
)
CONTRAST = Theme(
    name="jdrewrite-contrast",
    primary="#66d9ff",
    secondary="#ffffff",
    accent="#ffff00",
    success="#5cff5c",
    warning="#ffff00",
    error="#ff8080",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={"footer-key-foreground": "#ffff00", "block-cursor-text-style": "bold"},
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST)}
LOOKS = {DARK.name: "dark", LIGHT.name: "light", CONTRAST.name: "high contrast"}


def after(name: str) -> str:
    """Return the look that follows a look, round the end."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
