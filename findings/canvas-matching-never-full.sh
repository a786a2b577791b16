#!/usr/bin/env bash
# qti-package-maker 26.7.14 (PyPI): points of a matching question, written as QTI 1.2 for Canvas.
#
# Expected: outcomes declare SCORE from 0 to 100, and all pairs right add up to 100.
# Seen: each pair adds 100 / pairs, rounded to two places. Three pairs reach 99.99, six 100.02, seven 100.03.
# Meaning: taken literally, no student has everything right with three pairs, and SCORE exceeds its own maximum
# with six. Compare sums of such parts with a tolerance, and cap them, before "mastered" is decided.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check qti-package-maker==26.7.14 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import sys
import zipfile
from decimal import Decimal

from lxml import etree
from qti_package_maker import package_interface

for pairs in (3, 4, 6, 7):
    numbers = [str(number) for number in range(1, pairs + 1)]
    bank = package_interface.QTIPackageInterface("squares", allow_mixed=True)
    bank.add_item("MATCH", ("Match the squares.", numbers, [str(int(each) ** 2 + 100) for each in numbers]))
    bank.save_package("canvas_qti_v1_2", f"{sys.argv[1]}/{pairs}.zip")
    package = zipfile.ZipFile(f"{sys.argv[1]}/{pairs}.zip")
    (name,) = (each for each in package.namelist() if each.endswith("canvas_qti12_questions.xml"))
    tree = etree.fromstring(package.read(name))
    (most,) = (each.get("maxvalue") for each in tree.iter("{*}decvar"))
    total = sum(Decimal(each.text) for each in tree.iter("{*}setvar"))
    print(f"{pairs} pairs: {total} of {most}", file=sys.stderr)
PROBE
seen=$("$folder/venv/bin/python" "$folder/probe.py" "$folder" 2>&1 >/dev/null)
expected='3 pairs: 99.99 of 100
4 pairs: 100.00 of 100
6 pairs: 100.02 of 100
7 pairs: 100.03 of 100'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: with qti-package-maker, three right pairs of three are 99.99 of 100 and six of six are 100.02"
