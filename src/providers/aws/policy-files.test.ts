import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseShell } from '../../formats/shell/parse.ts';
import type { Principal } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect-policy-files.ts';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const policy = JSON.stringify({ Version: '2012-10-17', Statement: [everything] });
const reading = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: '*' },
});

/** Trust of a pipeline at GitHub, for those whose `sub` is like this. */
function trust(subject: string): string {
  const issuer = 'token.actions.githubusercontent.com';
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::529381026473:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringLike: { [`${issuer}:sub`]: subject } },
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function principals(files: Readonly<Record<string, string>>): readonly Principal[] {
  const documents = Object.entries(files).map(([name, text]) =>
    (name.endsWith('.json') ? parseJson : parseShell)(filePath(name), text),
  );
  const facts = collect({ id: 'x', documents }, createKnowledge([], new Uint8Array(32)));
  return facts.filter((fact): fact is Principal => fact.kind === 'Principal' && !fact.implied);
}

const described = ({ name, title, scope, deletes, confirms, usedBy }: Principal) => [
  name,
  title,
  known(scope),
  (known(deletes) ?? []).length > 0,
  known(confirms),
  usedBy,
];

describe('a policy in a file', () => {
  it('is of somebody unknown, whom something may ask first', () => {
    expect(principals({ 'iam/agent.json': policy }).map(described)).toEqual([
      [
        'agent.json',
        'IAM policy whose holder does not show',
        'account',
        true,
        undefined,
        undefined,
      ],
    ]);
    expect(principals({ 'iam/agent.json': policy })[0]?.confidence).toBe('medium');
  });

  it.each([
    ['that only reads', reading],
    ['with nothing in it', '{"Version":"2012-10-17","Statement":[]}'],
    ['that is broken', '{"Statement": [{"Effect": "Allow", "Action"'],
    ['of something else', '{"Statement":"a statement","Action":"*"}'],
    ['that says who may become a role', trust('repo:ferries/*')],
    ['of a bucket', policy.replace('{"Effect"', '{"Principal":"*","Effect"')],
  ])('%s deletes nothing', (_, text) => {
    const found = principals({ 'policy.json': text });
    expect(found.filter(({ deletes }) => (known(deletes) ?? []).length > 0)).toEqual([]);
  });
});

describe('a script that gives it to somebody', () => {
  const put = 'aws iam put-user-policy --user-name agent --policy-name p --policy-document';

  it.each([
    ['below the script', 'iam/setup.sh', 'iam/agent.json', `${put} file://agent.json`],
    ['below the root', 'scripts/setup.sh', 'iam/agent.json', `${put} file://iam/agent.json`],
    ['behind a variable', 'scripts/a.sh', 'scripts/agent.json', `${put} "file://$DIR/agent.json"`],
    [
      'behind a command',
      'a/b.sh',
      'x/agent.json',
      `${put}="file://$(dirname "$0")/../x/agent.json"`,
    ],
    ['by another way', 'scripts/a.sh', 'iam/agent.json', `sudo ${put} file://../iam/agent.json`],
  ])('%s', (_, script, file, text) => {
    expect(principals({ [script]: text, [file]: policy }).map(described)).toEqual([
      ['agent', 'IAM user', 'account', true, false, undefined],
    ]);
  });

  it('under a name of its own, with a key for a program', () => {
    const script = [
      'aws iam create-user --user-name agent',
      'aws iam create-policy --policy-name all --policy-document file://all.json',
      'aws iam attach-user-policy --user-name agent --policy-arn "arn:aws:iam::$ACCOUNT:policy/all"',
      'aws iam create-access-key --user-name agent',
    ].join('\n');
    expect(principals({ 'a.sh': script, 'all.json': policy }).map(described)).toEqual([
      ['agent', 'IAM user', 'account', true, false, 'program'],
    ]);
  });

  it('as one of the vendor', () => {
    const script =
      'aws iam attach-group-policy --group-name ops --policy-arn arn:aws:iam::aws:policy/AdministratorAccess';
    expect(principals({ 'a.sh': script }).map(described)).toEqual([
      ['ops', 'IAM group', 'account', true, false, undefined],
    ]);
  });

  it.each([
    ['repo:ferries/app:*', false],
    ['repo:ferries/*', false],
    ['*', false],
    ['repo:ferries/app:ref:refs/heads/main', undefined],
  ])('as a role of a pipeline that trusts %s', (subject, confirms) => {
    const script = [
      'aws iam create-role --role-name deploy --assume-role-policy-document file://trust.json',
      'aws iam put-role-policy --role-name deploy --policy-name p --policy-document file://all.json',
    ].join('\n');
    const files = { 'a.sh': script, 'all.json': policy, 'trust.json': trust(subject) };
    expect(principals(files).map(described)).toEqual([
      ['deploy', 'IAM role', 'account', true, confirms, 'pipeline'],
    ]);
  });

  it.each([
    `${put} file://missing.json`,
    `${put} "$POLICY"`,
    put,
    'aws iam put-user-policy --policy-document file://agent.json',
    'aws iam list-users --policy-document x',
  ])('%s says nothing of what is granted', (text) => {
    const found = principals({ 'a.sh': text });
    expect(found.filter(({ deletes }) => (known(deletes) ?? []).length > 0)).toEqual([]);
  });
});
