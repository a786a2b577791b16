#!/usr/bin/env bash
# botocore 1.44.5 (PyPI): what operation an upload form for a browser counts as.
#
# Expected: generate_presigned_post is about the object that the form uploads; whoever listens to a client's calls
# (`provide-client-params.s3.*`) hears PutObject, or nothing.
# Seen: it hears CreateBucket, with the bucket's name and no key. botocore takes the address of that operation, because
# it is written as a form's address has to be.
# Meaning: an audit that listens to the client reports that a bucket is created whenever somebody attaches a file, and
# a description of S3 that was cut to the operations which a program calls needs CreateBucket all the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check botocore==1.44.5 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
seen=$(AWS_EC2_METADATA_DISABLED=true "$folder/venv/bin/python" -c '
from botocore.session import get_session

session = get_session()
session.set_credentials("AKIDEXAMPLE", "example")
client = session.create_client("s3", region_name="us-east-1")
heard = []
client.meta.events.register(
    "provide-client-params.s3.*", lambda event_name, params, **_: heard.append((event_name, dict(params)))
)
client.generate_presigned_post("files", "attachments/unit-4.pdf", ExpiresIn=300)
form = list(heard)
client.generate_presigned_url("put_object", Params={"Bucket": "files", "Key": "attachments/unit-4.pdf"})
print(form, heard[-1][0])')
if [ "$seen" != "[('provide-client-params.s3.CreateBucket', {'Bucket': 'files'})] provide-client-params.s3.PutObject" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: botocore signs an upload form as CreateBucket, without the key"
