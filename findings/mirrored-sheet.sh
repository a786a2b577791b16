#!/usr/bin/env bash
# zxing-cpp 3.1.1, segno 1.6.6 (PyPI); jsqr 1.4.0, @undecaf/zbar-wasm 0.11.0 (npm): the code of a mirrored page.
#
# Expected: QR allows mirrored symbols (ISO/IEC 18004), so all readers give the text. One would expect them to say
# that the page is mirrored, or at least to report corners that no turn of the page can explain.
# Seen: zxing-cpp and jsQR report the corners of a mirrored code exactly as those of the same code turned by a
# quarter, 90 degrees clockwise; the result has no word for "mirrored". Only in zbar's points does the mirror show:
# they run around the code the other way (and its orientation says upright).
# Meaning: an answer sheet scanned through the back of the paper, or flipped by a scanner's setting, passes for one
# scanned sideways, and its bubbles are read from the wrong columns. Print a mark outside the code that a mirror
# moves.
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
from PIL import Image, ImageOps

segno.make("SHEET-07:30417", micro=False).save("upright.png", scale=6)
upright = Image.open("upright.png").convert("RGB")
pages = {"upright": upright, "turned": upright.rotate(-90), "mirrored": ImageOps.mirror(upright)}
corners = {}
for name, page in pages.items():
    page.save(f"{name}.png")
    (code,) = zxingcpp.read_barcodes(page)
    assert code.text == "SHEET-07:30417", code.text
    corners[name] = (str(code.position), code.orientation)
print("zxing-cpp: mirrored is turned:", corners["mirrored"] == corners["turned"] != corners["upright"])
PROBE
cat > probe.mjs <<'PROBE'
import fs from 'node:fs';
import pngjs from 'pngjs';
import jsqr from 'jsqr';
import { scanImageData } from '@undecaf/zbar-wasm';

const jsQR = jsqr.default ?? jsqr;
const corners = {};
const winding = {};
for (const name of ['upright', 'turned', 'mirrored']) {
  const page = pngjs.PNG.sync.read(fs.readFileSync(`${name}.png`));
  const data = new Uint8ClampedArray(page.data);
  const code = jsQR(data, page.width, page.height);
  const names = ['topLeftCorner', 'topRightCorner', 'bottomRightCorner', 'bottomLeftCorner'];
  corners[name] = names.map((each) => `${Math.round(code.location[each].x)},${Math.round(code.location[each].y)}`).join(' ');
  const [symbol] = await scanImageData({ data, width: page.width, height: page.height });
  if (code.data !== 'SHEET-07:30417' || symbol.decode() !== code.data) throw new Error('not read');
  const at = symbol.points;
  let area = 0;
  at.forEach((point, i) => {
    const next = at[(i + 1) % at.length];
    area += point.x * next.y - next.x * point.y;
  });
  winding[name] = Math.sign(area);
}
console.log('jsQR: mirrored is turned:', corners.mirrored === corners.turned && corners.turned !== corners.upright);
console.log('zbar: direction', winding.upright, winding.turned, winding.mirrored);
PROBE
seen=$(venv/bin/python probe.py && node probe.mjs)
expected='zxing-cpp: mirrored is turned: True
jsQR: mirrored is turned: true
zbar: direction -1 -1 1'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: zxing-cpp and jsQR report a mirrored code as one turned by a quarter; only zbar's points tell"
