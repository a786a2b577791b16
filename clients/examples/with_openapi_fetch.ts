// A data team's leader at work, with the types that openapi-typescript makes of the description.
//
//     npx openapi-typescript https://plumbline.example.org/v1/openapi.json -o openapi.ts

import createClient from 'openapi-fetch';
import type { components, paths } from './openapi.js';
import { signIn } from './sign_in.js';

const api = process.argv[2] ?? 'http://localhost:8400';
const token = await signIn(api);
const client = createClient<paths>({
  baseUrl: api,
  headers: { Authorization: `Bearer ${token}` },
});

/** Give what was answered, or say what was refused. */
function expect<T>(answer: { data?: T; error?: { detail: string } }): T {
  if (answer.data === undefined) throw new Error(answer.error?.detail ?? 'No answer');
  return answer.data;
}

// what the leader has: every list comes in pages
const me = expect(await client.GET('/v1/me'));
const teams: components['schemas']['TeamRowView'][] = [];
for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
  const query = { mine: true, limit: 1, ...(cursor === undefined ? {} : { cursor }) };
  const page = expect(await client.GET('/v1/teams', { params: { query } }));
  teams.push(...page.items);
  cursor = page.next ?? undefined;
}

// a request under a key makes one thing, however often it is sent
const once = {
  params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
  body: { title: 'Fractions check', level_count: 3 },
};
const first = await client.POST('/v1/assessments', once);
const again = await client.POST('/v1/assessments', once);

// a change names the version that it changes
const assessment_id = expect(first).id;
const rename = (version: string, title: string) =>
  client.PATCH('/v1/assessments/{assessment_id}', {
    params: { path: { assessment_id }, header: { 'If-Match': version } },
    body: { title },
  });
const version = first.response.headers.get('ETag') ?? '';
const renamed = await rename(version, 'Fractions check A');
const stale = await rename(version, 'Fractions check B');
const current = stale.response.headers.get('ETag') ?? '';
const settled = await rename(current, 'Fractions check B');

// a colleague wrote on the same page: both texts are there, and the leader joins them
const team = teams[0];
if (team === undefined) throw new Error('This person is in no data team.');
const processes = expect(
  await client.GET('/v1/teams/{team_id}/processes', { params: { path: { team_id: team.id } } }),
);
const page = { process_id: processes.items[0]?.id ?? '', page: 'analyze' } as const;
const save = (version: number, strengths: string) =>
  client.PATCH('/v1/processes/{process_id}/pages/{page}', {
    params: { path: page, header: { 'If-Match': `"${version}"` } },
    body: { strengths },
  });
const mine = 'They explain halves and thirds.';
const refused = await save(0, mine);
const shown = expect(
  await client.GET('/v1/processes/{process_id}/pages/{page}', { params: { path: page } }),
);
const theirs = shown.fields.strengths?.value;
const joined = expect(await save(shown.version, `${theirs} ${mine}`));
for (const { id, version } of joined.conflicts) {
  await client.DELETE('/v1/processes/{process_id}/pages/{page}/conflicts/{conflict_id}', {
    params: {
      path: { ...page, conflict_id: id },
      header: { 'If-Match': `"${version}"` },
    },
  });
}

// a class's mastery, for a spreadsheet
const trackers = expect(await client.GET('/v1/trackers'));
const table = expect(
  await client.GET('/v1/trackers/{tracker_id}/mastery.csv', {
    params: { path: { tracker_id: trackers.items[0]?.id ?? '' } },
    parseAs: 'text',
  }),
);

console.log(
  JSON.stringify({
    username: me.username,
    teams: teams.length,
    same_assessment: expect(again).id === assessment_id,
    replayed: again.response.headers.get('Idempotent-Replayed'),
    renamed: renamed.data?.title,
    stale: [stale.response.status, stale.error?.code],
    settled: settled.data?.title,
    refused: [refused.response.status, refused.error?.code],
    joined: joined.fields.strengths?.value,
    csv: String(table).split('\r\n')[0],
  }),
);
