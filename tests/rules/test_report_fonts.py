from __future__ import annotations

import pytest
import typst

from chalicelib.reports.drawable_text import MISSING, drawable
from chalicelib.reports.fonts import fonts
from tests.support import report_fonts
from tests.support.report_papers import SCRIPTS


def test_the_table_of_drawable_characters_is_that_of_the_fonts() -> None:
    written = (fonts() / "coverage.txt").read_text("ascii")

    assert written == report_fonts.table(), "Run: python -m tests.support.report_fonts"


def test_a_bold_font_draws_what_the_regular_one_draws() -> None:
    for path in fonts().glob("*-Bold.ttf"):
        regular = path.stem.replace("-Bold", "-Regular")
        assert report_fonts.list_drawn(path.stem) == report_fonts.list_drawn(regular), path.name


def test_every_font_is_named_in_the_templates() -> None:
    base = (fonts().parent / "base.typ").read_text("utf-8")
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts())]
    )

    assert [each for each in found.families() if f'"{each}"' not in base] == []


def test_fonts_have_their_licenses_beside_them_and_stay_small() -> None:
    names = {path.name for path in fonts().iterdir()}

    assert {"LICENSE-Noto.txt", "LICENSE-DroidSansFallback.txt"} <= names
    assert {name[:4] for name in names if name.endswith(".ttf")} == {"Noto", "Droi"}
    assert sum(path.stat().st_size for path in fonts().iterdir()) < 12_000_000


@pytest.mark.parametrize("script", SCRIPTS)
def test_names_in_these_scripts_are_drawn_as_they_are(script: str) -> None:
    assert MISSING not in drawable(SCRIPTS[script])


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Zoë Müller-Łukasz", "Zoë Müller-Łukasz"),
        ("e\u0301", "é"),
        ("control\x00\x07 characters\x7f", "control characters"),
        ("\u202egnitrats\u202c", "gnitrats"),
        ("a\r\nb\u2028c\x0bd", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("\ue000", MISSING),
        ("\u0378", MISSING),
        ("\ud800", MISSING),
        ("Ⅳ", "IV"),
        ("漢\u064e", "漢" + MISSING),
        ("\ufeffAna\u200b", "Ana"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        ("🌻\ufe0f", "🌻"),
    ],
)
def test_a_missing_glyph_is_visible(typed: str, drawn: str) -> None:
    assert drawable(typed) == drawn
