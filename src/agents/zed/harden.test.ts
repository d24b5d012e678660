import { describe, expect, it } from 'vitest';
import { hardenedFiles } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';
import { isPrivate, privateFiles } from './private-files.ts';

const file = '.zed/settings.json';
const secrets = ['deploy/.env', 'deploy/token.txt'];

function narrowed(text: string): string | undefined {
  return hardenedFiles({ collect, harden }, { [file]: text }, { secrets })[file];
}

describe('private files', () => {
  it('come on top of the built-in ones, and comments stay', () => {
    expect(narrowed('{\n  // ours\n  "tab_size": 2,\n  "agent": {},\n}\n')).toBe(`{
  // ours
  "tab_size": 2,
  "agent": {},
  "private_files": [
    "**/deploy/token.txt"
  ],
}
`);
  });

  it('join the list that is there', () => {
    const text = '{\n  "private_files": [\n    "**/*.tfstate" // ours\n  ]\n}\n';
    expect(narrowed(text)).toBe(
      text.replace('tfstate" // ours', 'tfstate", // ours\n    "**/deploy/token.txt"'),
    );
  });

  it('stay where a file is broken', () => {
    expect(narrowed('{ "agent": ')).toBe('{ "agent": ');
  });

  it.each(privateFiles)('are known by %s', (glob) => {
    expect(isPrivate(glob.replace('**', 'a/b').replace('*', 'x'))).toBe(true);
    expect(isPrivate(`${glob.replace('**', 'a').replace('*', 'x')}.ts`)).toBe(glob === '**/.env*');
  });
});
