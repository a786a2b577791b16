"""The problems and oddities of any workbook, whatever it holds, each with the way out."""

from __future__ import annotations

from chalicelib.errors import FileProblem

_SAVE_AS = "Open the file in a spreadsheet and save it as “Excel Workbook (.xlsx)”."

NO_WORKBOOK = FileProblem(
    "no_workbook",
    "error",
    "This file begins like a workbook and is none.",
    f"Choose the file that holds the data. Or: {_SAVE_AS}",
)
WORKBOOK_OLD = NO_WORKBOOK.variant("This is a workbook in the old format (.xls).", _SAVE_AS)
WORKBOOK_BINARY = NO_WORKBOOK.variant("This is a binary workbook (.xlsb).", _SAVE_AS)
WORKBOOK_OPEN_DOCUMENT = NO_WORKBOOK.variant("This is an OpenDocument workbook (.ods).", _SAVE_AS)
WORKBOOK_STRICT = NO_WORKBOOK.variant(
    "This is a “Strict Open XML” workbook, which is not read here.", _SAVE_AS
)
WORKBOOK_LOCKED = FileProblem(
    "workbook_locked",
    "error",
    "This workbook is protected by a password.",
    "In the spreadsheet, take the password off and save it again.",
)
WORKBOOK_DAMAGED = FileProblem(
    "workbook_damaged", "error", "This workbook is damaged or is not whole.", _SAVE_AS
)
WORKBOOK_DECLARES = WORKBOOK_DAMAGED.variant(
    "This workbook holds declarations that no spreadsheet writes.", _SAVE_AS
)
WORKBOOK_TOO_LARGE = FileProblem(
    "workbook_too_large",
    "error",
    "This workbook is too large when it is unpacked.",
    "Copy the rows into a new workbook, or save the sheet as “CSV UTF-8”.",
)
TOO_MANY_CELLS = WORKBOOK_TOO_LARGE.variant(
    "The sheet has more than {most:,} cells.", "Split it into several files."
)
OTHER_SHEETS = FileProblem(
    "other_sheets",
    "warning",
    "Only the sheet “{name}” is read. These are not: {others}.",
    "To read another one, show it first and save the workbook.",
)
ROWS_HIDDEN = FileProblem(
    "rows_hidden",
    "warning",
    "The spreadsheet hides rows. They are read like the others: {names}.",
    "Delete them if they must not be read.",
)
COLUMNS_HIDDEN = FileProblem(
    "columns_hidden",
    "warning",
    "The spreadsheet hides columns. They are read like the others: {names}.",
    "Delete them if they must not be read.",
)
CELLS_MERGED = FileProblem(
    "cells_merged",
    "warning",
    "Cells are merged over several columns ({names}). Only the first column has their text.",
    "If a column lacks its name, unmerge them and name each column.",
)
FORMULA_NOT_CALCULATED = FileProblem(
    "formula_not_calculated",
    "error",
    "The cell holds a formula that no spreadsheet has calculated yet.",
    "Open the workbook in a spreadsheet, save it, and send it again.",
)
DATE_CELL = FileProblem(
    "date_cell",
    "error",
    "The spreadsheet made a date or a time of this cell, as it does of 1/2.",
    "Format the column as Text and type the value again. Half a point is 0.5.",
)
