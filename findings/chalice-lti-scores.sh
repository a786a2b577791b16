#!/usr/bin/env bash
# chalice 1.34.0 (PyPI): a route for the scores of LTI Assignment and Grade Services.
#
# Expected: AGS 2.0 sends a score as application/vnd.ims.lis.v1.score+json, that is JSON by its suffix +json
# (RFC 6839). A route takes it once its content_types list it, and one would expect json_body to follow that list.
# Seen: the request is accepted, but json_body is None, and only raw_body holds the score. Chalice's documentation
# does limit json_body to application/json; by RFC 9110 that name ignores case, but "Application/JSON" gives None,
# too. A charset parameter is no problem.
# Meaning: `if body and body["scoreGiven"]` quietly drops every score with a 200. Read raw_body for the media types
# of AGS (scores, line items, results, and their containers).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check chalice==1.34.0 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import json

from chalice import Chalice
from chalice.test import Client

SCORE = "application/vnd.ims.lis.v1.score+json"
app = Chalice("scores")


@app.route("/scores", methods=["POST"], content_types=[SCORE, "application/json"])
def scores():
    request = app.current_request
    return {"parsed": request.json_body, "raw": json.loads(request.raw_body)}


with Client(app) as client:
    for kind in (SCORE, "application/json; charset=utf-8", "Application/JSON"):
        answer = client.http.post("/scores", headers={"Content-Type": kind}, body=b'{"scoreGiven": 3}')
        print(kind, answer.status_code, *answer.json_body.values())
PROBE
cd "$folder"
seen=$("$folder/venv/bin/python" "$folder/probe.py")
expected="application/vnd.ims.lis.v1.score+json 200 None {'scoreGiven': 3}
application/json; charset=utf-8 200 {'scoreGiven': 3} {'scoreGiven': 3}
Application/JSON 200 None {'scoreGiven': 3}"
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: Chalice's json_body is None for the media types of LTI scores"
