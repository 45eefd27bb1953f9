"""Colours can be read: WCAG 2.2 asks for a contrast of 4.5 between text and its ground, in light and in dark."""

import re
from importlib.resources import files
from itertools import product

import pytest

from dateline.model.reports import STATUSES

CSS = files("dateline").joinpath("data", "web", "page.css").read_text(encoding="utf-8")
THEMES = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]]
TEXT = ("ink", "soft", "link", *STATUSES)


@pytest.mark.parametrize(("theme", "text", "ground"), list(product((0, 1), TEXT, ("paper", "raised"))))
def test_text_stands_out_from_its_ground(theme, text, ground):
    assert _contrast(THEMES[theme][text], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1])
def test_highlighted_words_can_be_read(theme):
    assert _contrast(THEMES[theme]["ink"], THEMES[theme]["lit"]) >= 4.5


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_column_of_a_grid_is_wider_than_the_screen():
    """A column without a least width of nought is as wide as its longest word: on a phone the text ran over the edge."""
    grids = re.findall(r"^([^{\n]+)\{([^}]*display: grid[^}]*)\}", CSS, re.MULTILINE)
    assert len(grids) >= 5
    for name, rules in grids:
        assert re.search(r"minmax\((?:0|min\(100%)", rules), name
