#!/usr/bin/env bash
# python-ulid 4.1.0 (PyPI): ULID.from_timestamp.
#
# Expected: Python's own timestamps are seconds, whether int or float (time.time(), datetime.fromtimestamp(), which
# take 1700000000 and 1700000000.0 for the same moment).
# Seen: a float is taken for seconds and an int for milliseconds. The docstring says so, but nothing is raised:
# int(time.time()) gives an identifier of January 1970, which is valid and sorts before all of today's.
# Meaning: rows whose key is made from a whole second (such as iat and exp of a token) turn up at the far end of
# "newest first". Pass float seconds, or use from_datetime.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-ulid==4.1.0 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
seen=$("$folder/venv/bin/python" -c '
from ulid import ULID
for moment in (1700000000.0, 1700000000):
    print(type(moment).__name__, ULID.from_timestamp(moment).datetime.date())')
expected='float 2023-11-14
int 1970-01-20'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: python-ulid takes an int for milliseconds and a float for seconds"
