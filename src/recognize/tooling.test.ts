import { expect, it } from 'vitest';
import { parse } from '../formats/text/parse.ts';
import { filePath } from '../model/source.ts';
import { toolingCollector } from './tooling.ts';

const collector = toolingCollector('prisma', 'Prisma', {
  files: [{ glob: '**/schema.prisma' }],
  npm: ['prisma', '@prisma/client'],
  python: ['prisma'],
});

async function found(file: string, text: string): Promise<string | undefined> {
  const { collect } = await collector.load();
  const documents = [parse(filePath(file), text)];
  // A pack's collector knows its own vendor and asks nobody.
  const [fact] = collect({ id: file, documents }, {} as never);
  return fact === undefined ? undefined : text.slice(fact.at.start, fact.at.end);
}

it.each([
  ['schema.prisma', 'datasource db {\n}\n', 'datasource db {'],
  ['package.json', '{ "devDependencies": { "prisma": "7.1.0" } }', 'prisma'],
  ['requirements.txt', 'django==5\nprisma>=0.15\n', 'prisma'],
  ['pyproject.toml', 'dependencies = ["prisma~=0.15"]', 'prisma'],
])('%s with %j uses the tool', async (file, text, at) => {
  expect(await found(file, text)).toBe(at);
});

it.each([
  ['package.json', '{ "devDependencies": { "@acme/prisma-kit": "1.0.0", "prisma-x": "1" } }'],
  ['requirements.txt', 'prismatic==1\n'],
])('%s with %j does not', async (file, text) => {
  expect(await found(file, text)).toBeUndefined();
});

it('asks for files by their name, and for manifests by their words', () => {
  expect(collector.files).toContainEqual({ glob: '**/schema.prisma', format: 'text' });
  expect(collector.files).toContainEqual({
    glob: '**/package.json',
    format: 'text',
    hints: ['"prisma"', '"@prisma/client"'],
  });
});
