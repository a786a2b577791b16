#!/usr/bin/env bash
# openapi-python-client 0.29.1 (PyPI): an object with a property called D, such as a form, a vitamin or a diameter.
#
# Expected: a model whose from_dict reads C, D and E, as it reads properties of any other name. The generator knows
# names that are taken: it writes field_ before Python's own.
# Seen: from_dict keeps what it still has to read in a variable `d`, and puts the value of D there. Whatever comes
# after D in the document cannot be read: AttributeError, when the object has D and when it has not. The generator
# warns of nothing, with --fail-on-warning too.
# Meaning: every answer with such an object raises in the client. Describe the letters as keys
# (`additionalProperties`), or name the properties otherwise.
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
  "info": {"title": "vitamins", "version": "1"},
  "paths": {"/doses": {"get": {"operationId": "read_doses", "responses": {"200": {"description": "found",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Doses"}}}}}}}},
  "components": {"schemas": {"Doses": {"type": "object", "properties": {
    "C": {"type": "integer"}, "D": {"type": "integer"}, "E": {"type": "integer"}}}}}
}
DOCUMENT
PATH="$folder/venv/bin:$PATH" openapi-python-client generate \
  --path openapi.json --meta none --output-path vitamins --fail-on-warning >log 2>&1 || { cat log; exit 1; }
seen=$(venv/bin/python - <<'PROBE'
from vitamins.models import Doses

for given in ({"C": 1, "D": 2, "E": 3}, {"C": 1, "E": 3}):
    try:
        print(Doses.from_dict(given).to_dict() == given)
    except Exception as error:
        print(type(error).__name__)
PROBE
)
if [ "$seen" != $'AttributeError\nAttributeError' ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: openapi-python-client's models raise AttributeError when an object has a property D before another"
