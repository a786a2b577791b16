// Sign in to Plumbline from a program on a person's machine, with nothing but Node (22.18 or later).
//
//     node clients/examples/sign_in.ts https://plumbline.example.org
//
// It prints the page to open. When the person has signed in there, it prints who they are.

import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const PORT = 8363; // one of the three that every stack knows
const CALLBACK = `http://localhost:${PORT}/signed-in`;

interface Pages {
  authorization_url: string;
  token_url: string;
  client_id: string;
  scope: string;
}

/** Sign a person in, and give the access token. It prints the page to open in a browser. */
export async function signIn(api: string): Promise<string> {
  const pages = (await (await fetch(`${api}/v1/sign-in`)).json()) as Pages;

  // 1. a secret of this sign-in (PKCE), and a mark that its answer must bear
  const verifier = randomBytes(48).toString('base64url');
  const state = randomBytes(24).toString('base64url');
  const asked = new URLSearchParams({
    client_id: pages.client_id,
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: pages.scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });

  // 2. the person signs in, in a browser, and is led back here
  const answer = signedIn();
  console.log(`${pages.authorization_url}?${asked}`);
  const given = await answer;
  const code = given.get('code');
  if (given.get('state') !== state || code === null) {
    throw new Error(`Nobody is signed in: ${given}`);
  }

  // 3. the code and the secret are worth a token, once
  const exchange = await fetch(pages.token_url, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: pages.client_id,
      code,
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    }),
  });
  if (!exchange.ok) throw new Error(`The code was refused: ${exchange.status}`);
  const tokens = (await exchange.json()) as { access_token: string };
  return tokens.access_token;
}

/** Wait until the browser comes back, and give what it brings. */
function signedIn(): Promise<URLSearchParams> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      const came = new URL(request.url ?? '/', CALLBACK);
      response.end('You can close this window.');
      if (came.pathname !== '/signed-in') return;
      resolve(came.searchParams);
      server.close();
      server.closeAllConnections();
    });
    server.listen(PORT, '127.0.0.1');
  });
}

// 4. the token opens the API for an hour
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const api = process.argv[2] ?? 'http://localhost:8400';
  const headers = { Authorization: `Bearer ${await signIn(api)}` };
  console.log(await (await fetch(`${api}/v1/me`, { headers })).text());
}
