"""Starts and stops the local cloud (ministack, in an environment of its own)."""

from __future__ import annotations

import fcntl
import os
import subprocess
import time
from pathlib import Path
from typing import IO

import httpx

from plumb.local.places import HOST, ROOT, LocalPlaces, Ports, ports

PYTHON = ROOT / ".venv-cloud" / "bin" / "python"
READY_SECONDS = 60
STOP_SECONDS = 60
REGION = "us-east-1"
ROOT_KEYS = {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local"}
"""Of this machine's own account, whose every resource is in `.local`."""


class CannotStart(Exception):
    """The local cloud does not come up; the message says why and what to do."""


class LocalCloud:
    """One local cloud over one folder: its content outlives a stop."""

    def __init__(self, places: LocalPlaces) -> None:
        """Nothing is started yet."""
        self.places = places
        self._process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None
        self.ports = Ports()
        self._has_ports = False

    @property
    def url(self) -> str:
        """Where the cloud's API is."""
        return f"http://{HOST}:{self.ports.cloud}"

    def start(self) -> None:
        """Start and wait until it answers. Raises `CannotStart`."""
        self.places.make()
        if not PYTHON.exists():
            raise CannotStart("The local cloud is not installed. Run `make setup` first.")
        self._lock_folder()
        if not self._has_ports:  # started again, its companions still listen on theirs
            self.ports, self._has_ports = ports(self.places), True
        with self.places.log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(PYTHON), str(Path(__file__).with_name("guard.py"))],
                env=self._environment(),
                cwd=self.places.folder,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is ours to pass on, once
            )
        self._wait_until_ready()

    def stop(self) -> None:
        """Stop in the way that saves everything."""
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            if self._process.stdin:
                self._process.stdin.close()
            self._process = None
        if self._lock:
            self._lock.close()
            self._lock = None

    def sdk_environment(self) -> dict[str, str]:
        """Return the variables that lead an AWS SDK here."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_REGION": REGION,
            **ROOT_KEYS,
        }

    def _environment(self) -> dict[str, str]:
        """Let nothing of the user's own AWS configuration in."""
        own = {name: each for name, each in os.environ.items() if not name.startswith("AWS_")}
        state = self.places.cloud.resolve()
        return own | {
            **ROOT_KEYS,
            "AUTH": "true",  # the functions' roles are enforced, so a missing permission shows here
            "BIND_HOST": HOST,
            "GATEWAY_PORT": str(self.ports.cloud),
            "MINISTACK_REGION": REGION,
            "PERSIST_STATE": "1",
            "STATE_DIR": str(state / "state"),
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(state / "files"),
            "SMTP_HOST": f"{HOST}:{self.ports.smtp}",
            "COGNITO_EMAIL_ENABLED": "false",
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "LOG_LEVEL": "WARNING",
            "TMPDIR": str((self.places.folder / "tmp").resolve()),
            "PYTHONUNBUFFERED": "1",
        }

    def _lock_folder(self) -> None:
        """Two clouds over one folder would overwrite each other's state."""
        self._lock = (self.places.folder / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as taken:
            self._lock.close()
            self._lock = None
            reason = f"A local cloud is already running over {self.places.folder}. Stop it first."
            raise CannotStart(reason) from taken

    def _wait_until_ready(self) -> None:
        give_up = time.monotonic() + READY_SECONDS
        while time.monotonic() < give_up:
            if self._process and self._process.poll() is not None:
                break
            try:
                if httpx.get(f"{self.url}/_ministack/health", timeout=2).is_success:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        self.stop()
        end = self.places.log.read_text(errors="replace")[-2000:]
        raise CannotStart(f"The local cloud did not come up. Its log ({self.places.log}):\n{end}")
