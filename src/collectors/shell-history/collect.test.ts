// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([railway], randomBytes(32));
const token = randomUUID();
const password = randomBytes(18).toString('base64url');

function collected(text: string, file = '~/.bash_history'): readonly Fact[] {
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

describe('command lines', () => {
  it.each([
    ['an assignment', `export RAILWAY_API_TOKEN=${token}`, 'account-token'],
    ['one for a single command', `RAILWAY_TOKEN='${token}' railway up`, 'project-token'],
    ['zsh', `: 1700000000:0;export RAILWAY_API_TOKEN=${token}`, 'account-token'],
    ['fish', `- cmd: set -x RAILWAY_API_TOKEN=${token}`, 'account-token'],
    ['a flag', `railway up --detach --token ${token}`, 'project-token'],
    ['a flag through npx', `cd app && npx railway up --token=${token}`, 'project-token'],
    [
      'a header',
      `curl -H "Authorization: Bearer ${token}" https://backboard.railway.com/graphql/v2`,
      'account-token',
    ],
    ['a login', `curl -u bot:${password} https://api.acme.io/v1`, 'site-login'],
    [
      'an address',
      `psql postgres://app:${password}@db.acme.io/shop -c 'select 1'`,
      'database-login',
    ],
  ])('%s', (_, line, product) => {
    const facts = collected(`cd app\n${line}\nls\n`);
    expect(ofKind(facts, 'Credential').map((fact) => fact.product)).toEqual([product]);
    expect(JSON.stringify(facts)).not.toContain(token);
    expect(JSON.stringify(facts)).not.toContain(password);
  });

  it('counts what was typed again once', () => {
    const line = `psql postgres://app:${password}@db.acme.io/shop\n`;
    const facts = collected(line.repeat(3));
    const [login, ...others] = ofKind(facts, 'Credential');
    expect(others).toEqual([]);
    for (const edge of relationsOf(facts, 'authorizes')) expect(edge.from).toBe(login?.key);
  });

  it('tells two addresses apart', () => {
    const facts = collected(
      `psql postgres://app:${password}@a.acme.io/shop\npsql postgres://app:x${password}@b.acme.io/shop\n`,
    );
    expect(new Set(ofKind(facts, 'Credential').map(({ key }) => key)).size).toBe(2);
  });
});

it.each([
  'export RAILWAY_API_TOKEN=$(op read op://vault/railway/token)',
  'export RAILWAY_API_TOKEN=$TOKEN',
  'echo $RAILWAY_API_TOKEN | wc -c',
  'railway up --token $RAILWAY_TOKEN',
  'git commit -m "RAILWAY_API_TOKEN: rotate it"',
  'curl -u admin:admin http://localhost:3000',
  'docker login -u me -p',
  '',
])('%j gives no literal', (line) => {
  const literal = ofKind(collected(line), 'Credential').filter(({ form }) => form === 'literal');
  expect(literal).toEqual([]);
});

it('ends soon on lines without end', () => {
  for (const piece of ['a=', '://a:b@', '-u a:b ', 'npx a --token ', 'authorization: bearer ']) {
    const start = performance.now();
    collected(`${piece.repeat(2_000).slice(0, 9_990)}\n`.repeat(50));
    expect(performance.now() - start).toBeLessThan(10_000);
  }
});
