import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../src/engine/knowledge.ts';
import type { CredentialSpec } from '../../src/model/knowledge.ts';
import { filePath } from '../../src/model/source.ts';
import { credentialKind, matchesWhole } from '../../src/recognize/credential/credential.ts';
import { packs } from '../../src/registry.generated.ts';
import { scanTree } from '../scan-tree.ts';
import { misspelt, samplesOf } from '../shape-samples.ts';
import { removeTree, writeTree } from '../temporary-tree.ts';

const knowledge = createKnowledge(packs, new Uint8Array([1]));
const document = { file: filePath('.env'), text: '' };

interface Kind {
  readonly id: string;
  readonly spec: CredentialSpec;
  readonly shape: RegExp;
  readonly samples: readonly string[];
}

const every = packs.flatMap((pack) =>
  pack.credentials.map((spec) => ({ id: `${pack.id}/${spec.id}`, spec })),
);
const kinds: readonly Kind[] = every.flatMap(({ id, spec }) =>
  spec.shape === null ? [] : [{ id, spec, shape: spec.shape, samples: samplesOf(spec) }],
);

/** Kinds that look exactly like one of another vendor: there the name of the variable decides, and without one the other is what is most likely. */
const shared: Readonly<Record<string, string>> = {
  'firebase/ci-token': 'google-cloud/refresh-token',
  'gemini/api-key': 'google-cloud/api-key',
};

function byValue(value: string): string | undefined {
  const known = knowledge.credentialByValue(value);
  return known && `${known.provider}/${known.spec.id}`;
}

function byName(name: string, value: string): string | undefined {
  const known = credentialKind([name], value, document, knowledge)?.known;
  return known && `${known.provider}/${known.spec.id}`;
}

function hasPrefix(spec: CredentialSpec, value: string): boolean {
  return spec.prefixes.some((prefix) => value.startsWith(prefix));
}

/** Whether a value passes for this kind: by itself where it has a prefix, else by its shape under one of the kind's names. */
function passes({ id, spec, shape }: Kind, value: string): boolean {
  return hasPrefix(spec, value) ? byValue(value) === id : matchesWhole(shape, value);
}

it('every kind can be told by a name, a header or a prefix', () => {
  const mute = every.filter(
    ({ spec }) => spec.env.length + spec.headers.length + spec.prefixes.length === 0,
  );
  expect(mute).toEqual([]);
});

it('every prefix comes with the shape of the whole value', () => {
  const open = every.filter(({ spec }) => spec.prefixes.length > 0 && spec.shape === null);
  expect(open.map(({ id }) => id)).toEqual([]);
});

it('no two kinds claim one name, whatever its case, and none names an identifier', () => {
  const names = every.flatMap(({ spec }) => spec.env.map((name) => name.toLowerCase()));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const identifiers = packs.flatMap((pack) => pack.variables.flatMap((spec) => spec.env));
  expect(identifiers.filter((name) => names.includes(name.toLowerCase()))).toEqual([]);
});

describe('what a value is asked', () => {
  const asked = every.filter(
    ({ spec }) => spec.refine !== undefined || spec.isGenuine !== undefined,
  );
  const jwt = fc
    .tuple(fc.json(), fc.json())
    .map((parts) =>
      ['{"alg":"HS256"}', ...parts]
        .map((part) => Buffer.from(part).toString('base64url'))
        .join('.'),
    );

  it.each(asked)('$id answers in words, whatever it is', ({ spec }) => {
    const check = (value: string): void => {
      spec.isGenuine?.(value);
      const shown = spec.refine?.(value) ?? null;
      if (shown === null) return;
      expect(shown.title ?? 'a').toMatch(/^[\x20-\x7e]{1,160}$/);
      expect(shown.belongsTo ?? 'a').toMatch(/^[A-Za-z0-9@._:/-]{1,170}$/);
      expect(shown.expiresOn ?? 'never').toMatch(/^(?:20\d\d-\d\d-\d\d|never)$/);
      // The end of a token is its secret part.
      if (value.length > 40) expect(JSON.stringify(shown)).not.toContain(value.slice(-12));
    };
    for (const value of samplesOf(spec)) check(value);
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), jwt);
    const start = fc.constantFrom('', ...spec.prefixes);
    fc.assert(fc.property(start, text, (prefix, rest) => check(prefix + rest)));
    check('eyJ'.repeat(50_000));
    check(`${spec.prefixes[0] ?? ''}${'A'.repeat(100_000)}`);
  });
});

describe.each(kinds)('$id', (kind) => {
  const { id, spec, shape, samples } = kind;

  it('is recognised as itself and as nothing else', () => {
    for (const value of samples) {
      if (hasPrefix(spec, value)) expect(byValue(value)).toBe(id);
      else expect(byValue(value)).toBe(shared[id]);
      for (const name of spec.env) expect(byName(name, value)).toBe(id);
    }
  });

  it('has no prefix that its shape rules out', () => {
    const seen = spec.prefixes.filter((prefix) =>
      samples.some((value) => value.startsWith(prefix)),
    );
    expect(seen).toEqual(spec.prefixes);
  });

  it('has no near misses', () => {
    const isFixed = new Set(samples.map((value) => value.length)).size === 1;
    for (const value of samples.slice(0, 20)) {
      if (isFixed) {
        expect(passes(kind, value.slice(0, -1))).toBe(false);
        expect(passes(kind, value + value.at(-1))).toBe(false);
      }
      for (const prefix of spec.prefixes.filter((start) => value.startsWith(start))) {
        const rest = value.slice(prefix.length);
        expect(byValue(misspelt(prefix, 'first') + rest)).not.toBe(id);
        expect(byValue(misspelt(prefix, 'last') + rest)).not.toBe(id);
      }
      // A file's text may hold anything; tokens hold their own characters only.
      if (/\[\\s\\S\]|\[\^/.test(shape.source)) continue;
      const middle = value.length >> 1;
      for (const intruder of ['"', '!', 'é']) {
        expect(passes(kind, value.slice(0, middle) + intruder + value.slice(middle))).toBe(false);
      }
    }
  });

  it('ends on long runs of its own characters, within the time limit of this test', () => {
    const characters = [...new Set(samples.join(''))];
    const starts = ['', ...spec.prefixes, samples[0] ?? ''];
    for (const character of characters) {
      const run = character.repeat(100_000);
      for (const start of starts) {
        expect(matchesWhole(shape, start + run)).toBe(false);
        expect(shape.exec(start + run)?.[0].length ?? 0).toBeLessThan(10_000);
      }
    }
  });
});

describe('passwords that containers start with', () => {
  const names = [
    'POSTGRES_PASSWORD',
    'PGPASSWORD',
    'MYSQL_ROOT_PASSWORD',
    'MYSQL_PASSWORD',
    'MARIADB_ROOT_PASSWORD',
    'REDIS_PASSWORD',
    'RABBITMQ_PASSWORD',
    'RABBITMQ_DEFAULT_PASS',
    'MONGO_INITDB_ROOT_PASSWORD',
    'CLICKHOUSE_PASSWORD',
    'ELASTIC_PASSWORD',
    'MINIO_ROOT_PASSWORD',
    'MSSQL_SA_PASSWORD',
    'COUCHBASE_PASSWORD',
  ];
  const defaults = [
    'postgres',
    'root',
    'guest',
    'example',
    'changeme',
    'password123',
    'mysecretpassword',
    'my-secret-pw',
    'minioadmin',
    'local_dev_password',
    'P@ssw0rd',
  ];

  it.each(names)('%s opens the data of one store', (name) => {
    const spec = knowledge.credentialByName(name)?.spec;
    expect(spec).toMatchObject({ plane: 'data', scope: 'resource', prefixes: [], shape: null });
  });

  /** Findings above low about these variables, where production and staging share the values. */
  async function loudWith(value: (name: string) => string): Promise<readonly string[]> {
    const lines = names.map((name) => `${name}=${value(name)}`).join('\n');
    const variables = names.map((name) => `      ${name}: ${value(name)}`).join('\n');
    const tree = writeTree({
      '.env': lines,
      '.env.production': lines,
      '.env.staging': lines,
      'docker-compose.yml': `services:\n  db:\n    image: postgres:17\n    environment:\n${variables}\n`,
      '.claude/settings.json': '{"permissions":{"allow":["Bash"]}}',
      'reset.sh': 'psql -c "DROP DATABASE app"\n',
    });
    try {
      const { findings } = await scanTree(tree);
      return findings
        .filter(
          ({ severity, what }) => severity !== 'low' && names.some((name) => what.includes(name)),
        )
        .map(({ check }) => check);
    } finally {
      removeTree(tree);
    }
  }

  it.each(defaults)('give no finding above low as %s', async (value) => {
    expect(await loudWith(() => value)).toEqual([]);
  });
  it('give none where they repeat their own name', async () => {
    expect(await loudWith((name) => `${name.toLowerCase()}_123`)).toEqual([]);
  });
  it('give some as secrets that two stages share', async () => {
    const strong = await loudWith((name) => createHash('sha256').update(name).digest('hex'));
    expect(strong).toContain('secret-shared-across-environments');
  });
});
