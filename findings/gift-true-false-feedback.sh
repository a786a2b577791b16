#!/usr/bin/env bash
# gift-pegjs 1.0.2 (npm): the fields trueFeedback and falseFeedback.
#
# Expected: Moodle's GIFT documentation says of {TRUE#first#second} that the first feedback is shown for a wrong
# answer and the second for a right one. So for a TRUE question, `first` belongs to students who answer False, and
# a field named falseFeedback should hold it.
# Seen: trueFeedback always holds the first text and falseFeedback the second, whether the key is TRUE or FALSE.
# The names fit FALSE questions only; for TRUE questions they are the wrong way round.
# Meaning: read them as "if wrong" and "if right". Showing trueFeedback to those who answered True tells every
# student with the right answer to a TRUE question that they are wrong.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" gift-pegjs@1.0.2 >"$folder/log" 2>&1 ||
  { cat "$folder/log"; exit 1; }
cat > probe.mjs <<'PROBE'
import { parse } from 'gift-pegjs';
for (const key of ['TRUE', 'FALSE']) {
  const [question] = parse(`::Water:: Water boils at sea level at 212 F. {${key}#if wrong#if right}`);
  console.log(key, question.trueFeedback.text, '/', question.falseFeedback.text);
}
PROBE
seen=$(node probe.mjs)
expected=$'TRUE if wrong / if right\nFALSE if wrong / if right'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: gift-pegjs calls the feedback for a wrong answer trueFeedback, even when the key is TRUE"
