#!/usr/bin/env bash
# cronbach 0.6.0 (PyPI): Cronbach's alpha when answers are missing.
#
# Expected: Cronbach's alpha is at most 1; the package's documentation says that it "ranges between negative infinity
# and one". Its confidence interval has the lower end first.
# Seen: six students with four items and six unanswered ones give 2.7083, with an interval from 7.11 to 1.266. By
# default each pair of items uses the students who answered both ("pairwise"). Such covariances need not fit
# together: their sum, taken for the variance of the totals, can even be negative. (pingouin 0.7.0, whose function
# this one descends from, gave the same number; its installation takes too long for this script.)
# Meaning: on sparse answers (make-up tests, forms that share items, students who ran out of time) the default can
# report a reliability that cannot exist, without a warning. Refuse values above 1, or drop incomplete rows with
# nan_policy='listwise'.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cronbach==0.6.0 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import cronbach
import pandas

unanswered = None
ANSWERS = [
    [1, unanswered, unanswered, 0],
    [0, 1, 1, unanswered],
    [unanswered, 1, 1, 0],
    [1, 0, unanswered, 0],
    [0, 1, 1, unanswered],
    [1, 0, 0, 1],
]
frame = pandas.DataFrame(ANSWERS, columns=["i1", "i2", "i3", "i4"], dtype=float)
alpha, (low, high) = cronbach.alpha(frame)
print(f"{alpha:.4f} from {low:.3f} to {high:.3f}, variance of totals {frame.cov().to_numpy().sum():.4f}")
PROBE
seen=$("$folder/venv/bin/python" "$folder/probe.py")
expected='2.7083 from 7.110 to 1.266, variance of totals -1.0667'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: cronbach reports an alpha of 2.71 for sparse answers"
