"""CSV as it arrives: bytes to numbered rows, or the exact place where it cannot be read."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from chalicelib import zips
from chalicelib.findings.model import Problem, Unreadable, report
from chalicelib.rosters import package_problems

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

LINE = 8_000_000
"""Characters that one line may have: a photo in a column that nobody reads is no mistake."""

_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def read_rows(archive: ZipFile, member: ZipInfo, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield a member's rows with the number a spreadsheet shows (the header is row 1).

    Blank rows are left out, a byte order mark is not part of the first name. Raises `Unreadable`.
    """
    try:
        with archive.open(member) as start:
            _refuse_marks(start.read(4), file)
        with archive.open(member) as raw:
            yield from _number_rows(io.TextIOWrapper(raw, "utf-8-sig", "strict", newline=""), file)
    except UnicodeDecodeError as error:
        raise Unreadable(_bad_byte(archive, member, file)) from error
    except zips.DAMAGE as error:
        raise Unreadable(report(package_problems.ZIP_DAMAGED, file=file)) from error


def _refuse_marks(start: bytes, file: str) -> None:
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            raise Unreadable(
                report(
                    package_problems.OTHER_ENCODING,
                    file=file,
                    row=1,
                    value="byte 1",
                    encoding=encoding,
                )
            )


@contextmanager
def long_cells() -> Iterator[None]:
    """Read cells as long as a line may be: csv's limit is of the whole process."""
    usual = csv.field_size_limit(LINE)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _number_rows(text: io.TextIOWrapper, file: str) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(_lines(text, file), strict=True)
    row = 0
    while True:
        row += 1
        usual = csv.field_size_limit(LINE)  # of the whole process, so only while a row is read
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(_report_broken_row(str(error), file, row)) from error
        finally:
            csv.field_size_limit(usual)
        if any(cells):
            yield row, cells


def _lines(text: io.TextIOWrapper, file: str) -> Iterator[str]:
    """Yield physical lines: never more than `LINE` characters, never with a NUL."""
    number = 0
    while line := text.readline(LINE):
        number += 1
        if len(line) == LINE:
            raise Unreadable(report(package_problems.LINE_TOO_LONG, file=file, row=number))
        if "\0" in line:
            where = {"file": file, "row": number, "value": f"character {line.index(chr(0)) + 1}"}
            raise Unreadable(report(package_problems.NUL_CHARACTER, **where))
        yield line


def _report_broken_row(error: str, file: str, row: int) -> Problem:
    if "field limit" in error:
        return report(package_problems.CELL_TOO_LONG, file=file, row=row)
    return report(package_problems.BROKEN_QUOTES, file=file, row=row)


def _bad_byte(archive: ZipFile, member: ZipInfo, file: str) -> Problem:
    """Find the first byte that is not UTF-8: line by line, so that memory stays flat."""
    decoder, row, offset = codecs.getincrementaldecoder("utf-8")(), 1, 0
    with archive.open(member) as raw:
        while chunk := raw.read(65536):
            pending = len(decoder.getstate()[0])
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                at = max(error.start - pending, 0)
                row += chunk.count(b"\n", 0, at)
                return _not_utf8(
                    file, row, offset + error.start - pending, error.object[error.start]
                )
            row += chunk.count(b"\n")
            offset += len(chunk)
    return _not_utf8(file, row, offset, None)


def _not_utf8(file: str, row: int, offset: int, byte: int | None) -> Problem:
    shown = f"byte {offset + 1}" + (f" (0x{byte:02X})" if byte is not None else "")
    return report(package_problems.ENCODING, file=file, row=row, value=shown, shown=shown)
