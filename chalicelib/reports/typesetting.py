"""The one door to Typst: a template of `templates/reports/` and plain data become a paper.

Data reach a template as JSON in one input, never as source: what people type stays text, whatever
it looks like. Nothing outside `templates/reports/` decides how a paper looks (no system fonts, no
clock), so that the same data and instant give the same bytes everywhere.

Typst is imported at first use: only the function that builds reports carries it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from chalicelib.rendering import TEMPLATES

from .codes import code_picture
from .drawable_text import all_drawable
from .fonts import fonts
from .printed_test import PrintedTest

if TYPE_CHECKING:
    from typst import Compiler

REPORTS = TEMPLATES / "reports"

PDF_STANDARD: Final = "ua-1"
PHONE_PPI = 144.0
"""A chart's page is 320 points wide: twice a phone's width in pixels, once in points."""

_AGES = 11
"""Typst forgets data that eleven compilations did not use; without this a worker grows by megabytes
a report."""


def pdf(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Set `<template>.typ` as tagged PDF/UA-1, dated to the second `at`."""
    second = at.replace(microsecond=0)  # a PDF knows nothing finer, and Typst refuses it
    made = _set(template, data, format="pdf", pdf_standards=[PDF_STANDARD], timestamp=second)
    return made if isinstance(made, bytes) else b"".join(made)


def with_codes(paper: PrintedTest) -> Mapping[str, Any]:
    """Return a test as plain data, with a picture of each page's code."""
    drawn = {page.code: code_picture(page.code) for page in paper.pages}
    codes = {code: {"svg": svg, "modules": modules} for code, (svg, modules) in drawn.items()}
    return {**asdict(paper), "codes": codes}


def png(template: str, data: Mapping[str, Any], *, ppi: float = PHONE_PPI) -> bytes:
    """Set `<template>.typ`, which has one page, as a picture."""
    made = _set(template, data, format="png", ppi=ppi)
    return made if isinstance(made, bytes) else made[0]


def _set(template: str, data: Mapping[str, Any], **how: Any) -> bytes | list[bytes]:
    inputs = {"data": json.dumps(all_drawable(data), ensure_ascii=False)}
    compiler = _compiler()
    try:
        made = compiler.compile(str(REPORTS / f"{template}.typ"), sys_inputs=inputs, **how)
    finally:
        _forget(compiler)
    assert made is not None  # only with an output file is there none
    return made


def _forget(compiler: Compiler) -> None:
    for _ in range(_AGES):
        compiler.compile(b"", sys_inputs=None, format="pdf")


@cache
def _compiler() -> Compiler:
    import typst

    ours = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts())]
    )
    return typst.Compiler(root=str(REPORTS), font_paths=ours)
