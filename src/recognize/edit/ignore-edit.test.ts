import { describe, expect, it } from 'vitest';
import { hideInIgnoreFile } from './ignore-edit.ts';

describe('hiding files', () => {
  it.each([
    ['', '/deploy/.env\n'],
    ['dist/', 'dist/\n/deploy/.env\n'],
    ['# keys\r\n*.pem\r\n', '# keys\r\n*.pem\r\n/deploy/.env\r\n'],
    ['.env*\n!.env\n', '.env*\n!.env\n/deploy/.env\n'],
    ['/.env\n', '/.env\n/deploy/.env\n'],
    ['*.env.local\n', '*.env.local\n/deploy/.env\n'],
    ['.env/\n', '.env/\n/deploy/.env\n'],
    ['# .env\n', '# .env\n/deploy/.env\n'],
  ])('adds to %j', (text, edited) => {
    expect(hideInIgnoreFile(text, ['deploy/.env', 'deploy/.env'])).toBe(edited);
    expect(hideInIgnoreFile(edited, ['deploy/.env'])).toBe(edited);
  });

  it.each([
    '.env*\n',
    '**/.env\n',
    'deploy/\n',
    'deploy/.env\n',
    './deploy/.env',
    '!x\n.e*v\n',
    '*\n',
  ])('leaves %j', (text) => expect(hideInIgnoreFile(text, ['deploy/.env'])).toBe(text));
});
