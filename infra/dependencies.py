"""The dependencies that ship: the locked ones, without what Lambda never reads."""

from __future__ import annotations

import gzip
import hashlib
import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from infra import bytecode

ROOT = Path(__file__).resolve().parents[1]

OPERATIONS = {
    "cognito-idp": (
        "AdminCreateUser",
        "AdminDeleteUser",
        "AdminDisableUser",
        "AdminEnableUser",
        "AdminGetUser",
        "AdminUserGlobalSignOut",
        "ListUsers",
    ),
    "dynamodb": (
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "TransactWriteItems",
        "UpdateItem",
    ),
    "s3": (
        "CreateBucket",  # botocore looks at it when it signs an upload form
        "DeleteObject",
        "GetObject",
        "HeadBucket",  # botocore asks where a bucket is that S3 redirects it from
        "HeadObject",
        "ListObjectsV2",
        "PutObject",
    ),
    "ses": ("GetSendQuota", "SendRawEmail"),
    "sqs": (
        "DeleteMessage",
        "GetQueueAttributes",
        "ReceiveMessage",
        "SendMessage",
        "SendMessageBatch",
    ),
}
"""The calls of `chalicelib`, by service. botocore describes 400 services in 25 MB; these take a
tenth of one.
"""

ENDPOINTS = ("cognito-idp", "dynamodb", "email", "s3", "sqs", "sts")
"""The same by the names of their addresses, and the service that issues credentials."""

POWERTOOLS = ("jmespath_utils", "typing")
"""The parts of the utilities that logs and metrics use."""

NAMES_OF_PYDANTIC_1 = (
    "class_validators",
    "datetime_parse",
    "decorator",
    "env_settings",
    "error_wrappers",
    "generics",
    "json",
    "parse",
    "schema",
    "tools",
    "typing",
    "utils",
    "validators",
)
"""Modules that only say where a name has gone."""

NEEDLESS = (
    "*.dist-info/[!M]*",  # METADATA stays: libraries ask for their own version
    "bin",
    "pydantic/v1",
    "tzdata/zoneinfo/*.tab",  # zones are found by name, never by country
    "tzdata/zoneinfo/*.zi",  # the sources that the zones were compiled from
    "tzdata/zoneinfo/leapseconds",
    "urllib3/contrib/emscripten",  # for Python in a browser
    "urllib3/contrib/pyopenssl.py",  # botocore falls back to Python's own ssl
    "urllib3/contrib/socks.py",  # for proxies of a kind that Lambda has not
    "aws_lambda_powertools/event_handler",
    "pydantic/experimental",
    "pydantic/color.*",
    "aws_lambda_powertools/metrics/provider/datadog",
    "dateutil/rrule.*",  # recurring dates; botocore reads single ones
    "dateutil/easter.*",
    "dateutil/tz/win.*",  # the registry of Windows
    "pydantic/mypy.*",
    "cffi",  # cryptography needs only its compiled half, _cffi_backend
    "pycparser",
    "cryptography/fernet.*",  # tokens are signed with keys of RSA, and nothing is encrypted
    "cryptography/hazmat/asn1",
    "cryptography/hazmat/primitives/serialization/pkcs*",
    "cryptography/hazmat/primitives/twofactor",
    "cryptography/hazmat/primitives/kdf",
    "cryptography/hazmat/primitives/hpke.*",
    "cryptography/hazmat/backends/openssl",  # nobody chooses a backend any more
    "cryptography/hazmat/bindings/openssl",  # for pyOpenSSL, which does not ship
    "pydantic/deprecated",  # names of pydantic 1, which warn their callers
    *(f"pydantic/{name}.*" for name in NAMES_OF_PYDANTIC_1),
    "dateutil/zoneinfo",  # tzdata is the one source of time zones
    "urllib3/http2/connection.*",  # needs a library that does not ship
    "jwt/help.*",  # for reports of bugs
    "ulid/__main__.*",
    "markupsafe/*.c",
    "jinja2/sandbox.*",  # all templates are ours
    "jinja2/nativetypes.*",
    "jinja2/meta.*",
    "cryptography/x509/ocsp.*",  # no certificate is checked by us
    "annotated_types/test_cases.*",
    "botocore/crt/auth.*",  # needs a library that does not ship
    "botocore/stub.*",  # for tests
    "botocore/data/dynamodb/2011-12-05",
    "botocore/data/*/*/examples-1.json*",
    "botocore/data/*/*/paginators-*",  # pages are turned by hand
    "botocore/data/*/*/waiters-*",
    "**/tests",
    "**/*.pyi",
    "**/py.typed",
    "**/__pycache__",
)

LAMBDA_IS_LINUX = ("Linux", "x86_64")


def dependencies(out: Path) -> Path:
    """Install the locked dependencies into a folder under `out`, once for each lock."""
    here = (platform.system(), platform.machine())
    wanted = f"{_digest_of_lock()}-{sys.version_info.major}.{sys.version_info.minor}-{here[0]}"
    ready = out / f"dependencies-{wanted}"
    if not ready.exists():
        _forget_earlier(out)
        unfinished = out / "dependencies-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        _install(unfinished)
        _strip(unfinished)
        _shorten_metadata(unfinished)
        bytecode.leave_only_bytecode(unfinished, unfinished, optimize=2)
        unfinished.rename(ready)
    return ready


def _digest_of_lock() -> str:
    code = (Path(__file__), Path(bytecode.__file__))
    deciding = [ROOT / "requirements.txt", ROOT / "requirements.lock", *code]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in deciding)).hexdigest()[:12]


def _forget_earlier(out: Path) -> None:
    for earlier in out.glob("dependencies-*"):
        shutil.rmtree(earlier)


def _install(target: Path) -> None:
    """Let pip choose wheels for Lambda.

    On another system than Lambda's (a Mac) the wheels are that system's, so that the local cloud
    can run them; `plumb deploy` refuses to bring such a package to AWS.
    """
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wheels = ["--only-binary=:all:", "--target", str(target)]
    what = ["--requirement", "requirements.txt", "--constraint", "requirements.lock"]
    subprocess.run([*pip, *wheels, *wheels_of_lambda(), *what], cwd=ROOT, check=True)


def wheels_of_lambda() -> list[str]:
    """Return pip's options for wheels that run on Lambda; none on a system unlike Lambda's."""
    if (platform.system(), platform.machine()) != LAMBDA_IS_LINUX:
        return []
    glibcs = range(17, 27 if sys.version_info < (3, 12) else 35)
    tags = [f"manylinux_2_{glibc}_x86_64" for glibc in glibcs] + ["manylinux2014_x86_64"]
    return [option for tag in tags for option in ("--platform", tag)]


def _strip(tree: Path) -> None:
    for pattern in NEEDLESS:
        for path in list(tree.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    _keep_only(tuple(OPERATIONS), tree / "botocore" / "data")
    _shorten_descriptions(tree / "botocore" / "data")
    _keep_only(POWERTOOLS, tree / "aws_lambda_powertools" / "utilities")


def _keep_only(names: tuple[str, ...], folder: Path) -> None:
    for inside in folder.iterdir():
        if inside.is_dir() and inside.name not in names:
            shutil.rmtree(inside)


def _shorten_descriptions(data: Path) -> None:
    """Leave only what is called, without what is written for people.

    All of it is parsed by every cold start before the first call: an eighth of its instructions.
    """
    for service, operations in OPERATIONS.items():
        for packed in data.glob(f"{service}/*/*.json.gz"):
            described = json.loads(gzip.decompress(packed.read_bytes()))
            if "operations" in described:
                described = _strip_documentation(only_called(described, operations))
            packed.with_suffix("").write_text(json.dumps(described))  # the zip packs it again
            packed.unlink()
    endpoints = data / "endpoints.json"
    known = json.loads(endpoints.read_text())
    for partition in known["partitions"]:
        services = partition["services"].items()
        partition["services"] = {name: each for name, each in services if name in ENDPOINTS}
    endpoints.write_text(json.dumps(known))


def only_called(described: dict[str, Any], operations: Collection[str]) -> dict[str, Any]:
    """Return a service's description with only these operations, and the shapes that they need."""
    kept = {name: described["operations"][name] for name in operations}
    shapes: dict[str, Any] = {}
    found = [*_shapes_in(kept)]
    while found:
        name = found.pop()
        if name not in shapes:
            shapes[name] = described["shapes"][name]
            found += _shapes_in(shapes[name])
    return {**described, "operations": kept, "shapes": dict(sorted(shapes.items()))}


def _shapes_in(described: Any) -> Iterator[str]:
    """Name the shapes that a description refers to."""
    if isinstance(described, list):
        for each in described:
            yield from _shapes_in(each)
    elif isinstance(described, dict):
        if isinstance(described.get("shape"), str):
            yield described["shape"]
        for each in described.values():
            yield from _shapes_in(each)


def _strip_documentation(described: Any) -> Any:
    """Empty every documentation text.

    A member that is called so is an object, and stays; botocore insists on some of the texts being
    there at all (for S3's client parameters).
    """
    if isinstance(described, list):
        return [_strip_documentation(each) for each in described]
    if not isinstance(described, dict):
        return described
    return {
        name: ""
        if name == "documentation" and isinstance(each, str)
        else _strip_documentation(each)
        for name, each in described.items()
    }


def _shorten_metadata(tree: Path) -> None:
    """Cut the read-me off each library's METADATA; name and version stand above it."""
    for metadata in tree.glob("*.dist-info/METADATA"):
        metadata.write_text(metadata.read_text().partition("\n\n")[0] + "\n")
