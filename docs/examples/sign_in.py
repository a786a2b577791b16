"""Sign in to Plumbline from a program on a person's machine, with nothing but Python.

    python docs/examples/sign_in.py https://plumbline.example.org

It prints the page to open. When the person has signed in there, it prints who they are.
"""

import base64
import hashlib
import json
import secrets
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import Request, urlopen

PORT = 8362  # one of the three that every stack knows
CALLBACK = f"http://localhost:{PORT}/signed-in"


def read(url: str, **sent: str) -> dict[str, str]:
    """Read JSON, from a form where something is sent."""
    form = urlencode(sent).encode() if sent else None
    with urlopen(Request(url, form)) as answer:
        found: dict[str, str] = json.load(answer)
        return found


def sign_in(api: str) -> dict[str, str]:
    """Sign a person in, and return what they get: an access token, and a refresh token."""
    pages = read(f"{api}/v1/sign-in")

    # 1. a secret of this sign-in (PKCE), and a state that the answer must return
    verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(24)
    digest = hashlib.sha256(verifier.encode()).digest()
    asked = {
        "client_id": pages["client_id"],
        "response_type": "code",
        "redirect_uri": CALLBACK,
        "scope": pages["scope"],
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }

    # 2. the person signs in, in a browser, and is led back here
    answer: dict[str, list[str]] = {}

    class Callback(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer.update(parse_qs(urlsplit(self.path).query))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"You can close this window.")

        def log_message(self, *_: object) -> None:
            """Write no log: the address has the code."""

    with HTTPServer(("127.0.0.1", PORT), Callback) as server:
        print(f"{pages['authorization_url']}?{urlencode(asked)}", flush=True)
        while "state" not in answer:
            server.handle_request()
    if answer["state"] != [state] or "code" not in answer:
        sys.exit(f"Nobody is signed in: {answer}")

    # 3. the code and the secret are worth a token, once
    return read(
        pages["token_url"],
        grant_type="authorization_code",
        client_id=pages["client_id"],
        code=answer["code"][0],
        redirect_uri=CALLBACK,
        code_verifier=verifier,
    )


def main(api: str) -> None:
    """Sign a person in, and ask the API who they are."""
    token = sign_in(api)

    # 4. the token opens the API for an hour; the refresh token gives the next one
    me = Request(f"{api}/v1/me", headers={"Authorization": f"Bearer {token['access_token']}"})
    with urlopen(me) as shown:
        print(shown.read().decode())


if __name__ == "__main__":
    main(sys.argv[1])
