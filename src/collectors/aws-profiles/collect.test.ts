// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as aws } from '../../providers/aws/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([aws], randomBytes(32));
const secret = `${randomBytes(28).toString('base64').replace(/[+/=]/g, 'a')}`
  .padEnd(40, 'Z')
  .slice(0, 40);
const id = `AKIA${'Q7ZK3MWX5R2T6NBV'}`;

function collected(text: string, file = 'aws/config'): readonly Fact[] {
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

function role(name: string): string {
  return `[profile ops]\nrole_arn = arn:aws:iam::171077921032:role/${name}\nsource_profile = me\n`;
}

describe('roles', () => {
  it('takes a role that is called administrator for the whole account, from the heading on', () => {
    const text = `[profile cost-prod]\nregion = eu-west-1\n${role('Admin').split('\n').slice(1).join('\n')}`;
    const facts = collected(text);
    const [credential] = ofKind(facts, 'Credential');
    expect(credential).toMatchObject({
      name: 'profile "cost-prod"',
      title: 'AWS role Admin',
      provider: 'aws',
      form: 'file',
      digest: null,
      belongsTo: '171077921032',
      scope: { state: 'set', value: 'account' },
      actions: { state: 'set', value: ['read', 'write', 'delete', 'admin'] },
      confidence: 'medium',
      at: { start: 0 },
    });
    const [environment] = ofKind(facts, 'Environment');
    expect(environment).toMatchObject({
      tier: 'production',
      key: 'environment:aws/config#cost-prod',
    });
    expect(relationsOf(facts, 'holds').map(({ from, to }) => [from, to])).toEqual([
      [environment?.key, credential?.key],
    ]);
    expect(relationsOf(facts, 'in').map(({ to }) => to)).toEqual(['aws:account/171077921032']);
  });

  it.each([
    'Administrator',
    'AdministratorAccess',
    'PowerUserAccess',
    'OrganizationAccountAccessRole',
    'path/to/OpsAdmin',
    'AWSReservedSSO_AdministratorAccess_0123456789abcdef',
  ])('%s is wide', (name) => {
    expect(ofKind(collected(role(name)), 'Credential')[0]).toMatchObject({ form: 'file' });
  });

  it.each(['DeveloperReadOnly', 'ViewOnlyAccess', 'deploy-web', 'AdminReadOnly', 'Badminton'])(
    '%s is only named',
    (name) => {
      expect(ofKind(collected(role(name)), 'Credential')[0]).toMatchObject({
        form: 'reference',
        scope: { state: 'unknown' },
      });
    },
  );

  it('reads single sign-on', () => {
    const text =
      '[profile a]\nsso_session = x\nsso_account_id = 171077921032\nsso_role_name = PowerUserAccess\n[sso-session x]\nsso_region = eu-west-1\n';
    const facts = collected(text);
    expect(ofKind(facts, 'Credential')).toMatchObject([{ title: 'AWS role PowerUserAccess' }]);
    expect(ofKind(facts, 'Environment')).toHaveLength(1);
  });

  it('gives two profiles of one role two keys', () => {
    const text = `${role('Admin')}${role('Admin').replace('ops', 'beta')}`;
    const keys = ofKind(collected(text), 'Credential').map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('keys', () => {
  const text = `[default]\r\naws_access_key_id = ${id}\r\naws_secret_access_key=${secret}\r\n`;

  it('are literals of the pack', () => {
    const facts = collected(text, '~/.aws/credentials');
    expect(ofKind(facts, 'Credential')).toMatchObject([
      { name: 'aws_access_key_id', product: 'access-key-id', form: 'literal', decidedBy: 'prefix' },
      {
        name: 'aws_secret_access_key',
        product: 'secret-access-key',
        form: 'literal',
        confidence: 'high',
      },
    ]);
    expect(JSON.stringify(facts)).not.toContain(secret);
    expect(structuredClone(facts)).toEqual(facts);
  });

  it.each([
    ['[default]\nregion = eu-west-1\n', 'aws/config'],
    ['[default]\naws_secret_access_key = <your secret>\n', 'aws/credentials'],
    ['[default]\naws_secret_access_key = ${SECRET}\n', 'aws/credentials'],
    ['[default]\ncredential_process = aws-vault exec me --json\n', '.aws/config'],
    [text, 'aws/credentials.example'],
    ['', 'aws/config'],
    ['\uFEFF]]][[[\n===', 'aws/config'],
  ])('%j in %s is nothing', (content, file) => {
    expect(collected(content, file)).toEqual([]);
  });
});
