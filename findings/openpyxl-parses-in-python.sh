#!/usr/bin/env bash
# openpyxl 3.1.5, defusedxml 0.7.1 (PyPI): what reading a workbook costs where defusedxml is installed.
#
# Expected: openpyxl's documentation recommends defusedxml against entity bombs; it should refuse them and otherwise cost
# next to nothing, as a check for declarations does.
# Seen: openpyxl uses it as soon as it can be imported, and defusedxml replaces the parser of the standard library, which
# is in C, by the one in Python. Reading 100 rows of 50 cells takes twice as many calls of functions.
# Meaning: any other package that brings defusedxml makes every workbook slower to read. Set OPENPYXL_DEFUSEDXML=False
# where workbooks are your own; for those of strangers look for a DOCTYPE before openpyxl sees the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 defusedxml==0.7.1 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cd "$folder"
cat >count.py <<'PY'
import sys
import openpyxl

book = openpyxl.Workbook()
for _ in range(100):
    book.active.append(range(50))
book.save("book.xlsx")
calls = 0

def count(_frame, event, _what):
    global calls
    calls += event in ("call", "c_call")

sys.setprofile(count)
sheet = openpyxl.load_workbook("book.xlsx", read_only=True).active
cells = sum(1 for row in sheet.iter_rows(values_only=True) for _ in row)
sys.setprofile(None)
assert cells == 5000, cells
print(calls)
PY
with=$(OPENPYXL_DEFUSEDXML=True venv/bin/python count.py)
without=$(OPENPYXL_DEFUSEDXML=False venv/bin/python count.py)
if ((with * 10 < without * 16)); then
  echo "changed: $with calls with defusedxml, $without without"
  exit 1
fi
echo "holds: openpyxl needs $with calls with defusedxml, and $without without"
