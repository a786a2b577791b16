// A data team's leader at work, with the client that stands in ../typescript.
//
//     npm run compile && node build/examples/with_hey_api.js https://plumbline.example.org

import { createClient } from '../typescript/src/client/index.js';
import * as plumbline from '../typescript/src/index.js';
import { signIn } from './sign_in.js';

const api = process.argv[2] ?? 'http://localhost:8400';
const client = createClient({ baseUrl: api, auth: await signIn(api) });

// what the leader has: every list comes in pages
const { data: me } = await plumbline.readMe({ client, throwOnError: true });
const teams: plumbline.TeamRowView[] = [];
for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
  const query = { mine: true, limit: 1, ...(cursor === undefined ? {} : { cursor }) };
  const { data } = await plumbline.listTeams({ client, query, throwOnError: true });
  teams.push(...data.items);
  cursor = data.next ?? undefined;
}

// a request under a key makes one thing, however often it is sent
const headers = { 'Idempotency-Key': crypto.randomUUID() };
const wanted = { title: 'Fractions check', level_count: 3 };
const first = await plumbline.createAssessment({ client, headers, body: wanted, throwOnError: true });
const again = await plumbline.createAssessment({ client, headers, body: wanted, throwOnError: true });

// a change names the version that it changes
const path = { assessment_id: first.data.id };
const rename = (version: string, title: string) =>
  plumbline.changeAssessment({ client, path, headers: { 'If-Match': version }, body: { title } });
const version = first.response?.headers.get('ETag') ?? '';
const renamed = await rename(version, 'Fractions check A');
const stale = await rename(version, 'Fractions check B');
const current = stale.response?.headers.get('ETag') ?? '';
const settled = await rename(current, 'Fractions check B');

// a colleague wrote on the same page: both texts are there, and the leader joins them
const team = teams[0];
if (team === undefined) throw new Error('This person is in no data team.');
const { data: processes } = await plumbline.listTeamProcesses({
  client,
  path: { team_id: team.id },
  throwOnError: true,
});
const process_id = processes.items[0]?.id ?? '';
const page = { process_id, page: 'analyze' } as const;
const save = (version: number, strengths: string) =>
  plumbline.changePage({
    client,
    path: page,
    headers: { 'If-Match': `"${version}"` },
    body: { strengths },
  });
const mine = 'They explain halves and thirds.';
const refused = await save(0, mine);
const { data: shown } = await plumbline.readPage({ client, path: page, throwOnError: true });
const theirs = shown.fields.strengths?.value;
const joined = await save(shown.version, `${theirs} ${mine}`);
for (const { id, version } of joined.data?.conflicts ?? []) {
  await plumbline.removePageConflict({
    client,
    path: { ...page, conflict_id: id },
    headers: { 'If-Match': `"${version}"` },
    throwOnError: true,
  });
}

// a class's mastery, for a spreadsheet
const { data: trackers } = await plumbline.listTrackers({ client, throwOnError: true });
const { data: table } = await plumbline.downloadMastery({
  client,
  path: { tracker_id: trackers.items[0]?.id ?? '' },
  parseAs: 'text',
  throwOnError: true,
});

console.log(
  JSON.stringify({
    username: me.username,
    teams: teams.length,
    same_assessment: first.data.id === again.data.id,
    replayed: again.response?.headers.get('Idempotent-Replayed'),
    renamed: renamed.data?.title,
    stale: [stale.response?.status, stale.error?.code],
    settled: settled.data?.title,
    refused: [refused.response?.status, refused.error?.code],
    joined: joined.data?.fields.strengths?.value,
    csv: String(table).split('\r\n')[0],
  }),
);
