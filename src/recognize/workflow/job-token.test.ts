import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/yaml/parse.ts';
import { at } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { jobRights } from './job-token.ts';

function rights(permissions: string): string | undefined {
  const document = parse(filePath('x.yml'), permissions);
  const root = document?.shape === 'data' ? document.roots[0] : undefined;
  return jobRights(at(root, 'permissions'))?.written;
}

describe('jobRights', () => {
  it.each([
    ['permissions: write-all', 'write-all'],
    ['permissions: { contents: write }', 'contents: write'],
    ['permissions:\n  packages: write\n  contents: write', 'contents: write, packages: write'],
  ])('%s', (text, expected) => expect(rights(text)).toBe(expected));

  it.each([
    'other: 1',
    'permissions:',
    'permissions: {}',
    'permissions: read-all',
    'permissions: { contents: read, issues: write, id-token: write }',
    'permissions: { contents: "${{ inputs.level }}" }',
    'permissions: [write]',
  ])('%s destroys nothing that is known', (text) => expect(rights(text)).toBeUndefined());
});
