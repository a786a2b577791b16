#!/usr/bin/env bash
# qti-package-maker 26.7.14 (PyPI): several blanks in one question, written as QTI 1.2 for Canvas.
#
# Expected: in QTI 1.2 the varequal of a response_lid names the ident of one of its response_labels. The same
# package does so for multiple choice, and so do Canvas's own exports for fill_in_multiple_blanks_question.
# Seen: for MULTI_FIB the labels get idents (response_1_choice_001) but varequal holds the answer's text (cow).
# No key names any label.
# Meaning: a reader that follows the idents finds a question without a right answer. Look a key up among the idents
# first and, if there is none, among the texts of the same response_lid.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check qti-package-maker==26.7.14 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import sys
import zipfile

from lxml import etree
from qti_package_maker import package_interface

ITEMS = {
    "MC": ("What does a cow eat?", ["grass", "sand"], "grass"),
    "MULTI_FIB": ("A [animal] eats [food].", {"animal": ["cow"], "food": ["grass", "hay"]}),
}
for kind, item in ITEMS.items():
    bank = package_interface.QTIPackageInterface("farm", allow_mixed=True)
    bank.add_item(kind, item)
    bank.save_package("canvas_qti_v1_2", f"{sys.argv[1]}/{kind}.zip")
    package = zipfile.ZipFile(f"{sys.argv[1]}/{kind}.zip")
    (name,) = (each for each in package.namelist() if each.endswith("canvas_qti12_questions.xml"))
    tree = etree.fromstring(package.read(name))
    idents = {label.get("ident") for label in tree.iter("{*}response_label")}
    keys = [key.text for key in tree.iter("{*}varequal")]
    print(kind, *keys, "known:", sum(key in idents for key in keys), file=sys.stderr)
PROBE
seen=$("$folder/venv/bin/python" "$folder/probe.py" "$folder" 2>&1 >/dev/null)
expected='MC choice_001 known: 1
MULTI_FIB cow grass hay known: 0'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: qti-package-maker's keys of several blanks name no label of the question"
