"""The declaration of a kind of email: a subclass of `MailPayload`, beside the code that sends it.

The rest of a kind is its folder `templates/email/<kind>/`: `subject.txt`, `body.txt`, `body.html`.
`chalicelib/wiring` hands it over, and `tests/house/test_mail_kinds.py` names what a new one lacks.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Self

from chalicelib.frozen_models import StrictModel

if TYPE_CHECKING:
    from .model import Mail

LISTED = 200
"""Lines that one mail has at most; mail programs would cut more off (Gmail: 102 KB)."""

LARGEST_PICTURE = 450_000
"""Bytes of a picture that a mail carries. Of a larger one, only the words are in the mail."""


class MailTopic(StrEnum):
    """Kinds of what an email is about."""

    DISTRIBUTION = "distribution"
    """A distribution."""
    PROCESS = "process"
    """A Mastery Process."""


class Facts(StrictModel):
    """A part of what a mail says. Never anything about a student."""


class TrackedLine(Facts):
    """A class or its tracker in the list of a mail."""

    school: str
    name: str
    ends: str = ""
    """The last day of its class; blank where it is not known, as in mails of 0.3."""
    tracker: str = ""
    """Its id; blank in mails of 0.3."""

    def is_past(self, day: str) -> bool:
        """Return whether its class is over on a day."""
        return bool(self.ends) and self.ends < day


class Chart(Facts):
    """A picture in the mail: its place, its title, and everything it shows in words."""

    file: str
    title: str
    alt: str


class ReportFile(Facts):
    """A PDF: where it is kept, its name when saved, its bytes, whether it comes along."""

    file: str
    name: str
    size: int
    attach: bool = False


class MailPayload(Facts, ABC):
    """The content of an email, fixed when it is queued. A subclass declares a kind of email.

    Recipients, and administrators for them, switch off all email at once: no kind is exempt.
    """

    kind: ClassVar[str]
    """Its name: in the outbox, in the API, and of its folder below `templates/email/`."""
    usual_topic: ClassVar[MailTopic]
    """Its subject; true also of a mail that cannot be read."""
    unsubscribe: ClassVar[str]
    """The subject line of a mail that stops such mails: `No more report emails`."""
    only_on_its_day: ClassVar[bool] = False
    """Whether it is worth nothing on a later day: neither sent then nor sent again."""

    @property
    def topic(self) -> MailTopic:
        """Its subject."""
        return self.usual_topic

    @property
    @abstractmethod
    def title(self) -> str:
        """The name of the thing that it is about."""

    @abstractmethod
    def build_context(self) -> dict[str, Any]:
        """Return what its templates name; `count` where it has lines with links of their own."""

    @abstractmethod
    def find_path(self, about: str) -> str:
        """Return the path of the screen that it leads to: see `destinations`."""

    def find_line_path(self, _line: TrackedLine, /) -> str:
        """Return the path of the screen that one of its lines leads to."""
        return ""

    def list_pictures(self) -> Mapping[str, Chart]:
        """Return the pictures within it, by the name that its HTML has for them."""
        return {}

    def find_attachment(self) -> ReportFile | None:
        """Return the file that may come along."""
        return None

    def on(self, _day: str, /) -> Self | None:
        """Return what still matters on a day of the district; None where nothing does."""
        return self

    @classmethod
    def read(cls, mail: Mail) -> Self:
        """Read what a mail of this kind says. Raises `ValueError`."""
        return cls.model_validate_json(mail.facts)
