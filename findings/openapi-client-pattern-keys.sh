#!/usr/bin/env bash
# openapi-python-client 0.29.1 (PyPI): an object whose keys are described by a pattern (`patternProperties`).
#
# Expected: OpenAPI 3.1 is JSON Schema 2020-12, where `patternProperties` says what keys of a form hold, and
# `additionalProperties: false` that there are no others. The generator takes 3.1; what it cannot carry out it says in
# a warning.
# Seen: without a warning it makes a class without a field. from_dict forgets everything it is given, and to_dict
# sends {}. Without `additionalProperties: false` the entries are kept, but untyped.
# Meaning: pydantic writes such schemas for dicts whose keys have a pattern. A client made of them drops what people
# entered, in both directions. Write `propertyNames` and `additionalProperties` instead, which say the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openapi-python-client==0.29.1 ruff==0.14.0 2>log ||
  { cat log; exit 1; }
cat > openapi.json <<'DOCUMENT'
{
  "openapi": "3.1.0",
  "info": {"title": "keys", "version": "1"},
  "paths": {"/keys": {"get": {"operationId": "read_keys", "responses": {"200": {"description": "found",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Keys"}}}}}}}},
  "components": {"schemas": {"Keys": {"type": "object", "additionalProperties": false,
    "patternProperties": {"^[A-E]$": {"type": "array", "items": {"type": "string"}}}}}}
}
DOCUMENT
PATH="$folder/venv/bin:$PATH" openapi-python-client generate \
  --path openapi.json --meta none --output-path forms --fail-on-warning >log 2>&1 || { cat log; exit 1; }
seen=$(venv/bin/python -c "
from forms.models import Keys
print(Keys.from_dict({'A': ['true'], 'B': ['false']}).to_dict())")
if [ "$seen" != "{}" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: openapi-python-client forgets, without a warning, everything in an object with patternProperties alone"
