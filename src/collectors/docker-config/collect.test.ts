import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/json/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as dockerHub } from '../../providers/docker-hub/pack.ts';
import { pack as github } from '../../providers/github/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([dockerHub, github], randomBytes(32));
const password = randomBytes(18).toString('base64url');

function collected(value: unknown, file = '.docker/config.json'): readonly Fact[] {
  const text = JSON.stringify(value, null, 2);
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

function auths(host: string, secret: string, user = 'bot'): unknown {
  return { auths: { [host]: { auth: btoa(`${user}:${secret}`) } } };
}

describe('registry logins', () => {
  it('are decoded, and of the kind that their value proves', () => {
    const token = `dckr_pat_${randomBytes(20).toString('hex').slice(0, 27)}`;
    const facts = collected(auths('https://index.docker.io/v1/', token));
    expect(ofKind(facts, 'Credential')).toMatchObject([
      { provider: 'docker-hub', product: 'personal-token', form: 'literal', decidedBy: 'prefix' },
    ]);
    expect(JSON.stringify(facts)).not.toContain(token);
    expect(JSON.stringify(facts)).not.toContain(btoa(`bot:${token}`).slice(0, 20));
  });

  it('say only the host where nothing else is known', () => {
    expect(ofKind(collected(auths('registry.acme.io:5000', password)), 'Credential')).toMatchObject(
      [
        {
          provider: null,
          title: 'login of "bot" for registry.acme.io',
          plane: 'supply',
          scope: { state: 'unknown' },
          confidence: 'medium',
        },
      ],
    );
  });

  it.each([
    ['a helper', { auths: { 'ghcr.io': {} }, credsStore: 'desktop' }],
    ['helpers by registry', { credHelpers: { 'registry.acme.io': 'pass' } }],
    ['this machine', auths('localhost:5000', password)],
    [
      'a session of half a day',
      auths('171077921032.dkr.ecr.eu-west-1.amazonaws.com', password, 'AWS'),
    ],
    ['a placeholder', auths('registry.acme.io', '<your password>')],
    ['a sample', auths('registry.example.com', password)],
    ['a weak password', auths('registry.acme.io', 'password')],
    ['no base64', { auths: { 'registry.acme.io': { auth: '%%%%' } } }],
    ['nothing', []],
  ])('%s is nothing', (_, value) => {
    expect(collected(value)).toEqual([]);
  });
});

it('reads contexts of other machines', () => {
  const file = '~/.docker/contexts/meta/0f/meta.json';
  const context = (host: string) => ({
    Name: 'prod',
    Metadata: {},
    Endpoints: { docker: { Host: host, SkipTLSVerify: false } },
  });
  expect(ofKind(collected(context('ssh://root@prod.acme.io'), file), 'Credential')).toMatchObject([
    { name: 'Docker context "prod"', provider: 'docker', product: 'remote-daemon' },
  ]);
  expect(collected(context('unix:///var/run/docker.sock'), file)).toEqual([]);
});
