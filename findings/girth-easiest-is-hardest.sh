#!/usr/bin/env bash
# girth 0.8.0 (PyPI): the difficulty of an item that everybody answered right.
#
# Expected: such an item has no finite difficulty; estimators that are limited to a range put it at the easy end.
# girth's Rasch and one-parameter models, and its two-parameter model by joint likelihood, do: -6, the bound.
# Seen: twopl_mml puts it at +6, the hardest of all, with the smallest slope (0.2). Under these numbers an average
# student has a chance of 23 % at an item that nobody missed.
# Meaning: a list sorted by difficulty, or a form put together by it, has its easiest item at the wrong end. Take
# items without variance out before fitting, and distrust estimates that stand on a bound.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check girth==0.8.0 numpy==2.4.6 scipy==1.17.1 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import warnings

warnings.simplefilter("ignore")
import girth
import numpy

STUDENTS = """11111101101 10110111011 11110110011 00100010001 00000100101
11101111111 11011101111 11111111011 01011111011 11011011101""".split()
items = numpy.array([[int(answer) for answer in student] for student in STUDENTS]).T
assert items[-1].all()
for model in ("rasch_mml", "onepl_mml", "twopl_jml", "twopl_mml"):
    difficulties = getattr(girth, model)(items)["Difficulty"]
    place = sorted(difficulties).index(difficulties[-1]) + 1
    print(f"{model} {difficulties[-1]:.0f}, {place}. of {len(items)}")
PROBE
seen=$("$folder/venv/bin/python" "$folder/probe.py")
expected='rasch_mml -6, 1. of 11
onepl_mml -6, 1. of 11
twopl_jml -6, 1. of 11
twopl_mml 6, 11. of 11'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: girth's twopl_mml calls the item that everybody answered right the hardest"
