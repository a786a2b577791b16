"""S3: one bucket's worth of what we use, strongly consistent as S3 is."""

from __future__ import annotations

import hashlib
import io
import json
import re
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import quote, urlencode

from simulator.client import Params, StandIn, operation
from simulator.clock import SimulatedClock


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An object."""

    body: bytes
    kind: str
    metadata: dict[str, str] = field(default_factory=dict)
    at: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def fingerprint(self) -> int:
        return hash((self.body, self.kind, tuple(self.metadata.items()), self.at))

    @property
    def etag(self) -> str:
        return f'"{hashlib.md5(self.body, usedforsecurity=False).hexdigest()}"'

    def head(self) -> dict[str, Any]:
        return {
            "ContentLength": len(self.body),
            "ContentType": self.kind,
            "ETag": self.etag,
            "Metadata": dict(self.metadata),
            "LastModified": self.at,
        }


class FileBody(io.BytesIO):
    """The body that `get_object` streams. It knows the calls that botocore's StreamingBody adds."""

    def iter_chunks(self, chunk_size: int = 1024) -> Any:
        return iter(lambda: self.read(chunk_size), b"")


class SimulatedFiles(StandIn):
    """An S3 client. Buckets exist as soon as they are named."""

    service: ClassVar[str] = "s3"

    def __init__(self, clock: SimulatedClock) -> None:
        super().__init__()
        self.clock = clock
        self.objects: dict[tuple[str, str], StoredFile] = {}

    def fingerprint(self) -> int:
        """Return a number that buckets with the same objects have in common, in this process."""
        return hash(frozenset((place, each.fingerprint()) for place, each in self.objects.items()))

    @operation
    def put_object(self, params: Params) -> dict[str, Any]:
        place = (params["Bucket"], params["Key"])
        if params.get("IfNoneMatch") == "*" and place in self.objects:
            self.refuse("PreconditionFailed", "At least one of the pre-conditions did not hold")
        body = params.get("Body", b"")
        if hasattr(body, "seek"):
            body.seek(0)  # as botocore does before it sends again
        content = body.read() if hasattr(body, "read") else bytes(body)
        kind = params.get("ContentType", "binary/octet-stream")
        self.objects[place] = StoredFile(
            content, kind, params.get("Metadata", {}), self.clock.now()
        )
        return {"ETag": self.objects[place].etag}

    @operation
    def get_object(self, params: Params) -> dict[str, Any]:
        stored = self._find_object(params, "NoSuchKey", "The specified key does not exist.")
        return {**stored.head(), "Body": FileBody(_part(stored.body, params.get("Range")))}

    @operation
    def head_object(self, params: Params) -> dict[str, Any]:
        return self._find_object(params, "404", "Not Found").head()

    @operation
    def delete_object(self, params: Params) -> dict[str, Any]:
        self.objects.pop((params["Bucket"], params["Key"]), None)
        return {}

    @operation
    def list_objects_v2(self, params: Params) -> dict[str, Any]:
        prefix = params.get("Prefix", "")
        found = sorted(
            key
            for bucket, key in self.objects
            if bucket == params["Bucket"] and key.startswith(prefix)
        )
        contents = [
            {"Key": key, "Size": len(self.objects[params["Bucket"], key].body)} for key in found
        ]
        return {"Contents": contents, "KeyCount": len(contents), "IsTruncated": False}

    def generate_presigned_post(self, **asked: Any) -> dict[str, Any]:
        """Signed here, as in boto3: no call. Takes Bucket, Key, Fields, Conditions, ExpiresIn."""
        place = {"bucket": asked["Bucket"]}, {"key": asked["Key"]}
        expires = self.clock.now() + timedelta(seconds=asked.get("ExpiresIn", 3600))
        policy = {
            "expiration": expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "conditions": [*asked.get("Conditions", []), *place],
        }
        signed = {
            "key": asked["Key"],
            "policy": b64encode(json.dumps(policy).encode()).decode(),
            "x-amz-signature": "made-up",
        }
        url = f"https://{asked['Bucket']}.s3.amazonaws.com/"
        return {"url": url, "fields": {**asked.get("Fields", {}), **signed}}

    def generate_presigned_url(self, method: str, Params: Params, **_: Any) -> str:  # noqa: N803
        """Signed here, as in boto3: no call."""
        answered = {
            re.sub("(?<=[a-z])(?=[A-Z])", "-", name).lower(): value
            for name, value in Params.items()
            if name.startswith("Response")
        }
        query = urlencode({**answered, "signed": method}, quote_via=quote)
        return f"https://{Params['Bucket']}.s3.amazonaws.com/{Params['Key']}?{query}"

    def _find_object(self, params: Params, code: str, message: str) -> StoredFile:
        stored = self.objects.get((params["Bucket"], params["Key"]))
        if stored is None:
            raise self.refusal(code, message)
        return stored


def _part(body: bytes, asked: str | None) -> bytes:
    """`bytes=0-99` and `bytes=100-`"""
    if asked is None:
        return body
    first, _, last = asked.removeprefix("bytes=").partition("-")
    return body[int(first) : int(last) + 1 if last else None]
