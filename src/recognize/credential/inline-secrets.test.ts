import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/json/parse.ts';
import { at, type DataDocument, type ScalarNode } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { maskSecrets, sliceScalar, variableName } from './inline-secrets.ts';

const knowledge = createKnowledge([], randomBytes(32));
const secret = randomBytes(18).toString('hex');

function lineIn(text: string): { readonly document: DataDocument; readonly scalar: ScalarNode } {
  const document = parse(filePath('settings.json'), JSON.stringify({ line: text }));
  if (document.shape !== 'data') throw new Error('expected data');
  const scalar = at(document.roots[0], 'line');
  if (scalar?.type !== 'scalar') throw new Error('expected a scalar');
  return { document, scalar };
}

function mask(text: string) {
  const { document, scalar } = lineIn(text);
  return maskSecrets(scalar, document, 'test', knowledge);
}

describe('maskSecrets', () => {
  it.each([
    `PGPASSWORD=${secret} psql *`,
    `PGPASSWORD="${secret}" psql *`,
    `deploy --api-token ${secret} *`,
    `deploy --api-token=${secret} *`,
    `curl -H "Authorization: Bearer ${secret}" https://api.example.com`,
    `Bash(deploy --token ${secret})`,
    `command(deploy --api-key=${secret})`,
    `psql postgres://app:${secret}@db.example.com:5432/app *`,
  ])('hides the secret and keeps the rest, case %#', (line) => {
    const masked = mask(line);
    const [before = '', after = ''] = line.split(secret);
    expect(JSON.stringify(masked)).not.toContain(secret);
    expect(masked.text.startsWith(before)).toBe(true);
    expect(masked.text.endsWith(after)).toBe(true);
  });

  it('keeps a bracket that the value itself opens', () => {
    const masked = mask(`Bash(deploy --password a(b)${secret}(c))`);
    expect(JSON.stringify(masked)).not.toContain(secret);
    expect(masked.text).toMatch(/^Bash\(deploy --password …[^)]*\(c\)\)$/);
  });

  it('hides each of several', () => {
    const other = randomBytes(18).toString('hex');
    const masked = mask(`A_TOKEN=${secret} B_SECRET=${other} run`);
    expect(JSON.stringify(masked)).not.toContain(secret);
    expect(JSON.stringify(masked)).not.toContain(other);
  });

  it.each([
    'AWS_PROFILE=prod aws *',
    'git push --force *',
    'deploy --token $TOKEN',
    'Bash(deploy --token $(token))',
    'curl https://api.example.com/v1',
  ])('leaves %s as it is', (line) => {
    expect(mask(line).text).toBe(line);
  });

  it('binds no variable', () => {
    const { facts } = mask(`DATABASE_URL=postgres://a:${secret}@db.example.com/app run`);
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.filter((fact) => fact.kind === 'Binding')).toEqual([]);
  });
});

it('slices a scalar without losing its way back to the file', () => {
  const { document, scalar } = lineIn('a "quoted" word');
  const start = scalar.text.indexOf('word');
  const slice = sliceScalar(document.file, scalar, start, start + 4);
  expect(slice.text).toBe('word');
  expect(document.text.slice(slice.at.start, slice.at.end)).toBe('word');
});

it('names a flag as a variable would be', () => {
  expect(variableName('--access-token')).toBe('ACCESS_TOKEN');
});
