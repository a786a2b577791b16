"""Problems of a roster's zip, manifest, headers and rows, and the way out of each."""

from __future__ import annotations

from chalicelib.errors import FileProblem

NOTHING_TO_DO = "Nothing to do. You can report it to the vendor of the student information system."
"""The way out for something that was understood all the same."""
EXPORT_AGAIN = (
    "Export it again. If that does not help, report it to the vendor of the student "
    "information system."
)
"""The way out for something that only the export can mend."""

DELTA_WITHOUT_EARLIER = FileProblem(
    "delta_without_earlier",
    "reject",
    "This package only holds changes (delta), but no roster has been loaded yet.",
    "Load a complete (bulk) export first.",
)
FILE_NOT_READ = FileProblem(
    "file_not_read",
    "warning",
    "A file that Plumbline does not read could not be opened safely. It was left alone.",
    "Nothing to do.",
)
MANIFEST_MISSING = FileProblem(
    "manifest_missing",
    "reject",
    "The package has no manifest.csv. It is needed to know if the files replace "
    "everything or only add to it.",
    "Export as OneRoster 1.1 or 1.2 CSV.",
)
FILE_UNDECLARED = FileProblem(
    "file_undeclared",
    "reject",
    "The zip holds {file_name}.csv, but the manifest marks it as absent. It is not "
    "clear if it replaces everything or only adds to it.",
    EXPORT_AGAIN,
)
ZIP_TOO_MANY_MEMBERS = FileProblem(
    "zip_too_many_members",
    "reject",
    "The zip holds {number} files. A roster has at most a few dozen.",
    "Upload the zip exactly as the student information system exported it.",
)
ZIP_BOMB = FileProblem(
    "zip_bomb",
    "reject",
    "Unpacked, the zip would be {number} MB. At most {most} MB can be read.",
    "Split the export, or ask your operators to raise the limit.",
)
ZIP_BOMB_FILE = ZIP_BOMB.variant(
    "Unpacked, this file would be {number} times as large as packed, so it is not a roster.",
    "Upload the zip exactly as the student information system exported it.",
)
ZIP_DUPLICATE_MEMBER = FileProblem(
    "zip_duplicate_member",
    "reject",
    "The zip holds {number} files with this name, so it is not clear which one to use.",
    "Keep one of them.",
)
ZIP_PATH_TRAVERSAL = FileProblem(
    "zip_path_traversal",
    "reject",
    "This name points outside the package.",
    "Upload the zip exactly as the student information system exported it.",
)
ZIP_SYMLINK = FileProblem(
    "zip_symlink",
    "reject",
    "This is a link, not a file.",
    "Upload the zip exactly as the student information system exported it.",
)
ZIP_ENCRYPTED = FileProblem(
    "zip_encrypted",
    "reject",
    "This file is protected by a password.",
    "Export it without a password.",
)
ZIP_METHOD = FileProblem(
    "zip_method",
    "reject",
    "This file is compressed in a way that Plumbline cannot read.",
    "Zip it the ordinary way (deflate).",
)
NESTED_FOLDER = FileProblem(
    "nested_folder",
    "reject",
    "The files are inside a folder ({nested}). They must be at the top of the zip.",
    "Select the files themselves, not their folder, and zip them.",
)
ZIP_IN_ZIP = FileProblem(
    "zip_in_zip",
    "reject",
    "The zip holds another zip ({packed}) instead of the files of a roster.",
    "Upload the inner zip itself.",
)
MANIFEST_LINE = FileProblem(
    "manifest_line",
    "warning",
    "The manifest has lines that Plumbline does not read. They were ignored.",
    NOTHING_TO_DO,
)
MANIFEST_UNREADABLE = FileProblem(
    "manifest_unreadable",
    "reject",
    "manifest.csv must begin with the columns propertyName and value.",
    EXPORT_AGAIN,
)
MANIFEST_VERSION = FileProblem(
    "manifest_version",
    "warning",
    "manifest.version should be 1.0.",
    EXPORT_AGAIN,
)
VERSION_UNKNOWN = FileProblem(
    "version_unknown",
    "reject",
    "The package is OneRoster {number}. Plumbline reads 1.1 and 1.2.",
    "Export as OneRoster 1.1 or 1.2 CSV.",
)
FILE_NAME_LETTERS = FileProblem(
    "file_name_letters",
    "warning",
    "The file's name should be exactly {name}.csv.",
    EXPORT_AGAIN,
)
ZIP_IN_ZIP_UNREAD = ZIP_IN_ZIP.variant(
    "The zip holds another zip. It was not opened.",
    NOTHING_TO_DO,
    severity="warning",
)
MANIFEST_CONTRADICTION = FileProblem(
    "manifest_contradiction",
    "reject",
    "The manifest has two different values for {name}.",
    EXPORT_AGAIN,
)
MANIFEST_MODE = FileProblem(
    "manifest_mode",
    "reject",
    "{name} must be bulk, delta or absent.",
    EXPORT_AGAIN,
)
FILE_MISSING = FileProblem(
    "file_missing",
    "reject",
    "The manifest lists {file_name}.csv ({word}), but the zip does not hold it.",
    "Upload the zip exactly as the student information system exported it.",
)
NOT_A_ZIP = FileProblem(
    "not_a_zip",
    "reject",
    "This is not a zip file, or it was damaged on the way.",
    "Upload the zip exactly as the student information system exported it.",
)
ENCODING = FileProblem(
    "encoding",
    "reject",
    "The file is not UTF-8. The first unreadable letter is at {shown}.",
    "Export it as UTF-8 (in a spreadsheet: save as “CSV UTF-8”).",
)
ZIP_DAMAGED = FileProblem(
    "zip_damaged",
    "reject",
    "The zip is damaged. This file cannot be unpacked completely.",
    "Upload it again.",
)
OTHER_ENCODING = ENCODING.variant(
    "The file is in {encoding}. OneRoster files are UTF-8.",
    "Export it as UTF-8 (in a spreadsheet: save as “CSV UTF-8”).",
)
NUL_CHARACTER = FileProblem(
    "nul_character",
    "reject",
    "The line holds NUL characters. It is not text, or it is UTF-16.",
    "Export it as UTF-8 (in a spreadsheet: save as “CSV UTF-8”).",
)
CELL_COUNT = FileProblem(
    "cell_count",
    "error",
    "The row does not have as many cells as the header ({width}).",
    "Look for a missing comma or quotation mark.",
)
HEADER_REPEATED = FileProblem(
    "header_repeated",
    "error",
    "The header is here again. Several files may have been joined.",
    "Export it again as one file, with the header in row 1 only.",
)
CELLS_BEYOND_HEADER = CELL_COUNT.variant(
    "Some rows have blank cells beyond the header, and others do not. A comma "
    "without quotation marks may have moved their cells.",
    "Look for a missing comma or quotation mark.",
)
FILLED_IN_BULK = FileProblem(
    "filled_in_bulk",
    "warning",
    "{name} must be blank in a bulk file. In {count} rows it is not. It was ignored.",
    NOTHING_TO_DO,
)
SEPARATOR = FileProblem(
    "separator",
    "reject",
    "The columns are not separated by commas.",
    "Export it again with commas (in a spreadsheet: save as “CSV UTF-8”).",
)
HEADER_LETTERS = FileProblem(
    "header_letters",
    "warning",
    "The column's name should be exactly {name}.",
    NOTHING_TO_DO,
)
HEADER_DUPLICATE = FileProblem(
    "header_duplicate",
    "reject",
    "The file has the column {name} twice, so it is not clear which one to use.",
    "Keep one of them.",
)
HEADER_DUPLICATE_UNUSED = HEADER_DUPLICATE.variant(
    "The file has this column twice. Plumbline does not use it.",
    NOTHING_TO_DO,
    severity="warning",
)
HEADER_MISSING_COLUMN = FileProblem(
    "header_missing_column",
    "reject",
    "The column {name} is missing. {csv} cannot be read without it.",
    "Export it again as OneRoster CSV, with every column.",
)
HEADER_MISSING_OPTIONAL = FileProblem(
    "header_missing_optional",
    "warning",
    "The column {name} is missing. It was read as blank.",
    NOTHING_TO_DO,
)
HEADER_ORDER = FileProblem(
    "header_order",
    "warning",
    "The columns are not in OneRoster's order. They were read by their names.",
    NOTHING_TO_DO,
)
LINE_TOO_LONG = FileProblem(
    "line_too_long",
    "reject",
    "This line is over eight million characters long. A quotation mark may be missing.",
    "Look at this row and the one before it. Write a quotation mark inside a cell twice.",
)
CELL_TOO_LONG = FileProblem(
    "cell_too_long",
    "reject",
    "A cell is over eight million characters long. A quotation mark may be missing.",
    "Look at this row and the one before it. Write a quotation mark inside a cell twice.",
)
BROKEN_QUOTES = FileProblem(
    "broken_quotes",
    "reject",
    "The quotation marks do not pair up here, so the end of a cell is not clear.",
    "Look at this row and the one before it. Write a quotation mark inside a cell twice.",
)
STATUS_INACTIVE = FileProblem(
    "status_inactive",
    "warning",
    "A status is not one of OneRoster's words. The row was read as one to remove.",
    NOTHING_TO_DO,
)
STATUS = FileProblem(
    "status",
    "error",
    "In a delta file, status must be active or tobedeleted.",
    "Export it again as delta or as bulk.",
)
STATUS_IN_BULK = STATUS.variant(
    "A status is not one of OneRoster's words, so it is not clear if the row stays.",
    "Leave status blank in a bulk file, and leave out people and classes that are gone.",
)
DELETED_IN_BULK = FileProblem(
    "deleted_in_bulk",
    "error",
    "A bulk file cannot mark a row as tobedeleted.",
    "Leave the row out. Rows that a bulk file leaves out are removed.",
)
