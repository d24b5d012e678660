import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/script/parse.ts';
import type { Fact, FactKind } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { call, harbour, sender } from './harbour.fixture.ts';

const knowledge = createKnowledge([harbour], new Uint8Array(32));

/** `@{x}` stands for a substitution in a template literal; it is as long as the real one. */
function facts(written: string, file = 'scripts/ops/client.ts'): readonly Fact[] {
  const text = written.replaceAll('@{', '\x24{');
  const unit = { id: file, documents: [parse(filePath(file), text)] };
  return collect(unit, knowledge);
}

function only<K extends FactKind>(all: readonly Fact[], kind: K) {
  return all.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}

describe('operations', () => {
  it('finds a destructive mutation, with its exact place and the name people call', () => {
    const text = `${sender}
export const addDomain = (domain) => send(\`mutation { domainCreate(domain: "x") { id } }\`);
export const dropVolume = (volumeId: string) =>
  ${call};
`;
    const all = facts(text);
    const [command, ...others] = only(all, 'DestructiveCommand');
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
    expect(only(all, 'Guard')).toEqual([]);
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
    const [command] = only(facts(text), 'DestructiveCommand');
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
    expect(facts(text, file)).toEqual([]);
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
    expect(only(facts(text), 'DestructiveCommand')).toMatchObject([
      { verb: 'DELETE /v1/volumes/{id}', recovery: 'kept for two days', confidence: 'high' },
    ]);
  });

  it('numbers equal operations', () => {
    const text = `const h = "https://api.harbour.test"; ${call}; ${call};`;
    expect(only(facts(text), 'DestructiveCommand').map((one) => one.key)).toEqual([
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
    expect(only(facts(text, file), 'DestructiveCommand').map((one) => one.confidence)).toEqual([
      confidence,
    ]);
  });

  it('says nothing without any sign of the provider', () => {
    expect(facts(bare, 'tools/a.ts')).toEqual([]);
  });
});

describe('hostile input', () => {
  it.each([
    ['nothing', ''],
    ['garbage', '\u0000\ufeff}}} `${ <div'],
    ['half a call', 'const h = "https://api.harbour.test"; send(`mutation { volumeDelete('],
    ['a call without a name', 'send?.[(`mutation { volumeDelete(volumeId: 1, x: 2) }`)]()()'],
  ])('survives %s', (_, text) => {
    expect(facts(text)).toEqual([]);
  });

  it('survives deep nesting', () => {
    const text = `const h = "https://api.harbour.test"; const q = "mutation { ${'a { '.repeat(20_000)}";`;
    expect(facts(text)).toEqual([]);
  });

  it('keeps nothing that cannot be cloned', () => {
    const all = facts(`${sender}${call}`);
    expect(all.length).toBeGreaterThan(1);
    expect(structuredClone(all)).toEqual(all);
  });
});
