#!/usr/bin/env bash
# segno 1.6.6, zxing-cpp 3.1.1 (PyPI); jsqr 1.4.0, @undecaf/zbar-wasm 0.11.0 (npm): codes of short student numbers.
#
# Expected: one call of segno.make for each student gives codes of one kind, which every QR reader reads.
# Seen: without micro=False it makes a Micro QR code whenever the text fits (its documentation says "(Micro) QR
# Code"). A five-digit student number becomes M1, which detects errors but corrects none. zxing-cpp reads it; jsQR
# and zbar find no code at all. The same call with a longer text gives a QR code that all three read.
# Meaning: within one batch of sheets some students' codes are of another kind, depending on the length of their
# number, and some apps cannot read those. Say segno.make_qr or micro=False.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check zxing-cpp==3.1.1 segno==1.6.6 pillow==13.0.0 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
npm install --silent --no-audit --no-fund --prefix "$folder" \
  jsqr@1.4.0 @undecaf/zbar-wasm@0.11.0 pngjs@7.0.0 >"$folder/log" 2>&1 ||
  { cat "$folder/log"; exit 1; }
cat > probe.py <<'PROBE'
import segno
import zxingcpp
from PIL import Image

for name, text in (("short", "30417"), ("long", "DISTRICT 9 STUDENT 30417")):
    code = segno.make(text)
    code.save(f"{name}.png", scale=8)
    Image.open(f"{name}.png").convert("RGB").save(f"{name}.png")
    (read,) = zxingcpp.read_barcodes(Image.open(f"{name}.png"))
    print(name, "micro" if code.is_micro else "qr", code.error, "zxing-cpp", read.text == text)
PROBE
cat > probe.mjs <<'PROBE'
import fs from 'node:fs';
import pngjs from 'pngjs';
import jsqr from 'jsqr';
import { scanImageData } from '@undecaf/zbar-wasm';

const jsQR = jsqr.default ?? jsqr;
for (const name of ['short', 'long']) {
  const page = pngjs.PNG.sync.read(fs.readFileSync(`${name}.png`));
  const data = new Uint8ClampedArray(page.data);
  const symbols = await scanImageData({ data, width: page.width, height: page.height });
  console.log(name, 'jsQR', jsQR(data, page.width, page.height) !== null, 'zbar', symbols.length);
}
PROBE
seen=$(venv/bin/python probe.py && node probe.mjs)
expected='short micro None zxing-cpp True
long qr L zxing-cpp True
short jsQR false zbar 0
long jsQR true zbar 1'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: segno.make turns a short student number into a Micro QR code that jsQR and zbar do not read"
