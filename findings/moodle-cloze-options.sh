#!/usr/bin/env bash
# moodle-xml-parser 0.3.1 (PyPI): answers of embedded-answer (cloze) questions.
#
# Expected: Moodle's documentation of the cloze syntax allows partial and negative credit with decimals, types with
# a variant after an underscore (MULTICHOICE_S shuffles), no weight (which means 1), and escaped characters.
# Seen: all of it is parsed without a warning, but
#  - %-50%Rome and %33.33333%Rome become answers with the credit in their text and a score of 0;
#  - MULTICHOICE_S and a gap without a weight become type UNKNOWN, the right answer scoring 0, with the whole
#    head of the gap in its text;
#  - an escaped \} ends the gap.
# Meaning: a valid bank read this way has gaps that nobody can answer correctly, and loses penalties. Check for
# UNKNOWN, for gaps without a full-credit answer and for answers that begin with a percent sign.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check moodle-xml-parser==0.3.1 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
from moodle_xml_parser.parser import parse_string

GAPS = r"""{1:MC:=Paris~%-50%Rome}
{1:MC:=Paris~%33.33333%Rome}
{1:MULTICHOICE_S:=Paris~Rome}
{:SHORTANSWER:=Paris}
{1:SA:=a \} b}"""
for gap in GAPS.splitlines():
    text = f"<questiontext format='html'><text><![CDATA[{gap}]]></text></questiontext>"
    read = parse_string(f"<quiz><question type='cloze'><name><text>q</text></name>{text}</question></quiz>")
    (only,) = read["cloze"][0].gaps
    print(only.sub_type, *((option.answer, option.score) for option in only.options))
PROBE
seen=$("$folder/venv/bin/python" "$folder/probe.py")
expected="MC ('Paris', 100) ('%-50%Rome', 0)
MC ('Paris', 100) ('%33.33333%Rome', 0)
UNKNOWN ('1:MULTICHOICE_S:=Paris', 0) ('Rome', 0)
UNKNOWN (':SHORTANSWER:=Paris', 0)
SA ('a \\\\', 100)"
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: moodle-xml-parser turns documented cloze credits and types into answers that score nothing"
