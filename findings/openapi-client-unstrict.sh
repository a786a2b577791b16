#!/usr/bin/env bash
# openapi-python-client 0.29.1 (PyPI), with ruff 0.17.6, which its requirement ruff>=0.2 admits.
#
# Expected: a client that passes `mypy --strict`, as the generator promises typed code, whichever ruff tidies it.
# Seen: the generator lets `ruff check --fix-only` rewrite its own client.py. Ruff's default rules of today make
# `*args: object` of `*args: Any`, which is then handed to httpx's __exit__: errors in every client, whatever the
# document. With ruff 0.14.0 there are none.
# Meaning: the same generator and document pass or fail with the ruff that pip finds. Pin ruff, or give
# `post_hooks` with rules of your own (`ruff check . --fix-only --select=I,F401`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > openapi.json <<'DOCUMENT'
{
  "openapi": "3.1.0",
  "info": {"title": "bell", "version": "1"},
  "paths": {"/bell": {"post": {"operationId": "ring", "responses": {"204": {"description": "rung"}}}}}
}
DOCUMENT
python3 -m venv venv
seen=""
for ruff in 0.14.0 0.17.6; do
  venv/bin/pip install --quiet --disable-pip-version-check \
    openapi-python-client==0.29.1 "ruff==$ruff" mypy==2.4.1 2>log || { cat log; exit 1; }
  PATH="$folder/venv/bin:$PATH" openapi-python-client generate \
    --path openapi.json --meta none --output-path bell --overwrite >log 2>&1 || { cat log; exit 1; }
  venv/bin/mypy --strict bell >log 2>&1 && seen+="$ruff passes; " || seen+="$ruff: $(grep -c __exit__ log || true) in __exit__; "
done
if [[ "$seen" != "0.14.0 passes; 0.17.6: "[1-9]*" in __exit__; " ]]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: with ruff 0.17.6 a fresh client of openapi-python-client fails mypy --strict, with ruff 0.14.0 it passes"
