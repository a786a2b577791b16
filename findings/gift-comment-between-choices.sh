#!/usr/bin/env bash
# gift-pegjs 1.0.2 (npm): a comment line among the answers.
#
# Expected: Moodle's GIFT documentation describes lines that begin with // as comments that are not imported;
# Moodle drops them wherever they stand. gift-pegjs drops them above a question, too.
# Seen: between the answers, the comment becomes part of the answer above it, marks and all. Nothing is reported.
# Meaning: authors who note next to a distractor what mistake it stands for show that note to their students.
# Remove lines that begin with // before parsing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" gift-pegjs@1.0.2 >"$folder/log" 2>&1 ||
  { cat "$folder/log"; exit 1; }
cat > probe.mjs <<'PROBE'
import { parse } from 'gift-pegjs';
const text = `// checked in May
::Sum:: What is 3/4 + 1/4? {
=1
// added the denominators
~4/8
// multiplied
~3/16
}`;
const [question] = parse(text);
console.log(question.stem.text, '|', question.choices.map((choice) => choice.text.text).join(' | '));
PROBE
seen=$(node probe.mjs)
expected='What is 3/4 + 1/4? | 1 // added the denominators | 4/8 // multiplied | 3/16'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: gift-pegjs shows a comment line as part of the answer above it"
