"""The doors of Plumbline: routes and event handlers. No logic lives here."""

from __future__ import annotations

from chalice.app import Chalice

from chalicelib.districts.routes import routes as districts
from chalicelib.web import documentation
from chalicelib.web.authorizer import admit
from chalicelib.web.edge import open_routes

app = Chalice(app_name="plumbline")


@app.authorizer(name="sign_in", ttl_seconds=60)
def sign_in(request):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 - Chalice's own shape
    """Let people of the roster in."""
    return admit(request.token)


ROUTES = (documentation.routes, districts)
documentation.describe(ROUTES)
open_routes(app, sign_in, ROUTES)
