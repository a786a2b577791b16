"""CSV as it arrives: bytes to numbered rows, or the exact place where it cannot be read."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chalicelib import zips

from .problems import Problem, Unreadable, reject

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

LINE = 8_000_000
"""Characters that one line may have: a photo in a column that nobody reads is no mistake."""

_UTF8 = "Export it as UTF-8 (in a spreadsheet: save as “CSV UTF-8”)."
_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def read_rows(archive: ZipFile, member: ZipInfo, file: str) -> Iterator[tuple[int, list[str]]]:
    """Give a member's rows with the number a spreadsheet shows (the header is row 1).

    Blank rows are left out, a byte order mark is not part of the first name. Raises `Unreadable`.
    """
    try:
        with archive.open(member) as start:
            _refuse_marks(start.read(4), file)
        with archive.open(member) as raw:
            yield from _numbered(io.TextIOWrapper(raw, "utf-8-sig", "strict", newline=""), file)
    except UnicodeDecodeError as error:
        raise Unreadable(_bad_byte(archive, member, file)) from error
    except zips.DAMAGE as error:
        reason = "The zip is damaged: this file cannot be unpacked whole."
        raise Unreadable(reject("zip-damaged", reason, "Upload it again.", file=file)) from error


def _refuse_marks(start: bytes, file: str) -> None:
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            reason = f"The file is written in {encoding}; OneRoster files are UTF-8."
            raise Unreadable(reject("encoding", reason, _UTF8, file=file, row=1, value="byte 1"))


def _numbered(text: io.TextIOWrapper, file: str) -> Iterator[tuple[int, list[str]]]:
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
            raise Unreadable(_broken(str(error), file, row)) from error
        finally:
            csv.field_size_limit(usual)
        if any(cells):
            yield row, cells


def _lines(text: io.TextIOWrapper, file: str) -> Iterator[str]:
    """Give physical lines: never more than `LINE` characters, never with a NUL."""
    number = 0
    while line := text.readline(LINE):
        number += 1
        if len(line) == LINE:
            reason = (
                "This line is over eight million characters long: a quotation mark may be missing."
            )
            raise Unreadable(reject("line-too-long", reason, _fix(), file=file, row=number))
        if "\0" in line:
            reason = "The line holds NUL characters: it is not text, or it is UTF-16."
            where = {"file": file, "row": number, "value": f"character {line.index(chr(0)) + 1}"}
            raise Unreadable(reject("nul-character", reason, _UTF8, **where))
        yield line


def _broken(error: str, file: str, row: int) -> Problem:
    if "field limit" in error:
        reason = "A cell is over eight million characters long: a quotation mark may be missing."
        return reject("cell-too-long", reason, _fix(), file=file, row=row)
    reason = "The quotation marks do not pair up here, so where a cell ends is not certain."
    return reject("broken-quotes", reason, _fix(), file=file, row=row)


def _fix() -> str:
    return (
        "Look at this row and the one before it; a quotation mark inside a cell is written twice."
    )


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
    reason = f"The file is not UTF-8: the first letter that cannot be read is at {shown}."
    return reject("encoding", reason, _UTF8, file=file, row=row, value=shown)
