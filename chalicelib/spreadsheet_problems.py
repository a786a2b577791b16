"""Problems of any file of rows, whatever it holds, and the way out of each."""

from __future__ import annotations

from .errors import FileProblem

_SAVE_AGAIN = "Open the file in a spreadsheet and save it again as “CSV UTF-8”."

FILE_EMPTY = FileProblem(
    "file_empty", "error", "The file has no rows.", "Choose the file that holds the data."
)
NO_ROWS_OF_TEXT = FileProblem(
    "no_rows_of_text",
    "error",
    "This is neither a CSV file nor a workbook. It is a PDF or a picture.",
    "Choose the file that holds the data.",
)
PROBLEMS_LEFT_OUT = FileProblem(
    "problems_left_out",
    "error",
    "{left} more problems are not listed.",
    "Correct the listed ones, or choose the right file, and check it again.",
)
WARNINGS_LEFT_OUT = PROBLEMS_LEFT_OUT.variant(
    "{left} more warnings are not listed.",
    "Read the listed ones, and check the file again.",
    severity="warning",
)
TOO_MANY_ROWS = FileProblem(
    "too_many_rows",
    "error",
    "The file has more than {most:,} rows.",
    "Split it into several files.",
)
TOO_MANY_COLUMNS = FileProblem(
    "too_many_columns",
    "error",
    "The row has {columns:,} columns. At most {most:,} can be read.",
    _SAVE_AGAIN,
)
CELL_TOO_LONG = FileProblem(
    "cell_too_long",
    "error",
    "The cell has {characters:,} characters. At most {most:,} can be read.",
    "Shorten it. If it looks short, a quotation mark before it is not closed.",
)
QUOTES_BROKEN = FileProblem(
    "quotes_broken",
    "error",
    "A quotation mark is not closed, or text follows a closed one.",
    _SAVE_AGAIN,
)
QUOTES_RUN_ON = QUOTES_BROKEN.variant(
    "A cell is too long to read, or a quotation mark is not closed.", _SAVE_AGAIN
)
HIDDEN_CHARACTERS = FileProblem(
    "hidden_characters",
    "error",
    "The cell holds invisible characters.",
    f"Type it again. Or: {_SAVE_AGAIN}",
)
FORMULA = FileProblem(
    "formula",
    "error",
    "The cell holds a formula, not its result.",
    "In the spreadsheet, copy the column and paste it as values.",
)
FORMULA_FAILED = FileProblem(
    "formula_failed",
    "error",
    "A formula of the spreadsheet failed here.",
    "Write the value itself, or leave the cell empty.",
)
