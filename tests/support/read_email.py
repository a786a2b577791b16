"""An email as text: the headers that a person sees, and both bodies."""

from __future__ import annotations

from email.message import EmailMessage

from bs4 import BeautifulSoup
from bs4.element import Tag

SEEN = ("From", "To", "Subject")
BLOCKS = {"p", "h1", "h2", "h3", "dt", "dd", "li", "caption", "tr", "div", "ul", "table"}
MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "caption": "## ", "tr": "| "}
INLINE = {
    "a": "[{inner}]({href})",
    "img": "\n[picture: {alt}]\n",
    "br": " / ",
    "th": "{inner} | ",
    "td": "{inner} | ",
}


def write_out_email(message: EmailMessage) -> str:
    """Return all that a person gets."""
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    files = [str(each.get_filename()) for each in message.iter_attachments()]
    headers = [f"{name}: {message[name]}" for name in SEEN]
    headers += [f"To unsubscribe: {message['List-Unsubscribe']}"]
    headers += [f"Attached: {', '.join(files)}"] if files else []
    parts = ["\n".join(headers), _rule("text"), text.get_content().replace("\r\n", "\n").strip()]
    return "\n\n".join([*parts, _rule("HTML"), write_out_html(html.get_content())])


def _rule(name: str) -> str:
    return f"----- {name} -----"


def write_out_html(html: str) -> str:
    """Return the words of an HTML body, with its links and pictures."""
    body = BeautifulSoup(html, "html.parser").body
    assert body is not None
    lines = " ".join(_read(body).split(" ")).split("\n")
    words = [" ".join(line.split()) for line in lines]
    return "\n".join(line for line in words if line)


def _read(tag: Tag) -> str:
    return "".join(
        _read_tag(each) if isinstance(each, Tag) else " ".join(f"_{each}_".split())[1:-1]
        for each in tag.children
    )


def _read_tag(tag: Tag) -> str:
    name, inner = tag.name, _read(tag)
    if name in BLOCKS:
        return f"\n{MARKS.get(name, '')}{inner}\n"
    if "clip:rect" in str(tag.get("style", "")):
        return f" ({inner})"
    return INLINE.get(name, "{inner}").format(inner=inner, **tag.attrs)
