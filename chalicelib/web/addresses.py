"""Identifiers in addresses: any that OneRoster allows, through every gateway alike.

An identifier may hold a slash, a percent sign or a space, and gateways differ in what they decode
before they look for the route. Our addresses therefore hold only letters, digits, `.`, `_`, `-` and
`~`, which nobody decodes. An identifier with `~` or any other character begins with `~`. Each byte
of such a character becomes `~` and two hexadecimal digits. We also read the addresses that clients
write with the usual percent-encoding.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_PLAIN = re.compile(r"(?!\.+\Z)[A-Za-z0-9._-]+\Z")
_KEPT = re.compile(r"[A-Za-z0-9_-]")
_ESCAPES = re.compile(r"(?:~[0-9A-F]{2})+")


def write_segment(name: str) -> str:
    """Write an identifier as one segment of a path.

    >>> write_segment("K-0101"), write_segment("0101/02"), write_segment("..")
    ('K-0101', '~0101~2F02', '~~2E~2E')
    """
    if _PLAIN.match(name):
        return name
    return "~" + "".join(
        letter if _KEPT.match(letter) else _escape_letter(letter) for letter in name
    )


def read_segment(segment: str) -> str:
    """Read an identifier from a segment: as we write them, percent-encoded, or plain.

    >>> read_segment("~0101~2F02"), read_segment("0101%2F02"), read_segment("~me")
    ('0101/02', '0101/02', '~me')
    """
    name = unquote(segment)
    if not name.startswith("~"):
        return name
    try:
        meant = _ESCAPES.sub(_letters, name[1:])
    except UnicodeDecodeError:
        return name
    return meant if write_segment(meant) == name else name


def _escape_letter(letter: str) -> str:
    return "".join(f"~{byte:02X}" for byte in letter.encode())


def _letters(escapes: re.Match[str]) -> str:
    return bytes.fromhex(escapes[0].replace("~", "")).decode()
