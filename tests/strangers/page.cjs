// Runs a page's own script without a browser: what it reads and does goes over what is here alone.
// Reads JSON of stdin: the page, its address, what the tab's storage holds, and what fetches answer.
// Writes JSON: where it went, what it fetched, what it shows, and what the storage holds then.
"use strict";
const { webcrypto } = require("node:crypto");
const { runInNewContext } = require("node:vm");

const given = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const came = { went: [], fetched: [], shows: {}, stored: { ...given.stored } };
const elements = {};
for (const [, attributes, text] of given.page.matchAll(/<\w+ ([^>]*\bid="[^"]+"[^>]*)>([^<]*)/g)) {
  const named = Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map((each) => [each[1], each[2]]));
  const dataset = {};
  for (const [name, value] of Object.entries(named)) {
    if (name.startsWith("data-")) dataset[name.slice(5).replace(/-(\w)/g, (_, letter) => letter.toUpperCase())] = value;
  }
  elements[named.id] = {
    dataset, textContent: text, hidden: / hidden\b/.test(` ${attributes}`), disabled: false, focus() {},
    addEventListener(kind, act) { this[kind] = act; },
  };
}
let address = new URL(given.address);
const location = {
  get pathname() { return address.pathname; },
  get search() { return address.search; },
  assign(where) { came.went.push(String(where)); },
};
runInNewContext(given.page.match(/<script>([^]*)<\/script>/)[1], {
  btoa, crypto: webcrypto, encodeURIComponent, location, TextEncoder, TypeError, URLSearchParams,
  document: { getElementById: (id) => elements[id] },
  history: { replaceState(_state, _title, where) { address = new URL(where, address); } },
  sessionStorage: {
    getItem: (name) => came.stored[name] ?? null,
    setItem(name, value) { came.stored[name] = value; },
    removeItem(name) { delete came.stored[name]; },
  },
  async fetch(where, asked = {}) {
    const url = String(new URL(where, address));
    came.fetched.push({ url, body: asked.body ? Object.fromEntries(asked.body) : null, headers: asked.headers ?? {} });
    const [status, body] = given.answers[came.fetched.length - 1];
    return { ok: status < 400, status, json: async () => body };
  },
});
if (given.clicks && !elements.go.hidden) elements.go.click();
setTimeout(() => {
  for (const [id, each] of Object.entries(elements)) came.shows[id] = { text: each.textContent, hidden: each.hidden };
  came.address = String(address);
  process.stdout.write(JSON.stringify(came));
}, 200);
