#!/usr/bin/env bash
# text2qti 0.8.0 (PyPI): the line "Points:" above a question.
#
# Expected: its own message asks for a "positive integer or half-integer". 2.0 is one, and Canvas heads the points
# column of each question with exactly such numbers (2.0, 1.5).
# Seen: "Points: 2" and "Points: 1.5" work; "Points: 2.0" ends in a bare ValueError of int(), without the file and
# line that all other problems are reported with. No package is written.
# Meaning: points copied from a Canvas report break the quiz as soon as they are whole. Write them without ".0".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check text2qti==0.8.0 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cd "$folder"
seen=""
for points in 2 1.5 2.0 0.3; do
  printf 'Quiz title: Sums\n\nPoints: %s\n1.  What is 1 + 1?\na)  1\n*b)  2\n' "$points" > "quiz-$points.txt"
  if said=$("$folder/venv/bin/text2qti" "quiz-$points.txt" 2>&1); then word="written"; else word=${said##*$'\n'}; fi
  seen+="$points: $word"$'\n'
done
expected="2: written
1.5: written
2.0: ValueError: invalid literal for int() with base 10: '2.0'
0.3: Invalid points value \"0.3\"; need positive integer or half-integer
"
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: text2qti takes 2 and 1.5 points but fails on 2.0"
