import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([], randomBytes(32));
const password = randomBytes(18).toString('base64url');

function collected(text: string, file = '.pgpass'): readonly Fact[] {
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

describe('pgpass', () => {
  it('gives the store and the login of each line', () => {
    const text = `# hosts\ndb.acme.io:5432:shop:postgres:${password}\r\nreplica.acme.io:*:*:report_ro:${password.slice(0, 20)}\\:x\n`;
    const facts = collected(text);
    expect(ofKind(facts, 'DataStore').map(({ key }) => key)).toEqual([
      'db:postgres://db.acme.io:5432/shop',
      'db:postgres://replica.acme.io:5432/',
    ]);
    const logins = ofKind(facts, 'Credential');
    expect(logins).toMatchObject([
      {
        name: 'db.acme.io:5432:shop:postgres',
        key: 'credential:.pgpass#db.acme.io:5432:shop:postgres@0',
        title: 'PostgreSQL login "postgres"',
        actions: { value: ['read', 'write', 'delete', 'admin'] },
      },
      { actions: { value: ['read'] } },
    ]);
    expect(text.slice(logins[0]?.at.start, logins[0]?.at.end)).toMatch(/^db\.acme.*[^\r]$/);
    expect(ofKind(facts, 'Binding')).toEqual([]);
    expect(relationsOf(facts, 'authorizes')).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toContain(password.slice(0, 20));
    expect(structuredClone(facts)).toEqual(facts);
  });

  it.each([
    `*:*:*:postgres:hunter2-hunter2`,
    '#db.acme.io:5432:shop:app:hunter2-hunter2',
    'not a line',
    '',
  ])('%j is nothing', (text) => {
    expect(collected(text)).toEqual([]);
  });

  it.each(['localhost:5432:shop:app:hunter2-hunter2', 'db.acme.io:5432:shop:app:<password>'])(
    '%s gives no login',
    (text) => {
      expect(ofKind(collected(text), 'Credential')).toEqual([]);
    },
  );
});

describe('services and option files', () => {
  it('takes a section for an environment', () => {
    const text = `[shop-staging]\nhost=db.acme.io\nuser=app\ndbname=shop\npassword=${password}\n[noauth]\nhost=db.acme.io\n`;
    const facts = collected(text, '~/.pg_service.conf');
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'staging' }]);
    expect(relationsOf(facts, 'holds')).toMatchObject([
      { from: 'environment:~/.pg_service.conf#shop-staging' },
    ]);
    expect(relationsOf(facts, 'connects-to')).toHaveLength(1);
  });

  it('reads MySQL clients and not the server', () => {
    const text = `[client]\nuser = root\npassword = "${password}"\nhost = mysql.acme.io\n[mysqld]\npassword = ${password}\nhost = x.acme.io\n[mysqldump]\nquick\n`;
    const facts = collected(text, '.my.cnf');
    expect(ofKind(facts, 'DataStore').map(({ key }) => key)).toEqual([
      'db:mysql://mysql.acme.io:3306/',
    ]);
    expect(ofKind(facts, 'Credential')).toMatchObject([{ title: 'MySQL login "root"' }]);
  });
});
