#!/usr/bin/env bash
# segno 1.6.6 (PyPI): a QR code on a printed answer sheet, made of a part of letters and a part of digits.
#
# Expected: `boost_error` (on by default, "the error parameter is interpreted as minimum error level") raises the
# error correction of any code as far as its size allows.
# Seen: it raises that of a code of one part only. The same text takes the same size (version 1), but as two parts it
# stays at L, which recovers 7 % of a smudged code, where H, which recovers 30 %, fits too: with `error="h"` the two
# parts make a code of that size. Nothing says so.
# Meaning: whoever splits a code into parts to keep it small loses the correction. Ask for the level, and check it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check segno==1.6.6 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import segno

parts = ["ROOM", "12"]
print(segno.make_qr("".join(parts)).designator, segno.make_qr(parts).designator, segno.make_qr(parts, error="h").designator)
PROBE
seen=$("$folder/venv/bin/python" "$folder/probe.py")
if [ "$seen" != "1-H 1-L 1-H" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: segno boosts the error correction of a code of one part only"
