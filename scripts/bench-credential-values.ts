import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { CredentialSpec } from '../src/model/knowledge.ts';
import { secretForm } from '../src/recognize/credential/secret-value.ts';
import { fakeChecksummed, fakeJwt } from '../test/fake-tokens.ts';

/** Made-up text, always the same for one seed. */
export interface Random {
  /** 0 to `below` - 1. */
  whole(below: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  text(alphabet: string, length: number): string;
}

export const digits = '0123456789';
export const hex = `${digits}abcdef`;
export const lower = 'abcdefghijklmnopqrstuvwxyz';
export const alphanumeric = `${digits}${lower}${lower.toUpperCase()}`;
export const base64 = `${alphanumeric}+/`;

/** A generator whose every answer follows from the label. */
export function randomOf(label: string): Random {
  let state = createHash('sha256').update(label).digest().readUInt32LE();
  const whole = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return {
    whole,
    pick: (list) => list[whole(list.length)] ?? list[0],
    text: (alphabet, length) =>
      Array.from({ length }, () => alphabet[whole(alphabet.length)]).join(''),
  };
}

/** Eight, four, four, four and twelve digits, as version 4. */
export function uuid(random: Random): string {
  const text = random.text(hex, 30);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(12, 15)}-a${text.slice(15, 18)}-${text.slice(18)}`;
}

/** A key file that opens nothing. */
export function pem(random: Random, label = 'PRIVATE KEY'): string {
  const lines = Array.from({ length: 12 }, () => random.text(base64, 64));
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}

function keyFile(random: Random, type: 'service_account' | 'authorized_user'): string {
  const account = `deploy@app-${random.text(digits, 6)}.iam.gserviceaccount.com`;
  const content =
    type === 'service_account'
      ? {
          type,
          project_id: account.slice(7, 17),
          private_key_id: random.text(hex, 40),
          private_key: `${pem(random)}\n`,
          client_email: account,
          client_id: random.text(digits, 21),
        }
      : {
          type,
          client_id: `${random.text(digits, 12)}-${random.text(lower, 32)}.apps.googleusercontent.com`,
          client_secret: random.text(alphanumeric, 24),
          refresh_token: random.text(alphanumeric, 60),
        };
  return JSON.stringify(content, null, 2);
}

function kubeconfig(random: Random): string {
  const text = `apiVersion: v1\nkind: Config\nclusters:\n- name: edge\n  cluster:\n    server: https://10.0.0.1:6443\nusers:\n- name: admin\n  user:\n    token: ${random.text(alphanumeric, 60)}\n`;
  return Buffer.from(text).toString('base64');
}

function supabaseKey(random: Random, role: string): string {
  const issued = { iss: 'supabase', ref: random.text(lower, 20), role };
  return fakeJwt({ ...issued, iat: 1_760_000_000, exp: 2_075_000_000 });
}

function tursoToken(random: Random, access: string): string {
  const claims = { a: access, iat: 1_760_000_000, id: uuid(random) };
  return fakeJwt(claims, { alg: 'EdDSA', typ: 'JWT' });
}

/** What a regular expression of the shape would only make nonsense of. */
const made: Readonly<Record<string, (random: Random) => string>> = {
  'google-cloud/service-account-key': (random) => keyFile(random, 'service_account'),
  'google-cloud/user-credentials': (random) => keyFile(random, 'authorized_user'),
  'firebase/service-account': (random) => keyFile(random, 'service_account'),
  'github/classic-token': (random) => fakeChecksummed('ghp_', random.text(alphanumeric, 30)),
  'github/oauth-token': (random) => fakeChecksummed('gho_', random.text(alphanumeric, 30)),
  'github/user-token': (random) => fakeChecksummed('ghu_', random.text(alphanumeric, 30)),
  'github/installation-token': (random) => fakeChecksummed('ghs_', random.text(alphanumeric, 30)),
  'npm/access-token': (random) => fakeChecksummed('npm_', random.text(alphanumeric, 30)),
  'ssh/private-key': (random) => pem(random, 'OPENSSH PRIVATE KEY'),
  'github/app-key': (random) => pem(random, 'RSA PRIVATE KEY'),
  'oracle-cloud/api-signing-key': (random) => pem(random),
  'snowflake/private-key': (random) => pem(random),
  'kubernetes/kubeconfig': kubeconfig,
  'fly/macaroon-bundle': (random) =>
    `FlyV1 fm2_${random.text(base64, 240)},fm2_${random.text(base64, 160)}`,
  'turso/database-token': (random) => tursoToken(random, 'rw'),
  'turso/read-only-database-token': (random) => tursoToken(random, 'ro'),
  'kubernetes/service-account-token': (random) =>
    fakeJwt({
      iss: 'kubernetes/serviceaccount',
      sub: `system:serviceaccount:edge:${random.text(lower, 8)}`,
    }),
  'supabase/service-role-key': (random) => supabaseKey(random, 'service_role'),
  'supabase/publishable-key': (random) => supabaseKey(random, 'anon'),
  'azure/service-principal': (random) =>
    JSON.stringify({
      clientId: uuid(random),
      clientSecret: `${random.text(alphanumeric, 3)}8Q~${random.text(alphanumeric, 34)}`,
      subscriptionId: uuid(random),
      tenantId: uuid(random),
    }),
  'azure/storage-connection-string': (random) =>
    `DefaultEndpointsProtocol=https;AccountName=media${random.text(digits, 4)};AccountKey=${random.text(base64, 86)}==;EndpointSuffix=core.windows.net`,
  'azure/storage-sas': (random) =>
    `sv=2022-11-02&ss=b&srt=sco&sp=rwdlac&se=2027-01-01T00:00:00Z&st=2026-01-01T00:00:00Z&spr=https&sig=${random.text(alphanumeric, 43)}%3D`,
  'yandex-cloud/service-account-key': (random) =>
    JSON.stringify({ id: random.text(alphanumeric, 20), private_key: pem(random) }),
  'sentry/dsn': (random) =>
    `https://${random.text(hex, 32)}@o${random.text(digits, 6)}.ingest.sentry.io/${random.text(digits, 7)}`,
};

/** A value of a kind that passes the checks of its pack and stands for no placeholder; `null` where none can be made. */
export function madeValue(id: string, spec: CredentialSpec, seed: string): string | null {
  const random = randomOf(`${seed} ${id}`);
  const maker = made[id];
  if (maker !== undefined) return maker(random);
  if (spec.shape === null) return random.text(alphanumeric, 24 + random.whole(16));
  const whole = new RegExp(`^(?:${spec.shape.source})$`);
  const samples = fc.sample(fc.stringMatching(whole), {
    numRuns: 60,
    seed: random.whole(2 ** 31),
    unbiased: true,
  });
  return samples.find((value) => isRealistic(spec, value)) ?? null;
}

function isRealistic(spec: CredentialSpec, value: string): boolean {
  if (/\s/.test(value) || secretForm(value) !== 'literal') return false;
  if (spec.isGenuine?.(value) === false || spec.refine?.(value)?.isPublic === true) return false;
  return new Set(value).size >= Math.min(9, value.length / 3);
}

/** The value misspelt at the end of its prefix, or cut short; it may still be one of some kind. */
export function nearMiss(prefix: string, value: string, random: Random): string {
  const place = [...prefix.matchAll(/[a-z0-9]/gi)].at(-1)?.index ?? 0;
  const misspelt = `${value.slice(0, place)}${value[place] === 'q' ? 'z' : 'q'}${value.slice(place + 1)}`;
  return random.pick([misspelt, value.slice(0, prefix.length + 9)]);
}
