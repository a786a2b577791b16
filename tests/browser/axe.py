"""The violations that axe finds in a page, in every width and color scheme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (360, 1280)
NARROWEST = 320
"""A page of 1280 px that is enlarged to 400% (WCAG 2.2, 1.4.10): nothing needs two directions."""
SCHEMES = ("light", "dark")
HEIGHT = 900
_RUN = "options => axe.run(document, options).then(found => found.violations)"
EVERYTHING = {"resultTypes": ["violations"]}
COLORS = {**EVERYTHING, "runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colors: all that another color scheme can change."""


def find_faults(page: Page) -> list[str]:
    """Return the violations of the page: each with its width and color scheme."""
    _load(page)
    found = []
    for width in (NARROWEST, *WIDTHS):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{width}: wider than its window")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            rules = EVERYTHING if scheme == SCHEMES[0] else COLORS
            found += [f"{width} {scheme} {each}" for each in _violations(page, rules)]
    return found


def find_violations(page: Page) -> list[str]:
    """Return the violations of the page as it is."""
    _load(page)
    return [*_violations(page, EVERYTHING)]


def _load(page: Page) -> None:
    from axe_playwright_python.base import AXE_SCRIPT

    page.evaluate(AXE_SCRIPT)


def _violations(page: Page, rules: Mapping[str, Any]) -> Iterator[str]:
    for each in page.evaluate(_RUN, rules):
        places = [node["html"][:160] for node in each["nodes"]][:3]
        yield f"{each['id']}: {each['help']}: {places}"


def read_axe_version() -> str:
    """Read which axe-core it is."""
    from axe_playwright_python.base import AXE_SCRIPT

    return str(AXE_SCRIPT).partition("axe v")[2].split()[0]
