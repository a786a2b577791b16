"""Workbooks made by other programs than ours: openpyxl, XlsxWriter, and XML written out by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook as WrittenWorkbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REFERENCES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def by_openpyxl(
    rows: Sequence[Sequence[Any]], change: Callable[[Workbook], Any] = lambda _: None
) -> bytes:
    """Return a workbook of one sheet with these rows, perhaps changed before it is saved."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    change(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def by_xlsxwriter(write: Callable[[WrittenWorkbook, Any], Any]) -> bytes:
    """Return a workbook with one sheet that `write` fills."""
    written = io.BytesIO()
    with WrittenWorkbook(written, {"in_memory": True}) as book:
        write(book, book.add_worksheet())
    return written.getvalue()


def by_hand(rows: str, *, before: str = "", after: str = "", prolog: str = "") -> bytes:
    """Return the least workbook there can be, around the XML of a sheet's rows."""
    data = f"{before}<sheetData>{rows}</sheetData>{after}"
    return zip_parts(parts_around(f'{prolog}<worksheet xmlns="{MAIN}">{data}</worksheet>'))


def parts_around(sheet: str) -> dict[str, bytes]:
    """Return the parts of a workbook with one sheet."""
    main, part = f"{_CONTENT}.sheet.main+xml", f"{_CONTENT}.worksheet+xml"
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE.replace("http://schemas.", "")}"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{part}"/></Types>',
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REFERENCES}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return {name: text.encode() for name, text in texts.items()}


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{REFERENCES}/{kind}" Target="{target}"/></Relationships>'
    )


def zip_parts(parts: Mapping[str, bytes]) -> bytes:
    """Zip parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def with_part(book: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one part changed."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    return zip_parts({**parts, name: change(parts[name])})


def read_by_calamine(book: bytes) -> list[list[Any]]:
    """Return a workbook's first sheet as a reader of others sees it: text, numbers, blanks."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    return rows
