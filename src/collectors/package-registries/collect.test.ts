// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import { parse as parseYaml } from '../../formats/yaml/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const password = randomBytes(18).toString('base64url');

function collected(text: string, file = '.npmrc'): readonly Fact[] {
  const document = (file.endsWith('.yml') ? parseYaml : parseText)(filePath(file), text);
  if (document === null) throw new Error('no document');
  return collect({ id: file, documents: [document] }, acmeKnowledge);
}

describe('npm', () => {
  it('keys a token as the sweep does', () => {
    const text = `save-exact=true\n//npm.harbour.io/:_authToken=${acmeToken}\n`;
    const [credential] = ofKind(collected(text), 'Credential');
    expect(credential).toMatchObject({
      key: 'credential:.npmrc#_authToken@0',
      provider: 'acme',
      product: 'account-token',
      decidedBy: 'prefix',
    });
    expect(text.slice(credential?.at.start, credential?.at.end)).toBe(`_authToken=${acmeToken}`);
  });

  it('tells registries apart', () => {
    const text = `//npm.acme.io/repo/npm/:_authToken=${randomUUID()}\n//npm.harbour.io:8443/:_password=${btoa(password)}\n_auth = "${btoa(`bot:${password}`)}"\n`;
    expect(ofKind(collected(text), 'Credential').map(({ title }) => title)).toEqual([
      'login for npm.acme.io',
      'login for npm.harbour.io',
      'login of "bot" for npmjs.com',
    ]);
  });

  it.each([
    '//npm.harbour.io/:_authToken=${NPM_TOKEN}',
    '//localhost:4873/:_authToken="fake-token-of-verdaccio"',
    '; //npm.harbour.io/:_authToken=',
    '//npm.harbour.io/:always-auth=true',
    'public-hoist-pattern[]=secure-password',
    '//npm.acme.io/:_authToken=xxxxxxxxxxxxxxxx',
  ])('%s is nothing', (text) => {
    expect(collected(text)).toEqual([]);
  });
});

describe('yarn', () => {
  it('reads tokens of the top level, registries and scopes', () => {
    const text = `npmAuthToken: ${acmeToken}
npmRegistries:
  "//npm.acme.io/npm":
    npmAuthIdent: "bot:${password}"
npmScopes:
  harbour:
    npmRegistryServer: "https://npm.harbour.io"
    npmAuthToken: ${password}
`;
    expect(ofKind(collected(text, '.yarnrc.yml'), 'Credential').map(({ title }) => title)).toEqual([
      'Acme account token',
      'login of "bot" for npm.acme.io',
      'login for npm.harbour.io',
    ]);
  });

  it('leaves references alone', () => {
    expect(collected('npmAuthToken: "${NPM_TOKEN:-}"\n', '.yarnrc.yml')).toEqual([]);
  });
});

it('reads uploads of Python packages, but for the test index', () => {
  const text = `[pypi]\nusername = __token__\npassword = ${password}\n[testpypi]\npassword = ${password}\n`;
  expect(ofKind(collected(text, '~/.pypirc'), 'Credential').map(({ title }) => title)).toEqual([
    'login of "__token__" for upload.pypi.org',
  ]);
});
