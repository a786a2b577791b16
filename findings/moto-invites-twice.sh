#!/usr/bin/env bash
# moto 5.2.5 (PyPI): AdminCreateUser with MessageAction=RESEND in Cognito.
#
# Expected: the API reference says that RESEND sends the invitation again to a user who already exists, and
# extends how long the account may be claimed. The account, its sub and its attributes stay as they are.
# Seen: in a pool whose sign-in name is the e-mail address, moto adds a second user with the same address, a new sub
# and none of the other attributes. The pool then lists two. For an address that does not exist it says
# UserNotFoundException, as AWS does: it does know that this is a RESEND.
# Meaning: a test that invites a teacher again and then looks the account up by sub, or counts users, fails or
# passes for a reason that AWS does not have. Keep the first sub in tests, or do not resend on moto.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'moto[cognitoidp]==5.2.5' boto3==1.44.5 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
import boto3
from botocore.exceptions import ClientError
from moto import mock_aws


def sub(user):
    return next(each["Value"] for each in user["Attributes"] if each["Name"] == "sub")


with mock_aws():
    keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    cognito = boto3.client("cognito-idp", region_name="us-east-1", **keys)
    pool = cognito.create_user_pool(PoolName="district", UsernameAttributes=["email"])["UserPool"]["Id"]
    teacher = {"UserPoolId": pool, "Username": "lee@school.example"}
    attributes = [{"Name": "email", "Value": "lee@school.example"}, {"Name": "name", "Value": "Pat Lee"}]
    first = cognito.admin_create_user(**teacher, UserAttributes=attributes)["User"]
    again = cognito.admin_create_user(**teacher, MessageAction="RESEND")["User"]
    users = cognito.list_users(UserPoolId=pool)["Users"]
    print("same sub:", sub(first) == sub(again), "users:", len(users))
    try:
        cognito.admin_create_user(UserPoolId=pool, Username="kim@school.example", MessageAction="RESEND")
    except ClientError as error:
        print("unknown:", error.response["Error"]["Code"])
PROBE
cd "$folder"
seen=$(env -u AWS_ENDPOINT_URL "$folder/venv/bin/python" "$folder/probe.py")
expected='same sub: False users: 2
unknown: UserNotFoundException'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: moto makes a second user with a new sub where RESEND should only send the invitation again"
