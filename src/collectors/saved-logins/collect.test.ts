import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as heroku } from '../../providers/heroku/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([heroku], randomBytes(32));
const password = randomBytes(18).toString('base64url');

function collected(text: string, file = '~/.netrc'): readonly Fact[] {
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

describe('netrc', () => {
  it('reads entries on one line or several, and knows whose API answers there', () => {
    const key = randomUUID();
    const text = `# ${password}
machine api.heroku.com
  login me@acme.io
  password ${key}
machine git.acme.io login bot password "${password}"
default login anonymous password ${password}
`;
    const facts = collected(text);
    expect(ofKind(facts, 'Credential')).toMatchObject([
      { name: 'api.heroku.com', provider: 'heroku', form: 'literal', decidedBy: 'context' },
      { name: 'git.acme.io', provider: null, title: 'login of "bot" for git.acme.io' },
    ]);
    expect(JSON.stringify(facts)).not.toContain(key);
  });

  it('skips macros and comments', () => {
    const text = `macdef init\n machine ftp.acme.io login a password ${password}\n\n# machine b.acme.io login b password ${password}\n`;
    expect(collected(text)).toEqual([]);
  });

  it.each([
    'machine localhost login a password hunter2-hunter2-hunter2',
    'machine git.acme.io login a password $TOKEN',
    'machine git.acme.io login a password changeme',
    'machine git.acme.io login a password',
    'password',
    '',
  ])('%j is nothing', (text) => {
    expect(collected(text)).toEqual([]);
  });
});

it('reads what git stores', () => {
  const text = `https://me:${randomUUID()}@git.heroku.com\nhttps://bot:${encodeURIComponent(`${password}/+`)}@git.acme.io/repo.git\n`;
  const facts = collected(text, '~/.git-credentials');
  expect(ofKind(facts, 'Credential').map(({ name }) => name)).toEqual([
    'git.heroku.com',
    'git.acme.io',
  ]);
  expect(JSON.stringify(facts)).not.toContain(password);
});
