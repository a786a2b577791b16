#!/usr/bin/env bash
# ministack 1.5.33 (PyPI): state that is kept, opened again on another port.
#
# Expected: with PERSIST_STATE=1 queues, functions and event source mappings are all back after a restart, and a
# queue feeds its function as before. On AWS a queue is known by its ARN; its address is only where to call.
# Seen: after a restart on the same GATEWAY_PORT it does. On another one the queue is still listed (at its old
# address), takes messages there, and the mapping says Enabled, but no message is ever delivered: the mapping looks
# for a queue at the address that the new port would give. Creating the queue again makes a second, empty one.
# Meaning: a free port picked at every start, together with kept state, stops all queues without an error. Keep the
# port with the state.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  ministack==1.5.33 cryptography==50.0.2 boto3==1.43.106 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import contextlib
import io
import os
import socket
import subprocess
import sys
import time
import zipfile

import boto3

FOLDER = sys.argv[1]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def cloud(port):
    said = {"BIND_HOST": "127.0.0.1", "IOT_MTLS_ENABLED": "0", "GATEWAY_PORT": str(port)}
    kept = {"PERSIST_STATE": "1", "STATE_DIR": f"{FOLDER}/state"}
    with open(f"{FOLDER}/log", "a") as log:
        command = [f"{FOLDER}/venv/bin/ministack"]
        process = subprocess.Popen(command, env={**os.environ, **said, **kept}, cwd=FOLDER, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            time.sleep(0.2)
        yield lambda service: boto3.client(
            service,
            region_name="us-east-1",
            endpoint_url=f"http://127.0.0.1:{port}",
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )
    finally:
        process.terminate()
        process.wait(20)


def delivered(sqs, address):
    sqs.send_message(QueueUrl=address, MessageBody="a letter")
    deadline = time.monotonic() + 8
    while time.monotonic() < deadline:
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        counts = sqs.get_queue_attributes(QueueUrl=address, AttributeNames=names)["Attributes"]
        if set(counts.values()) == {"0"}:
            return True
        time.sleep(0.25)
    return False


def show(when, client, address):
    (mapping,) = client("lambda").list_event_source_mappings()["EventSourceMappings"]
    print(when, mapping["State"], "delivered:", delivered(client("sqs"), address))


port = free_port()
with cloud(port) as client:
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as package:
        package.writestr("letters.py", "def handle(event, context):\n    return {}\n")
    address = client("sqs").create_queue(QueueName="letters")["QueueUrl"]
    arn = client("sqs").get_queue_attributes(QueueUrl=address, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    client("lambda").create_function(
        FunctionName="letters",
        Runtime=f"python3.{sys.version_info.minor}",
        Role="arn:aws:iam::000000000000:role/letters",
        Handler="letters.handle",
        Code={"ZipFile": code.getvalue()},
    )
    client("lambda").create_event_source_mapping(EventSourceArn=arn, FunctionName="letters")
with cloud(port) as client:
    show("same port", client, address)
with cloud(free_port()) as client:
    show("other port", client, address)
PROBE
seen=$(env -u AWS_ENDPOINT_URL "$folder/venv/bin/python" "$folder/probe.py" "$folder")
expected='same port Enabled delivered: True
other port Enabled delivered: False'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: ministack delivers no queue's messages after a restart on another port"
