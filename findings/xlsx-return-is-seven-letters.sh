#!/usr/bin/env bash
# XlsxWriter 3.3.1, openpyxl 3.1.5, python-calamine 0.9.1 (PyPI): a carriage return inside a cell.
#
# Expected: what one program writes into a cell, two others read. XML cannot keep a carriage return as it is, so a
# workbook escapes it as _x000D_ (ECMA-376, ST_Xstring); Excel does so with texts from other systems.
# Seen: XlsxWriter writes the escape, python-calamine gives the return back, and openpyxl gives the seven letters
# "_x000D_". For a text that only looks like an escape, "_x0041_", openpyxl undoes half: all three agree there.
# Meaning: names and answers with a line break from Windows do not match between readers, and students see "_x000D_" in
# their feedback. With openpyxl undo escapes of control characters, and only those: "_x0041_" was typed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  XlsxWriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1 2>"$folder/log" || { cat "$folder/log"; exit 1; }
cd "$folder"
seen=$(venv/bin/python -c '
import openpyxl, python_calamine, xlsxwriter
with xlsxwriter.Workbook("book.xlsx") as book:
    book.add_worksheet().write_row("A1", ["one\r\ntwo", "_x0041_"])
print("openpyxl", [cell.value for cell in openpyxl.load_workbook("book.xlsx").active[1]])
sheet = python_calamine.CalamineWorkbook.from_path("book.xlsx").get_sheet_by_index(0)
print("calamine", sheet.to_python()[0])')
expected="openpyxl ['one_x000D_\\ntwo', '_x0041_']
calamine ['one\\r\\ntwo', '_x0041_']"
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: two readers disagree about a carriage return in a cell"
