#!/usr/bin/env bash
# botocore 1.44.5 (PyPI): the User-Agent header of each call.
#
# Expected: a client's User-Agent is the same for all its calls, so it is composed once, when the client is made.
# Seen: it is composed anew for every call, and every part of it twice (`if comp.to_string()` beside `comp.to_string()`,
# useragent.py), each part character by character: a third of the Python function calls of a DynamoDB GetItem
# go into one header. With a name of one's own (Config(user_agent=...)) none do.
# Meaning: a Lambda function that asks DynamoDB once per request spends about a quarter of its instructions on saying
# who it is. Give the client a name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check botocore==1.44.5 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
seen=$(AWS_EC2_METADATA_DISABLED=true "$folder/venv/bin/python" -c '
import io, sys
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders
from botocore.config import Config
from botocore.session import get_session


class Raw(io.BytesIO):
    def stream(self, **_):
        yield self.getvalue()


def answer(request, **_):
    headers = HTTPHeaders()
    headers["Content-Type"] = "application/x-amz-json-1.0"
    return AWSResponse(request.url, 200, headers, Raw(b"{}"))


def share_of_naming(**named):
    session = get_session()
    session.set_credentials("AKIDEXAMPLE", "example")
    client = session.create_client("dynamodb", region_name="us-east-1", config=Config(**named))
    client.meta.events.register("before-send", answer)
    ask = lambda: client.get_item(TableName="t", Key={"id": {"S": "1"}})
    ask()
    calls = [0, 0]

    def count(frame, event, _):
        if event == "call":
            calls[0] += 1
            calls[1] += "useragent" in frame.f_code.co_filename

    sys.setprofile(count)
    ask()
    sys.setprofile(None)
    return 100 * calls[1] // calls[0]


print(share_of_naming() >= 30, share_of_naming(user_agent="ours/1.0") <= 1)')
if [ "$seen" != "True True" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: botocore composes its User-Agent anew for every call, a third of its function calls"
