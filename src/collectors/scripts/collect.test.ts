import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { call, scriptFacts, sender } from '../../../test/harbour-script.ts';

describe('operations', () => {
  it('finds a destructive mutation, with its exact place and the name people call', () => {
    const text = `${sender}
export const addDomain = (domain) => send(\`mutation { domainCreate(domain: "x") { id } }\`);
export const dropVolume = (volumeId: string) =>
  ${call};
`;
    const all = scriptFacts(text);
    const [command, ...others] = ofKind(all, 'DestructiveCommand');
    expect(others).toEqual([]);
    expect(command).toMatchObject({
      key: 'scripts:scripts/ops/client.ts#volumeDelete',
      name: 'dropVolume (volumeDelete)',
      provider: 'harbour',
      verb: 'volumeDelete',
      via: 'api',
      destroys: 'volume',
      skipsPrompt: true,
      invocations: [],
      confidence: 'high',
    });
    expect(text.slice(command?.at.start, command?.at.end)).toBe('volumeDelete');
    expect(text.slice(0, command?.at.start).endsWith('String!) { ')).toBe(true);
    expect(ofKind(all, 'Guard')).toEqual([]);
  });

  it.each([
    [
      'a plain string with escapes',
      `fetch("https://api.harbour.test", { body: "mutation {\\n volumeDelete(volumeId: \\"a\\") }" })`,
    ],
    [
      'a concatenation',
      `const h = "https://api.harbour.test"; run("mutation { " + "volumeDelete(volumeId: " + id + ") }")`,
    ],
    [
      'a computed argument',
      'const h = "https://api.harbour.test"; run(`mutation { volumeDelete(volumeId: "@{id}") }`)',
    ],
    [
      'a tagged document',
      'const h = "https://api.harbour.test"; const Q = gql`@{frag} mutation Drop($v: ID!) { volumeDelete(volumeId: $v) }`; run(Q)',
    ],
  ])('reads %s', (_, text) => {
    const [command] = ofKind(scriptFacts(text), 'DestructiveCommand');
    expect(text.slice(command?.at.start, command?.at.end)).toBe('volumeDelete');
  });

  it.each([
    ['a query', 'run("https://api.harbour.test", `query { volumeDelete(volumeId: "x") { id } }`)'],
    ['a sentence', 'run("https://api.harbour.test", "the mutation volumeDelete failed")'],
    ['a comment', 'run("https://api.harbour.test"); // mutation { volumeDelete(volumeId: "x") }'],
    [
      'an unrelated schema',
      'const doc = `mutation { volumeDelete(shelf: "x", book: "y") }`; run(doc)',
    ],
    ['a harmless request', 'fetch(`https://api.harbour.test/v1/volumes/@{id}`)'],
    [
      'another path',
      'fetch(`https://api.harbour.test/v1/volumes/@{id}/files`, { method: "DELETE" })',
    ],
    ['a declaration file', '', 'scripts/client.d.ts'],
  ])('is silent about %s', (_, text, file = 'src/shop.ts') => {
    expect(scriptFacts(text, file)).toEqual([]);
  });

  it.each([
    ['fetch', 'fetch(`https://api.harbour.test/v1/volumes/@{id}`, { method: "DELETE" })'],
    [
      'axios.delete',
      'const BASE = "https://api.harbour.test/v1"; axios.delete(`@{BASE}/volumes/@{id}`)',
    ],
    [
      'axios options',
      'axios({ method: "delete", url: "https://api.harbour.test/v1/volumes/" + id })',
    ],
    ['a URL', 'got.delete(new URL(`/v1/volumes/@{id}`, "https://api.harbour.test"))'],
  ])('finds an HTTP delete through %s', (_, text) => {
    expect(ofKind(scriptFacts(text), 'DestructiveCommand')).toMatchObject([
      { verb: 'DELETE /v1/volumes/{id}', recovery: 'kept for two days', confidence: 'high' },
    ]);
  });

  it('numbers equal operations', () => {
    const text = `const h = "https://api.harbour.test"; ${call}; ${call};`;
    expect(ofKind(scriptFacts(text), 'DestructiveCommand').map((one) => one.key)).toEqual([
      'scripts:scripts/ops/client.ts#volumeDelete',
      'scripts:scripts/ops/client.ts#volumeDelete-2',
    ]);
  });
});

describe('how sure the provider is', () => {
  const bare =
    'export const drop = () => run(`mutation { volumeDelete(volumeId: $a, extra: 1) }`);';
  it.each([
    [
      'host in the file',
      `${bare} const host = "https://api.harbour.test/x";`,
      'tools/a.ts',
      'high',
    ],
    ['imported local client', `import { run } from "./client"; ${bare}`, 'tools/a.ts', 'medium'],
    ['name of the file', bare, 'tools/harbour-admin.ts', 'medium'],
    [
      'name in the code',
      `import { h } from "x"; harbourClient.x(); ${bare}`,
      'tools/a.ts',
      'medium',
    ],
    ['exact arguments only', bare.replace(', extra: 1', ''), 'tools/a.ts', 'low'],
  ])('%s', (_, text, file, confidence) => {
    expect(
      ofKind(scriptFacts(text, file), 'DestructiveCommand').map((one) => one.confidence),
    ).toEqual([confidence]);
  });

  it('says nothing without any sign of the provider', () => {
    expect(scriptFacts(bare, 'tools/a.ts')).toEqual([]);
  });
});

describe('hostile input', () => {
  it.each([
    ['nothing', ''],
    ['garbage', '\u0000\ufeff}}} `${ <div'],
    ['half a call', 'const h = "https://api.harbour.test"; send(`mutation { volumeDelete('],
    ['a call without a name', 'send?.[(`mutation { volumeDelete(volumeId: 1, x: 2) }`)]()()'],
  ])('survives %s', (_, text) => {
    expect(scriptFacts(text)).toEqual([]);
  });

  it('survives deep nesting', () => {
    const text = `const h = "https://api.harbour.test"; const q = "mutation { ${'a { '.repeat(20_000)}";`;
    expect(scriptFacts(text)).toEqual([]);
  });

  it('keeps nothing that cannot be cloned', () => {
    const all = scriptFacts(`${sender}${call}`);
    expect(all.length).toBeGreaterThan(1);
    expect(structuredClone(all)).toEqual(all);
  });
});
