#!/usr/bin/env bash
# XlsxWriter 3.3.1, openpyxl 3.1.5, python-calamine 0.9.1 (PyPI): a formula in a workbook that no spreadsheet has opened.
#
# Expected: a cell's value is what its formula comes to; where nobody calculated it yet, there is no value, and a reader
# can tell that from a blank cell and from 0 (in the format the value element is optional).
# Seen: XlsxWriter writes 0 as the value of every formula and asks, once for the whole workbook, to be calculated on
# loading. Both readers give 0 for =SUM(A1:B1) of 1 and 2. openpyxl writes no value: then both readers give what they
# give for a blank cell.
# Meaning: totals of a gradebook that a program wrote are all 0, or all blank, until somebody opens and saves it. Do not
# believe a formula's value where calcPr says fullCalcOnLoad; look for formulas without a value in the XML.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  XlsxWriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1 2>"$folder/log" || { cat "$folder/log"; exit 1; }
cd "$folder"
seen=$(venv/bin/python -c '
import openpyxl, python_calamine, xlsxwriter
with xlsxwriter.Workbook("xlsxwriter.xlsx") as book:
    book.add_worksheet().write_row("A1", [1, 2, "=SUM(A1:B1)"])
book = openpyxl.Workbook()
book.active.append([1, 2, "=SUM(A1:B1)"])
book.save("openpyxl.xlsx")
for name in ("xlsxwriter", "openpyxl"):
    one = openpyxl.load_workbook(f"{name}.xlsx", data_only=True).active
    sheet = python_calamine.CalamineWorkbook.from_path(f"{name}.xlsx").get_sheet_by_index(0)
    two = [*sheet.to_python()[0], ""][2]
    print(name, repr(one["C1"].value), repr(one["D1"].value), repr(two))')
expected="xlsxwriter 0 None 0.0
openpyxl None None ''"
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: a sum of 1 and 2 reads as 0 or as a blank cell"
