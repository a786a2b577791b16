#!/usr/bin/env bash
# schemathesis 4.32.5 (PyPI): a text longer than `maxLength`, answered with 413, which the document declares.
#
# Expected: negative_data_rejection finds requests that break the schema and are accepted. 413 (Content Too Large,
# RFC 9110) is a refusal, and here the very refusal that the document declares.
# Seen: "Schema-violating request accepted". Its list of refusals has 400, 401, 403, 404, 405, 406, 409, 415, 422, 428, 429
# and every 5xx, so that a crash counts as a refusal, and 413 and 412 do not.
# Meaning: an API that says "too large" fails the check, and one that answers 500 passes it. Give
# `expected-statuses` in schemathesis.toml.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check schemathesis==4.32.5 2>log || { cat log; exit 1; }
cat > server.py <<'SERVER'
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

LARGE = int(sys.argv[1])
TEXT = {"type": "string", "minLength": 1, "maxLength": 100}
BODY = {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {"text": TEXT}}
ANSWERS = {status: {"description": status} for status in ("204", "413", "422", "500")}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "notes", "version": "1"},
    "paths": {
        "/notes": {
            "post": {
                "operationId": "add_note",
                "requestBody": {"required": True, "content": {"application/json": {"schema": BODY}}},
                "responses": ANSWERS,
            }
        }
    },
}


class Notes(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(200, json.dumps(DOCUMENT).encode())

    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            note = json.loads(raw)
        except ValueError:
            return self.answer(422)
        text = note.get("text") if isinstance(note, dict) and set(note) == {"text"} else None
        if not isinstance(text, str) or not text:
            return self.answer(422)
        return self.answer(204 if len(text) <= 100 else LARGE)

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Notes)
print(server.server_port, flush=True)
server.serve_forever()
SERVER
seen=""
for large in 413 422 500; do
  rm -f port
  venv/bin/python server.py "$large" >port &
  server=$!
  until [ -s port ]; do sleep 0.1; done
  url="http://127.0.0.1:$(cat port)"
  venv/bin/schemathesis run "$url/openapi.json" --url "$url" --checks negative_data_rejection --phases coverage \
    --generation-database none --no-color >log 2>&1 && seen+="$large passes; " || seen+="$large fails; "
  kill "$server"
  wait "$server" 2>/dev/null || true
done
if [ "$seen" != "413 fails; 422 passes; 500 passes; " ]; then
  echo "changed: $seen"
  tail -30 log
  exit 1
fi
echo "holds: schemathesis calls a request that is refused with 413 accepted, and one that crashes the server refused"
