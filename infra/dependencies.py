"""What ships beside our own code: the locked dependencies, without what Lambda never reads."""

from __future__ import annotations

import gzip
import hashlib
import json
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from infra.bytecode import leave_only_bytecode

ROOT = Path(__file__).resolve().parents[1]

SERVICES = ("cognito-idp", "dynamodb", "s3", "ses", "sqs")
"""What `chalicelib` calls; botocore describes 400 services in 25 MB, these take one."""

ENDPOINTS = ("cognito-idp", "dynamodb", "email", "s3", "sqs", "sts")
"""The same by the names of their addresses, and the service that hands out credentials."""

POWERTOOLS = ("jmespath_utils", "typing")
"""What logs and metrics use of the utilities."""

NEEDLESS = (
    "*.dist-info/[!M]*",  # METADATA stays: libraries ask for their own version
    "bin",
    "pydantic/v1",
    "dateutil/zoneinfo/*.tar.gz",  # tzdata is the one source of time zones
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
    "botocore/data/*/*/examples-1.json*",
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
        leave_only_bytecode(unfinished, unfinished, optimize=2)
        unfinished.rename(ready)
    return ready


def _digest_of_lock() -> str:
    deciding = [ROOT / "requirements.txt", ROOT / "requirements.lock", Path(__file__)]
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
    """Give pip's options for wheels that run on Lambda; none on a system unlike Lambda's."""
    if (platform.system(), platform.machine()) != LAMBDA_IS_LINUX:
        return []
    glibcs = range(17, 27 if sys.version_info < (3, 12) else 35)
    tags = [f"manylinux_2_{glibc}_x86_64" for glibc in glibcs] + ["manylinux2014_x86_64"]
    return [option for tag in tags for option in ("--platform", tag)]


def _strip(tree: Path) -> None:
    for pattern in NEEDLESS:
        for path in list(tree.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    _keep_only(SERVICES, tree / "botocore" / "data")
    _shorten_descriptions(tree / "botocore" / "data")
    _keep_only(POWERTOOLS, tree / "aws_lambda_powertools" / "utilities")


def _keep_only(names: tuple[str, ...], folder: Path) -> None:
    for inside in folder.iterdir():
        if inside.is_dir() and inside.name not in names:
            shutil.rmtree(inside)


def _shorten_descriptions(data: Path) -> None:
    """Leave out what is written for people, and the endpoints of services that we do not call.

    Both are parsed by every cold start before the first call: an eighth of its instructions.
    """
    for described in data.glob("*/*/service-2.json.gz"):
        plain = _undocumented(json.loads(gzip.decompress(described.read_bytes())))
        described.write_bytes(gzip.compress(json.dumps(plain).encode(), mtime=0))
    endpoints = data / "endpoints.json"
    known = json.loads(endpoints.read_text())
    for partition in known["partitions"]:
        services = partition["services"].items()
        partition["services"] = {name: each for name, each in services if name in ENDPOINTS}
    endpoints.write_text(json.dumps(known))


def _undocumented(described: Any) -> Any:
    """Empty every documentation text.

    A member that is called so is an object, and stays; botocore insists on some of the texts being
    there at all (for S3's client parameters).
    """
    if isinstance(described, list):
        return [_undocumented(each) for each in described]
    if not isinstance(described, dict):
        return described
    return {
        name: "" if name == "documentation" and isinstance(each, str) else _undocumented(each)
        for name, each in described.items()
    }


def _shorten_metadata(tree: Path) -> None:
    """Cut the read-me off each library's METADATA; name and version stand above it."""
    for metadata in tree.glob("*.dist-info/METADATA"):
        metadata.write_text(metadata.read_text().partition("\n\n")[0] + "\n")
