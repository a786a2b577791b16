"""Writes the pages that the code knows best: `api.md`, `errors.md` and `screens.md`.

`make docs` writes them; `tests/house/test_docs.py` says when they are out of date.
"""  # noqa: INP001 - documentation is no package

from __future__ import annotations

import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]

from chalicelib.errors import FileProblem  # noqa: E402
from chalicelib.web.idempotency import promises  # noqa: E402
from chalicelib.web.names import names_of  # noqa: E402
from chalicelib.web.problems import STATUSES, TITLES, our_mistake  # noqa: E402
from chalicelib.web.routes import Route  # noqa: E402
from docs import catalog, screens  # noqa: E402
from docs.catalog import CatalogEntry  # noqa: E402
from infra import gateway  # noqa: E402

_WRITTEN = "<!-- Written by `make docs`. Change the code, then run it again. -->\n"


def main() -> None:
    """Write every page."""
    for name, written in PAGES.items():
        (HERE / name).write_text(written())


# -- routes ---------------------------------------------------------------------------------------


def api() -> str:
    """Every route, by subject."""
    import app  # noqa: F401 - its doors are what is described
    from chalicelib.web.lazy_routes import every_domain

    subjects: dict[str, list[tuple[str, ...]]] = {}
    for routes in every_domain():  # several rooms may be of one subject
        subjects.setdefault(routes.tag, []).extend(map(_route, routes.routes))
    head = ("", "path", "what", "who", "sends", "gets")
    parts = [f"## {subject}\n\n{_table(head, rows)}" for subject, rows in subjects.items()]
    return "\n".join([_API, *parts])


def _route(route: Route) -> tuple[str, ...]:
    return (
        route.method,
        f"`{route.path}`",
        f"{route.summary} (`{route.name}`)",
        route.policy.name.replace("_", " "),
        _sends(route),
        _gets(route),
    )


def _sends(route: Route) -> str:
    parts = [f"`{route.body.__name__}`"] if route.body else []
    if route.query:
        parts += [f"`?{name}`" for name in names_of(route.query)]
    if route.listed:
        parts += ["`?limit`", "`?cursor`"]
    if route.conditional:
        parts.append("`If-Match`")
    return " ".join(parts)


def _gets(route: Route) -> str:
    if route.answer is None and route.method == "GET":
        return "200: as it is"
    name = f"`{route.answer.__name__}`" if route.answer else "nothing"
    shape = f"page of {name}" if route.listed else name
    answer = f"{route.status if route.answer or route.status != 200 else 204}: {shape}"  # noqa: PLR2004 - an HTTP status
    return f"{answer}; `Location: {route.location}`" if route.location else answer


# -- refusals -------------------------------------------------------------------------------------


def errors() -> str:
    """Every refusal, detail and package problem."""
    by_status: dict[int, list[CatalogEntry[Any]]] = defaultdict(list)
    for each in catalog.problems():
        by_status[STATUSES[each.declared.kind]].append(each)
    parts = [_ERRORS]
    for status, declared in sorted(by_status.items()):
        parts.append(f"### {status}: {TITLES[status]}\n\n{_write_declarations(declared)}")
    parts += [_UNFORESEEN, _GATEWAY, _table(("response type", "code", "status"), _gateway())]
    parts += [_DETAILS, _write_declarations(catalog.field_problems())]
    parts += [_FIELDS, _table(("code", "sentence"), _field_codes())]
    parts += [_PACKAGES]
    for domain in ("rosters", "standards"):
        found = _of_files(catalog.file_problems(domain), "severity")
        parts.append(f"### Packages of {domain}\n\n{found}")
    parts += [_FILES]
    for domain, title in _ROWS.items():
        found = _of_files(catalog.file_problems(domain), "severity")
        parts.append(f"### {title}\n\n{found}")
    parts += [_QUESTIONS, _of_files(catalog.file_problems("item_imports"), "outcome")]
    return "\n".join(parts)


def _write_declarations(found: Iterable[CatalogEntry[Any]]) -> str:
    """Write declarations, one row a code; where a code has several texts, the usual one first."""
    codes: dict[str, list[CatalogEntry[Any]]] = defaultdict(list)
    for each in sorted(found, key=lambda one: (one.declared.code, one.declared.is_variant)):
        codes[each.declared.code].append(each)
    rows = [
        (
            f"`{code}`",
            "<br>".join(dict.fromkeys(each.declared.sentence for each in ways)),
            "<br>".join(dict.fromkeys(each.declared.way_out for each in ways)),
            ", ".join(sorted({_domain(each.module) for each in ways})),
        )
        for code, ways in codes.items()
    ]
    return _table(("code", "what is wrong", "way out", "declared in"), rows)


def _of_files(found: Iterable[CatalogEntry[FileProblem]], severity: str) -> str:
    """Write declared problems of files, one row for each code, severity and way out."""
    grouped: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for each in sorted((one.declared for one in found), key=lambda one: one.code):
        grouped[each.code, each.severity, each.fix].append(each.reason)
    rows = [
        (f"`{code}`", weight, "<br>".join(dict.fromkeys(ways)), fix)
        for (code, weight, fix), ways in grouped.items()
    ]
    return _table(("code", severity, "what is wrong", "way out"), rows)


def _domain(module: str) -> str:
    return module.removeprefix("chalicelib.").removesuffix(".refusals").replace(".", "/")


def _gateway() -> Iterator[tuple[str, ...]]:
    """Return what API Gateway refuses where no function of ours is asked."""
    for name, declared in gateway.ANSWERS.items():
        yield f"`{name}`", f"`{declared.code}`", str(STATUSES[declared.kind])


def _field_codes() -> Iterator[tuple[str, ...]]:
    from chalicelib.web import problems

    for code, sentence in sorted(problems._SENTENCES.items()):  # noqa: SLF001 - its own documentation
        yield f"`{code}`", sentence


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(_cell(text) for text in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    """Keep a table's row on one line; of an open fact keep the name."""
    text = re.sub(r"\{(\w+)[!:][^{}]*\}", r"{\1}", text)
    return text.replace("|", "\\|").replace("\n", " ")


_SENDING_AGAIN = textwrap.fill(
    " ".join(promises()), 100, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
)

_API = f"""{_WRITTEN}
# The API

Every route, with who may call it. The running stack serves the same as a page (`/v1/docs`) and as
OpenAPI 3.1 (`/v1/openapi.json`), with every field of what is sent and got.

- JSON in UTF-8; a body of another content type is 415. `Authorization: Bearer <access token>` on
  everything that is not public.
- *who*: `public` needs no sign-in; `staff` is anybody on the roster with a role; `authors` are
  teachers and district admins; `admins` are school and district admins. What a person may do with
  one particular thing is decided by the service; what must not be seen is 404.
- Lists: `?limit=` (1 to 200, default 50) and `?cursor=`; the answer is
  `{{"items": [...], "next": ...}}` and a `Link` header. A cursor is good for the list it came
  from, its filters, the person and the release, and for nothing else.
- Changes of an existing thing need `If-Match` with the `ETag` of what was read: 428 without it, 412
  when somebody changed it meanwhile.
{_SENDING_AGAIN}
- Refusals are problem documents (RFC 9457), listed in [errors.md](errors.md).
- Addresses in answers are whole: `Location`, `Link`, `links`, a problem's `type`, `servers`. They
  begin with the address at which people reach the API. Follow them as they are.
- Every answer carries `X-Request-Id`, `X-Content-Type-Options: nosniff` and
  `Strict-Transport-Security`.
"""

_ERRORS = f"""{_WRITTEN}
# Refusals

A refusal is `application/problem+json` (RFC 9457):

```json
{{
  "type": "https://plumbline.example.org/v1/docs#not_private_to_district",
  "title": "Something needs correcting",
  "status": 422,
  "code": "not_private_to_district",
  "detail": "Only an assessment that is visible to the district, and to nobody beyond it, ...",
  "instance": "urn:request:1b2c...",
  "errors": [{{"pointer": "/assessment", "code": "not_private_to_district", "message": "..."}}]
}}
```

`code` is for programs and never changes its meaning. `detail` is for people and ends with the way
out. `errors` names the places in the request: a JSON pointer into the body, `query:name` or
`header:name`. Further facts (`version`, `state`, `before`, `after`) are members of their own. In
the tables `{{word}}` stands for what is known only when it happens.

## By status
"""

_UNFORESEEN = f"""### 500: {TITLES[500]}

| code | sentence |
| --- | --- |
| `internal_error` | {our_mistake("{request}").body["detail"]} |
"""

_GATEWAY = """## Refused by API Gateway

Where no function is asked, the gateway answers in the same form, with the same codes and sentences
(`infra/gateway.py`).
"""

_DETAILS = """
## Codes of single places

These stand in `errors[].code`, beside the refusal's own code. The reasons from `other_set` to
`unreachable` are also the reasons in receipts and in the selection view.
"""

_FIELDS = """
## Codes of fields that do not fit

These stand in `errors[].code` under `invalid_fields`. Rarer ones have pydantic's code and sentence.
"""

_FILES = """
## Problems in files of keys and responses

These stand in `problems[].code` of the answer to a [key or response file](results-files.md), and in
`errors[].code` of a refusal to apply one. `error`: this must be corrected first. `warning`: it was
understood all the same. A key that does not fit its item has the code of the single place (above).
"""

_ROWS = {
    "spreadsheet_problems": "Any file of keys or responses",
    "assessments": "Files of keys",
    "results": "Files of responses",
}
"""Where problems of files of rows are declared."""

_QUESTIONS = """
## Questions that are not imported

These stand in `lines[].code` of an [item import](qti.md), and in its own `code` where nothing of
the package could be looked at.
"""

_PACKAGES = """
## Problems in uploaded packages

`plumb roster check`, `plumb standards check` and the imports' reports use these. `reject`: the
package cannot be read with certainty, and reading stops. `error`: this row or entry must be
corrected before anything is applied. `hold`: an admin must confirm. `warning`:
understood all the same.
"""


PAGES: Mapping[str, Callable[[], str]] = {
    "api.md": api,
    "errors.md": errors,
    "screens.md": screens.page,
}
"""The pages and what writes them."""


if __name__ == "__main__":
    main()
