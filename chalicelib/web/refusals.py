"""The refusals of the edge, before any domain is asked."""

from __future__ import annotations

from chalicelib.errors import (
    Forbidden,
    Invalid,
    Malformed,
    PreconditionRequired,
    ProblemType,
    TimedOut,
    TooLarge,
    TooManyRequests,
    Unavailable,
    UnsupportedMediaType,
    not_found,
)

ADDRESS_NOT_FOUND = not_found("address")

# -- who asks -------------------------------------------------------------------------------------

NOT_ON_THE_ROSTER = ProblemType(
    "not_on_the_roster",
    Forbidden,
    "You are signed in, but the district's roster does not list you.",
    "Ask your district's Plumbline admin to add you.",
)
NOT_FOR_YOUR_ROLE = ProblemType(
    "not_for_your_role",
    Forbidden,
    "Only staff of the district can do this.",
    "Ask your district administrator.",
)
ONLY_DISTRICT_ADMINS = NOT_FOR_YOUR_ROLE.variant(
    "Only a district administrator can do this.", "Ask your district administrator."
)
ONLY_ADMINS = NOT_FOR_YOUR_ROLE.variant(
    "Only administrators of the district or of a school can do this.", "Ask one of them."
)
ONLY_TEACHERS = NOT_FOR_YOUR_ROLE.variant(
    "Only teachers can do this, because it belongs to one of their classes.",
    "Ask a teacher of the class.",
)
ONLY_AUTHORS = NOT_FOR_YOUR_ROLE.variant(
    "Only teachers and district administrators can do this.", "Ask one of them."
)

# -- what is sent ---------------------------------------------------------------------------------

NOT_JSON = ProblemType(
    "not_json",
    Malformed,
    "The request's body is not valid JSON.",
    "Send JSON in UTF-8.",
)
CONTENT_TYPE_NOT_JSON = ProblemType(
    "content_type_not_json",
    UnsupportedMediaType,
    "This address accepts only JSON.",
    "Send the body with Content-Type: application/json.",
)
FIELD_REPEATED = ProblemType(
    "field_repeated",
    Malformed,
    "The request has the same field twice.",
    "Send each field only once.",
)
BODY_TOO_LARGE = ProblemType(
    "body_too_large",
    TooLarge,
    "A request can have at most 1 MB.",
    "Send less at once, or upload a file where the API offers it.",
)
INVALID_FIELDS = ProblemType(
    "invalid_fields",
    Invalid,
    "{count} fields need correcting.",
    "Correct each place that is listed.",
)
INVALID_FIELD = INVALID_FIELDS.variant(
    "One field needs correcting.", "Correct the place that is listed."
)
UNKNOWN_PARAMETER = ProblemType(
    "unknown_parameter",
    Malformed,
    "There is no parameter {name!r} here.",
    "Remove it, or check its spelling.",
)
IDEMPOTENCY_KEY_INVALID = ProblemType(
    "idempotency_key_invalid",
    Malformed,
    "An Idempotency-Key must have 1 to 200 visible characters.",
    "Send a UUID, for example.",
)
VERSION_MISSING = ProblemType(
    "version_missing",
    PreconditionRequired,
    "The request does not name the version that it changes.",
    "Send the ETag that you were given as If-Match.",
)
VERSION_INVALID = ProblemType(
    "version_invalid",
    Malformed,
    "If-Match is not an ETag of this API.",
    "Send the ETag exactly as you were given it.",
)

# -- lists and files ------------------------------------------------------------------------------

LIMIT_OUT_OF_RANGE = ProblemType(
    "limit_out_of_range",
    Malformed,
    "A page holds 1 to {most} entries.",
    "Ask for that many, and follow `next` for more.",
)
CURSOR_UNKNOWN = ProblemType(
    "cursor_unknown",
    Malformed,
    "This cursor does not belong to this list.",
    "Start again without a cursor.",
)
RESULTS_TOO_LARGE = ProblemType(
    "results_too_large",
    TooLarge,
    "One file cannot hold this many rows.",
    "Download them {part} by {part}: add {part}_id= to the address.",
)
WORKBOOK_TOO_LARGE = RESULTS_TOO_LARGE.variant(
    "A workbook cannot hold this many cells.", "Download it as CSV instead."
)

# -- what API Gateway refuses (infra/gateway.py) --------------------------------------------------

REQUEST_NOT_ACCEPTED = ProblemType(
    "request_not_accepted",
    Malformed,
    "This request was not accepted.",
    "Check its address and its headers, then send it again.",
)
TOO_MANY_REQUESTS = ProblemType(
    "too_many_requests",
    TooManyRequests,
    "Too many requests arrived at once.",
    "Wait a few seconds and try again.",
)
UNAVAILABLE = ProblemType(
    "unavailable",
    Unavailable,
    "Plumbline cannot answer right now.",
    "Try again in a minute. Nothing is done twice.",
)
TOOK_TOO_LONG = ProblemType(
    "took_too_long",
    TimedOut,
    "The answer took too long.",
    "Try again. Nothing is done twice.",
)
