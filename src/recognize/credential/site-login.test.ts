import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { harbourKnowledge } from '../../../test/harbour-knowledge.ts';
import { filePath } from '../../model/source.ts';
import { basicLogin, decoded, providerOfSite, siteHost, siteLogin } from './site-login.ts';

const document = { file: filePath('.netrc'), text: 'machine git.acme.io' };

function made(host: string, secret: string) {
  return siteLogin(
    {
      host,
      user: 'bot',
      secret,
      name: host,
      nameStart: 8,
      at: { file: document.file, start: 8, end: 19 },
      document,
      collector: 'test',
      plane: 'supply',
    },
    acmeKnowledge,
  );
}

describe('site login', () => {
  it('is of the kind that its prefix proves, wherever it goes', () => {
    expect(made('registry', acmeToken)).toMatchObject({ provider: 'acme', decidedBy: 'prefix' });
  });

  it('is a plain login where only the host is known', () => {
    expect(made('git.harbour.io', 'q7ZkPw2mXr9TbVn4')).toMatchObject({
      provider: null,
      product: 'site-login',
      plane: 'supply',
      scope: { state: 'unknown' },
    });
  });

  it.each([
    ['localhost', 'q7ZkPw2mXr9TbVn4'],
    ['registry', 'q7ZkPw2mXr9TbVn4'],
    ['git.example.com', 'q7ZkPw2mXr9TbVn4'],
    ['git.harbour.io', 'password'],
    ['git.harbour.io', 'op://vault/git/token'],
    ['git.harbour.io', ''],
  ])('is nothing for %s with %j', (host, secret) => {
    expect(made(host, secret)).toBeNull();
  });
});

it('knows whose a host is by the API of its domain', () => {
  const [host = ''] = harbourKnowledge.providers[0]?.api?.hosts ?? [];
  const domain = host.split('.').slice(-2).join('.');
  expect(providerOfSite(`npm.pkg.${domain}`, harbourKnowledge)?.id).toBe(
    harbourKnowledge.providers[0]?.id,
  );
  expect(providerOfSite('npm.pkg.other.io', harbourKnowledge)).toBeNull();
});

it.each([
  ['https://me:pw@Git.Acme.io:8443/repo?x', 'git.acme.io'],
  ['//npm.acme.io/path/', 'npm.acme.io'],
  ['registry.acme.io:5000', 'registry.acme.io'],
  ['', ''],
])('host of %s', (address, host) => {
  expect(siteHost(address)).toBe(host);
});

it('decodes base64 of text only', () => {
  expect(basicLogin(btoa('bot:pa:ss'))).toEqual({ user: 'bot', secret: 'pa:ss' });
  expect(basicLogin(btoa('nothing'))).toBeNull();
  expect(decoded('%%%')).toBeNull();
  expect(decoded(Buffer.from([0, 1, 255, 254]).toString('base64'))).toBeNull();
});
