#!/usr/bin/env bash
# ministack 1.5.33 (PyPI): a REST API of a template, made from an OpenAPI body with a mock that answers OPTIONS.
#
# Expected: the answers that `x-amazon-apigateway-integration` declares for a mock, headers included, are the answers
# of the API, as on AWS. A browser's preflight needs them.
# Seen: the mock is there, its declared responses are not. OPTIONS is a 200 with `{}` and none of the headers. After
# `put_integration_response` with the very same values the headers come.
# Meaning: a template whose CORS answers live in its OpenAPI body works on AWS and fails in every browser here. Put the
# responses of mocks once more after a deployment.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  ministack==1.5.33 cryptography==50.0.2 boto3==1.43.106 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request

import boto3

FOLDER = sys.argv[1]
ANSWER = {"statusCode": "200", "responseParameters": {"method.response.header.Access-Control-Allow-Origin": "'*'"}}
API = {
    "swagger": "2.0",
    "info": {"title": "scores", "version": "1"},
    "paths": {
        "/scores": {
            "options": {
                "responses": {
                    "200": {"description": "", "headers": {"Access-Control-Allow-Origin": {"type": "string"}}}
                },
                "x-amazon-apigateway-integration": {
                    "type": "mock",
                    "requestTemplates": {"application/json": '{"statusCode": 200}'},
                    "responses": {"default": ANSWER},
                },
            }
        }
    },
}
with socket.socket() as listener:
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
wanted = {"BIND_HOST": "127.0.0.1", "IOT_MTLS_ENABLED": "0", "GATEWAY_PORT": str(port)}
log = open(f"{FOLDER}/log", "a")
process = subprocess.Popen(
    [f"{FOLDER}/venv/bin/ministack"], env={**os.environ, **wanted}, cwd=FOLDER, stdout=log, stderr=log
)
try:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.2)
    gateway, cloudformation = (
        boto3.client(
            service,
            region_name="us-east-1",
            endpoint_url=f"http://127.0.0.1:{port}",
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )
        for service in ("apigateway", "cloudformation")
    )
    template = {"Resources": {"Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Body": API}}}}
    cloudformation.create_stack(StackName="scores", TemplateBody=json.dumps(template))
    cloudformation.get_waiter("stack_create_complete").wait(StackName="scores", WaiterConfig={"Delay": 1})
    (api,) = [each["id"] for each in gateway.get_rest_apis()["items"]]

    def show(when):
        gateway.create_deployment(restApiId=api, stageName="v1")
        url = f"http://127.0.0.1:{port}/restapis/{api}/v1/_user_request_/scores"
        with urllib.request.urlopen(urllib.request.Request(url, method="OPTIONS"), timeout=10) as answer:
            print(when, answer.status, answer.headers["Access-Control-Allow-Origin"])

    show("imported")
    (resource,) = [each["id"] for each in gateway.get_resources(restApiId=api)["items"] if each["path"] == "/scores"]
    gateway.put_integration_response(restApiId=api, resourceId=resource, httpMethod="OPTIONS", **ANSWER)
    show("put again")
finally:
    process.terminate()
    process.wait(20)
PROBE
seen=$(env -u AWS_ENDPOINT_URL "$folder/venv/bin/python" "$folder/probe.py" "$folder")
expected='imported 200 None
put again 200 *'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: an imported mock of ministack answers OPTIONS without the headers that it declares"
