import type { Agent, Backup, Credential, DataStore, Guard, Relation } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Path } from '../model/graph.ts';
import { noHabits } from '../model/permission.ts';
import { filePath } from '../model/source.ts';
import { byDefault, unknown, written } from '../model/value.ts';
import type { CheckInfo, ScanResult } from './result.ts';

/** What tests put into a fake result. */
export interface FakeParts {
  readonly agentName?: string;
  readonly storeName?: string;
  readonly token?: string;
  readonly password?: string;
}

const envFile = filePath('scripts/domains/.railway.env');
const agentFile = filePath('.cursor/sandbox.json');
const backupFile = filePath('scripts/backup.sh');

/** A check as the registry describes one. */
export const fakeCheck: CheckInfo = {
  id: 'blast-radius',
  area: 'paths',
  title: 'An agent can destroy a store it can reach',
  severity: 'critical',
  why: 'One command takes the data and its backups.',
  fix: 'Give the agent a narrower token.',
  accept: 'Where the store can be rebuilt from files in this tree.',
  references: ['https://docs.railway.com/reference/public-api'],
  since: '0.1.0',
  examples: {
    bad: [{ file: '.env', text: 'RAILWAY_API_TOKEN=…\n' }],
    good: [{ file: '.env', text: 'RAILWAY_TOKEN=…\n' }],
  },
};

/** A second check, which never finds anything. */
export const quietCheck: CheckInfo = {
  id: 'backup-in-same-failure-domain',
  aliases: ['backup-beside-source'],
  area: 'backups',
  title: 'Backup is destroyed together with the data it protects',
  severity: 'high',
  why: 'Nothing is left to restore from.',
  fix: 'Copy backups to another account.',
  accept: 'Where the data is disposable.',
  references: [],
  since: '0.1.0',
};

/** A result without findings. */
export const emptyResult: ScanResult = {
  root: 'fleetdesk',
  findings: [],
  notices: [],
  texts: new Map(),
  summary: {
    filesSeen: 12,
    filesRead: 10,
    filesParsed: 4,
    durationMs: 7,
    paths: 0,
    baselined: 0,
  },
  checks: [fakeCheck, quietCheck],
  failOn: null,
  homeRead: false,
};

/** Texts of the fake tree, CRLF and tabs included. */
export function fakeTexts(parts: FakeParts): ScanResult['texts'] {
  const { token = 'x', password = 'y' } = parts;
  return new Map([
    [
      envFile,
      `# made with railway login\r\nRAILWAY_API_TOKEN=${token}\r\nDB=postgres://u:${password}@h/d\r\n`,
    ],
    [agentFile, '{\n\t"type": "insecure_none"\n}\n'],
    [backupFile, `export PGPASSWORD=${password}\npg_dump "$DATABASE_URL" > "$dest/db.sql"\n`],
  ]);
}

const base = { aliases: [], collector: 'fake', implied: false, confidence: 'high' as const };
const agentAt = { file: agentFile, start: 3, end: 26 };
const tokenAt = { file: envFile, start: 27, end: 44 };
const backupAt = { file: backupFile, start: 0, end: 6 };

/** The agent of the fake tree. */
export function fakeAgent(parts: FakeParts): Agent {
  return {
    ...base,
    kind: 'Agent',
    key: entityKey('cursor:.cursor'),
    name: parts.agentName ?? 'cursor',
    at: agentAt,
    product: 'cursor',
    ruleOrder: 'deny-first',
    shell: written('runs', agentAt),
    mcp: unknown('external', agentAt),
    read: byDefault('runs', agentAt, 'https://cursor.com/docs'),
    splitsCommands: true,
    habits: noHabits,
    sandbox: written('off', agentAt),
    network: written('open', agentAt),
    transcriptDays: unknown('external', agentAt),
    folder: '',
  };
}

/** The token of the fake tree. */
export const fakeCredential: Credential = {
  ...base,
  kind: 'Credential',
  key: entityKey(`dotenv:${envFile}#RAILWAY_API_TOKEN`),
  name: 'RAILWAY_API_TOKEN',
  at: tokenAt,
  provider: 'railway',
  product: 'account-token',
  title: 'Railway account token',
  form: 'literal',
  scope: written('account', tokenAt),
  actions: written(['delete'], tokenAt),
  plane: 'control',
  preview: 'f6c6…',
  digest: 'a-digest-of-one-run',
  decidedBy: 'name',
  purpose: 'domains',
  narrower: null,
};

/** The volume of the fake tree. */
export function fakeStore(parts: FakeParts): DataStore {
  return {
    ...base,
    kind: 'DataStore',
    key: entityKey('railway:volume/1'),
    name: parts.storeName ?? 'pg-data',
    at: tokenAt,
    provider: 'railway',
    product: 'railway-volume',
    holds: 'volume',
    deletionProtection: unknown('external', tokenAt),
    disposable: written(false, tokenAt),
  };
}

const backup: Backup = {
  ...base,
  kind: 'Backup',
  key: entityKey('shell:backup'),
  name: 'fleetdesk dump',
  at: backupAt,
  method: 'dump',
  retentionDays: written(14, backupAt),
  survivesSourceDeletion: written(false, backupAt),
};

const guard: Guard = {
  ...base,
  kind: 'Guard',
  key: entityKey('guard:safety'),
  name: 'safety.mdc',
  at: agentAt,
  strength: 'advises',
};

function relation(part: Pick<Relation, 'rel' | 'from' | 'to' | 'because' | 'at'>): Relation {
  return { kind: 'Relation', actions: ['delete'], confidence: 'high', ...part };
}

/** From the agent over the token to the volume. */
export function fakePath(parts: FakeParts): Path {
  const agent = fakeAgent(parts);
  const credential = fakeCredential;
  const store = fakeStore(parts);
  return {
    actor: agent,
    store,
    hops: [
      {
        from: agent,
        edge: relation({
          rel: 'reads',
          from: agent.key,
          to: credential.key,
          because: `the sandbox of ${agent.name} is off`,
          at: agentAt,
        }),
        to: credential,
        guards: [guard],
      },
      {
        from: credential,
        edge: relation({
          rel: 'authorizes',
          from: credential.key,
          to: store.key,
          because: 'an account token may call volumeDelete',
          at: tokenAt,
        }),
        to: store,
        guards: [],
      },
    ],
    confidence: 'high',
    alternates: 2,
    lost: [backup],
    survivors: [],
    severity: 'critical',
  };
}

/** One finding with a path, and a milder suppressed one. */
export function fakeResult(parts: FakeParts = {}): ScanResult {
  const path = fakePath(parts);
  const finding: Finding = {
    check: fakeCheck.id,
    area: 'paths',
    severity: 'critical',
    confidence: 'high',
    what: `Agent "${path.actor.name}" can delete volume "${path.store.name}".`,
    why: `Token ${parts.token ?? 'x'} opens postgres://u:${parts.password ?? 'y'}@h/d.`,
    fix: `Replace RAILWAY_API_TOKEN=${parts.token ?? 'x'} by a project token.`,
    at: { file: envFile, start: 27, end: 44, label: `the token ${parts.token ?? 'x'}` },
    related: [{ file: agentFile, start: 3, end: 26, label: `sandbox of ${path.actor.name}` }],
    path,
    fixes: [{ title: 'Narrow the token', safety: 'unsafe', edits: [] }],
    fingerprint: 'ab'.repeat(16),
    suppressed: null,
  };
  return {
    ...emptyResult,
    texts: fakeTexts(parts),
    findings: [
      finding,
      {
        ...finding,
        severity: 'low',
        confidence: 'low',
        path: null,
        at: { file: backupFile, start: 7, end: 17, label: 'the dump' },
        fingerprint: 'cd'.repeat(16),
        suppressed: {
          reason: `disposable, see ${parts.token ?? 'x'}`,
          until: '2027-01-31',
          at: { file: backupFile, start: 0, end: 6 },
        },
      },
    ],
    notices: [
      {
        kind: 'unparsed',
        file: 'infra/broken.yaml',
        message: `Not YAML near ${parts.token ?? 'x'}`,
        incomplete: false,
      },
    ],
    summary: { ...emptyResult.summary, paths: 1 },
  };
}
