# What docs/tutorial.md asks the local stack with: `source docs/examples/tutorial.sh`, in bash or zsh.

# pick PLACE: one value of an answer; PLACE is like `state` or `items.0.id`
pick() {
  .venv/bin/python -c '
import json, sys
answer = found = json.load(sys.stdin)
try:
    for step in sys.argv[1].split("."):
        found = found[int(step) if step.isdigit() else step]
except (KeyError, IndexError):
    sys.exit(f"There is no {sys.argv[1]} in the answer: {answer}")
print(found)' "$1"
}

# show PLACE ...: these values of an answer, or of each line of a list
show() {
  .venv/bin/python -c '
import json, sys
from functools import reduce
answer = json.load(sys.stdin)
try:
    for each in answer["items"] if "next" in answer else [answer]:
        taken = {place: reduce(lambda part, step: part[step], place.split("."), each) for place in sys.argv[1:]}
        print(json.dumps(taken, ensure_ascii=False))
except KeyError as missing:
    sys.exit(f"There is no {missing} in the answer: {answer}")' "$@"
}

# id_of TEXT: the id of the first in a list whose name or title has the text
id_of() {
  .venv/bin/python -c '
import json, sys
named = ((each.get("title") or each.get("name") or each.get("prompt"), each["id"]) for each in json.load(sys.stdin)["items"])
print(next(id for name, id in named if sys.argv[1] in name))' "$1"
}

# version ADDRESS: what If-Match wants, the ETag of the thing as it is now
version() { admin "$1" -o /dev/null -D - | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }'; }

# admin, teacher, member: curl as this person; they sign in for an hour
call() { curl -sS -H "Authorization: Bearer $1" -H "Content-Type: application/json" "${@:2}" && echo; }
admin() { call "$ADMIN" "$@"; }
teacher() { call "$TEACHER" "$@"; }
member() { call "$MEMBER" "$@"; }

API=$(.venv/bin/plumb status --json | pick api)
ADMIN=$(.venv/bin/plumb token esme.oakhurst)
TEACHER=$(.venv/bin/plumb token isolde.calloway)
MEMBER=$(.venv/bin/plumb token saskia.quarrington)
echo "$API"
