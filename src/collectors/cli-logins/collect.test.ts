import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import { parse as parseToml } from '../../formats/toml/parse.ts';
import { parse as parseYaml } from '../../formats/yaml/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { packs } from '../../registry.generated.ts';
import { collect } from './collect.ts';
import { cliLogins } from './logins.ts';

const knowledge = createKnowledge(packs, randomBytes(32));
const token = randomUUID();
const opaque = randomBytes(24).toString('base64url');

function collected(file: string, text: string): readonly Fact[] {
  const parse = file.endsWith('.json')
    ? parseJson
    : file.endsWith('.toml')
      ? parseToml
      : /\.ya?ml$/.test(file)
        ? parseYaml
        : parseText;
  const document = parse(filePath(file), text);
  if (document === null) throw new Error('no document');
  return collect({ id: file, documents: [document] }, knowledge);
}

it('hands every login on in a variable that a pack knows', () => {
  for (const { as, source } of cliLogins) {
    expect(knowledge.credentialByName(as), as).toBeDefined();
    expect(source).toMatch(/^https:\/\//);
  }
});

it.each([
  ['~/.railway/config.json', JSON.stringify({ projects: {}, user: { token } }), 'railway'],
  ['~/.fly/config.yml', `access_token: ${opaque}\n`, 'fly'],
  ['~/.config/gh/hosts.yml', `github.com:\n  oauth_token: ${opaque}\n  user: me\n`, 'github'],
  ['~/.config/hcloud/cli.toml', `[[contexts]]\nname = "shop"\ntoken = "${opaque}"\n`, 'hetzner'],
  ['~/.vault-token', `${opaque}\n`, 'vault'],
  ['~/.config/stripe/config.toml', `[default]\nlive_mode_api_key = "${opaque}"\n`, 'stripe'],
])('%s', (file, text, provider) => {
  const facts = collected(file, text);
  expect(ofKind(facts, 'Credential')).toMatchObject([{ provider, form: 'literal' }]);
  expect(JSON.stringify(facts)).not.toContain(token);
  expect(JSON.stringify(facts)).not.toContain(opaque);
});

it.each([
  ['~/.railway/config.json', JSON.stringify({ user: { token: null } })],
  ['~/.railway/config.json', '{'],
  ['.railway/config.json', JSON.stringify({ user: { token } })],
  ['~/.config/gh/hosts.yml', 'github.com:\n  user: me\n'],
  ['~/.vault-token', ''],
])('%s with %j is nothing', (file, text) => {
  expect(collected(file, text)).toEqual([]);
});
