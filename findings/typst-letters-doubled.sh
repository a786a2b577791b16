#!/usr/bin/env bash
# typst 0.15.2, pypdf 7.1.0, pypdfium2 5.15.2 (PyPI): names with a letter that takes two glyphs.
#
# Expected: the text of a PDF is the text that was typeset. Navajo has letters with an ogonek and an acute
# (written here as the letter U+0105 or U+0119 and the combining U+0301); what the font draws as two glyphs is still
# one letter.
# Seen: the page looks right, but both readers find such letters twice. For the second letter, pypdf even finds the
# page's first one after it.
# Meaning: a name on a score report looks right but is searched, copied and read aloud wrong. Compare the extracted
# text of names with what was typeset.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  typst==0.15.2 pypdf==7.1.0 pypdfium2==5.15.2 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import io

import pypdf
import pypdfium2
import typst

page = "#set page(width: 300pt, height: 60pt)\n#set text(lang: \"nv\")\nA\u0105\u0301 E\u0119\u0301 Zoe\u0301"
pdf = typst.compile(page.encode())
print(ascii(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().strip()))
print(ascii(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded().strip()))
PROBE
seen=$("$folder/venv/bin/python" "$folder/probe.py")
expected="'A\\u0105\\u0301\\u0105\\u0301 E\\u0119\\u0301\\u0105\\u0301 Zoe\\u0301'
'A\\u0105\\u0301\\u0105\\u0301 E\\u0119\\u0301\\u0119\\u0301 Zoe\\u0301'"
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: Typst's PDFs hold letters of two glyphs twice"
