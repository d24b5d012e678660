import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../model/errors.ts';
import { targetOf } from './target.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'riskscan-target-')));
const here = join(root, 'here');

beforeAll(() => {
  for (const folder of ['here/api', 'here/web', 'there']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const file of ['here/a.env', 'here/api/b.env', 'there/c.env']) {
    writeFileSync(join(root, file), '');
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('targetOf', () => {
  it.each([
    ['nothing', [], { root: here, only: undefined }],
    ['one folder', ['api'], { root: join(here, 'api'), only: undefined }],
    ['a folder elsewhere', ['../there'], { root: join(root, 'there'), only: undefined }],
    ['one file', ['api/b.env'], { root: here, only: ['api/b.env'] }],
    ['parts of the working directory', ['web', 'a.env'], { root: here, only: ['web', 'a.env'] }],
    ['a part twice', ['web', './web/'], { root: here, only: ['web'] }],
    ['the working directory among others', ['.', 'web'], { root: here, only: undefined }],
    [
      'parts here and there',
      ['api', '../there/c.env'],
      { root, only: ['here/api', 'there/c.env'] },
    ],
    ['a file elsewhere', ['../there/c.env'], { root: join(root, 'there'), only: ['c.env'] }],
  ])('%s', (_, paths, expected) => {
    expect(targetOf(paths, here)).toEqual(expected);
  });

  it('refuses what is not there, and knows a mistyped command', () => {
    expect(() => targetOf(['nowhere'], here)).toThrow(InputError);
    expect(() => targetOf(['a.env/below'], here)).toThrow(InputError);
    expect(() => targetOf(['\0'], here)).toThrow(InputError);
    try {
      targetOf(['explian'], here, ['explain', 'checks']);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ hint: 'Did you mean the command "explain"?' });
    }
  });
});
