"""Problems of a package of standards: each with its severity and the way out."""

from __future__ import annotations

from chalicelib.errors import FileProblem

TOO_MANY_SETS = FileProblem(
    "too_many_sets",
    "error",
    "Subjects and grades make {many:,} sets of this framework. There can be at most {most:,}.",
    "Check the standards' subject and educationLevel: they should be few and spelled alike.",
)
SET_TOO_LARGE = FileProblem(
    "set_too_large",
    "error",
    "This set would hold too many standards. It can hold {most:,}, fewer if their texts are very "
    "long.",
    "Give the standards their grades (educationLevel), so that they form smaller sets.",
)
MANY_STANDARDS_LOST = FileProblem(
    "many_standards_lost",
    "hold",
    "{lost:,} of {held:,} standards ({lost_percent:g}%) that trackers and tests can use now are "
    "missing from this package. More than {limit:g}% needs confirmation.",
    "Confirm if the framework really lost them. If not, export the whole framework again.",
)
CODE_REPEATED = FileProblem(
    "code_repeated",
    "warning",
    "Several standards of one set have the same code.",
    "Nothing to do. They differ by their text and identifier.",
)
HEADINGS_EMPTY = FileProblem(
    "headings_empty",
    "warning",
    "An entry of the type {kind!r} has no standards below it. It is a heading, so nobody can "
    "choose it.",
    "Nothing to do, unless it is a standard: then its publisher must give it another type.",
)
HEADINGS_WITHOUT_TYPE_EMPTY = HEADINGS_EMPTY.variant(
    "An entry without a type has no standards below it. Entries like it are headings, so nobody "
    "can choose it.",
    "Nothing to do, unless it is a standard: then its publisher must give it a type.",
)
STANDARDS_WITHDRAWN = FileProblem(
    "standards_withdrawn",
    "warning",
    "{withdrawn:,} of {held:,} standards that can be chosen now leave the sets. The package lists "
    "them as headings or explanations, or as ended.",
    "Nothing to do. Trackers and tests that use them keep them.",
)
STANDARD_ENDED = FileProblem(
    "standard_ended",
    "warning",
    "The last day of this standard (statusEndDate) is past, so nobody can choose it.",
    "Nothing to do. If it is still taught, ask its publisher for the current package.",
)
END_DATE_UNREADABLE = FileProblem(
    "end_date_unreadable",
    "warning",
    "This statusEndDate is not a date, so the standard is offered without an end.",
    "Write the date like 2027-06-30.",
)
FRAMEWORK_IDENTIFIER_MISSING = FileProblem(
    "framework_identifier_missing",
    "error",
    "The framework has no identifier, so a later import could not be matched with this one.",
    "Give CFDocument an identifier (a GUID), the same in every later export.",
)
FRAMEWORK_TITLE_MISSING = FileProblem(
    "framework_title_missing",
    "warning",
    "The framework has no title.",
    "Give CFDocument a title. Until then it is called 'Untitled framework'.",
)
SEVERAL_PARENTS = FileProblem(
    "several_parents",
    "warning",
    "This standard has several parents. Only one of them is used.",
    "Nothing to do if that is correct.",
)
GRADES_MISSING = FileProblem(
    "grades_missing",
    "warning",
    "No standard says which grade it is for, so each subject is one set for all grades.",
    "Nothing to do if teachers of all grades use the whole set.",
)
SUBJECTS_MISSING = FileProblem(
    "subjects_missing",
    "warning",
    "Neither the framework nor a standard names a subject. Its sets have the subject "
    "{no_subject!r}.",
    "Nothing to do, or add a subject to CFDocument.",
)
PARENT_MISSING = FileProblem(
    "parent_missing",
    "warning",
    "No isChildOf names this standard's parent, so it is at the top.",
    "Nothing to do if that is correct.",
)
IDENTIFIER_MISSING = FileProblem(
    "identifier_missing",
    "error",
    "This standard has no identifier, so nothing could be aligned to it.",
    "Give it an identifier (a GUID), the same in every later export.",
)
STATEMENT_MISSING = FileProblem(
    "statement_missing",
    "error",
    "This standard has no text.",
    "Give it a fullStatement, or remove it from the package.",
)
ASSOCIATION_TYPE_MISSING = FileProblem(
    "association_type_missing",
    "warning",
    "This association has no type. It was left out.",
    "Nothing to do, unless it should have been an isChildOf.",
)
NO_HIERARCHY = FileProblem(
    "no_hierarchy",
    "warning",
    "The package has no isChildOf associations, so the standards have no hierarchy.",
    "Nothing to do if the framework has no headings.",
)
STATEMENT_ABBREVIATED = FileProblem(
    "statement_abbreviated",
    "warning",
    "This standard has no fullStatement, so its abbreviatedStatement was used.",
    "Nothing to do if the short text is enough.",
)
ASSOCIATION_ELSEWHERE = FileProblem(
    "association_elsewhere",
    "warning",
    "Neither end of this association is in the package. It was left out.",
    "Nothing to do.",
)
FILE_TOO_LARGE = FileProblem(
    "file_too_large",
    "reject",
    "The file has {size:,} bytes. A standards package can have {largest:,}.",
    "Export one framework at a time.",
)
NOT_JSON = FileProblem(
    "not_json",
    "reject",
    "The file stops being JSON in line {lineno}, column {colno}: {msg}.",
    "Upload the CASE package as JSON, as the framework's publisher offers it.",
)
TOO_MANY_VALUES = FileProblem(
    "too_many_values",
    "reject",
    "The file holds far more lists and values than any standards package.",
    "Check where the file comes from, and export one framework at a time.",
)
ZIP_NEEDS_ONE_JSON = FileProblem(
    "zip_needs_one_json",
    "reject",
    "The zip holds {members} .json files. It must hold exactly one.",
    "Upload one framework at a time, best as the .json file itself.",
)
FILE_EMPTY = FileProblem(
    "file_empty", "reject", "The file is empty.", "Export the framework again and upload it."
)
ZIP_DAMAGED = FileProblem(
    "zip_damaged",
    "reject",
    "The zip file cannot be unpacked. It is damaged or protected by a password.",
    "Upload the .json file itself.",
)
NESTED_TOO_DEEP = FileProblem(
    "nested_too_deep",
    "reject",
    "The file nests lists or objects deeper than any standards package does.",
    "Check where the file comes from and export it again.",
)
NOT_A_NUMBER = FileProblem(
    "not_a_number",
    "warning",
    "{name} is not JSON. It was read as null everywhere.",
    "Nothing to do. You can report it to the maker of the file.",
)
NO_PACKAGE = FileProblem(
    "no_package",
    "reject",
    "The file is JSON, but not a CASE package. It has neither a CFDocument nor CFItems.",
    "Upload the whole framework's CASE package (CFPackage), as its publisher offers it.",
)
SEVERAL_PACKAGES = FileProblem(
    "several_packages",
    "reject",
    "The file holds {many} packages.",
    "Upload one framework at a time.",
)
NO_STANDARDS = FileProblem(
    "no_standards",
    "reject",
    "The package has no standards: CFItems is missing or empty.",
    "Export the whole package, not only the document.",
)
TOO_MANY_ENTRIES = FileProblem(
    "too_many_entries",
    "reject",
    "This list has {many:,} entries. In a framework it can have {most:,}.",
    "Export one framework at a time.",
)
ENTRY_NOT_AN_OBJECT = FileProblem(
    "entry_not_an_object",
    "error",
    "This entry is not an object with the standard's fields.",
    "Export the package with its entries written out, not as links.",
)
ENTRY_EMPTY = FileProblem(
    "entry_empty", "warning", "This entry is null. It was left out.", "Nothing to do."
)

DOCUMENT_MISSING = FileProblem(
    "document_missing",
    "warning",
    "The package has no CFDocument.",
    "Nothing to do if the title above is right. If not, export the whole package.",
)
DOCUMENT_DERIVED = DOCUMENT_MISSING.variant(
    "The package has no CFDocument. The information in its standards was used instead.",
    "Nothing to do if the title above is right. If not, export the whole package.",
)
IDENTIFIER_DUPLICATE = FileProblem(
    "identifier_duplicate",
    "error",
    "Two standards have this identifier.",
    "Give each standard an identifier of its own, or remove one of the two.",
)
TOO_LONG = {
    name: FileProblem(
        f"{name}_too_long",
        "error",
        f"This standard's {name} is too long. It can have {{limit:,}} characters.",
        "Shorten it.",
    )
    for name in ("identifier", "code", "statement")
}
"""By the field."""
END_MISSING = {
    end: FileProblem(
        f"association_{end}_missing",
        "error",
        f"This isChildOf names a {whose} that is not in the package.",
        f"Add the {whose} to the package, or correct or remove the association.",
    )
    for end, whose in (("origin", "child"), ("destination", "parent"))
}
"""By the end of the association."""
ASSOCIATION_DUPLICATE = FileProblem(
    "association_duplicate",
    "error",
    "Two associations have this identifier.",
    "Keep one of the two.",
)
ASSOCIATION_REPEATED = ASSOCIATION_DUPLICATE.variant(
    "Two associations have this identifier.",
    "Keep one of the two.",
    severity="warning",
)
IS_CHILD_OF_CYCLE = FileProblem(
    "is_child_of_cycle",
    "error",
    "These entries form a circle of parents.",
    "Remove or correct one of these isChildOf associations.",
)
OWN_PARENT = IS_CHILD_OF_CYCLE.variant(
    "This entry is its own parent.", "Remove or correct this isChildOf association."
)
NOT_UTF8 = FileProblem(
    "not_utf8", "reject", "{reason}", "Save the file as UTF-8 and upload it again."
)
KEY_REPEATED = FileProblem(
    "key_repeated", "warning", "One object has the key {key!r} twice.", "Keep one of the two."
)
KEY_CONTRADICTS = KEY_REPEATED.variant(
    "One object has the key {key!r} twice, with different values.",
    "Keep one of the two.",
    severity="error",
)
