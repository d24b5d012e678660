import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createKnowledge } from '../src/engine/knowledge.ts';
import { packs } from '../src/registry.generated.ts';
import { filesIn, removeTree } from '../test/temporary-tree.ts';
import { type CredentialTree, writeCredentialTree } from './bench-credential-tree.ts';

const knowledge = createKnowledge(packs, new Uint8Array([1]));
const folders: string[] = [];

function grown(seed: string): { readonly folder: string; readonly tree: CredentialTree } {
  const folder = mkdtempSync(join(tmpdir(), 'riskscan-'));
  folders.push(folder);
  const isKnown = (value: string): boolean => knowledge.credentialByValue(value) !== undefined;
  return { folder, tree: writeCredentialTree(folder, packs, seed, isKnown) };
}

afterAll(() => folders.forEach(removeTree));

it('plants every kind that is no public one, once, the same for the same seed', () => {
  const [first, again, other] = [grown('1'), grown('1'), grown('2')];
  expect(first.tree.unmade).toEqual([]);
  expect(first.tree.planted).toEqual(again.tree.planted);
  expect(first.tree.planted).not.toEqual(other.tree.planted);
  const texts = (folder: string): readonly string[] =>
    filesIn(folder).map((file) => readFileSync(file, 'utf8'));
  expect(texts(first.folder)).toEqual(texts(again.folder));

  const kinds = first.tree.planted.map(({ provider, kind }) => `${provider}/${kind}`);
  expect(new Set(kinds).size).toBe(kinds.length);
  const missing = packs.flatMap((pack) =>
    pack.credentials
      .filter((spec) => !spec.isPublic && !kinds.includes(`${pack.id}/${spec.id}`))
      .map((spec) => `${pack.id}/${spec.id}`),
  );
  expect(missing).toEqual([]);
}, 30_000);

it('knows the lines it plants on', () => {
  const { folder, tree } = grown('3');
  for (const { file, line, name } of tree.planted) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    if (name !== null) expect(lines[line - 1]).toContain(name);
  }
}, 30_000);
