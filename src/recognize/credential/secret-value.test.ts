// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isWeakSecret, maskSecret, secretForm } from './secret-value.ts';

describe('secretForm', () => {
  it.each([
    '${DB_PASSWORD}',
    '${X:-fallback}',
    '$TOKEN',
    '${{ secrets.TOKEN }}',
    '{{ vault.token }}',
    '{{resolve:secretsmanager:db:SecretString:password}}',
    '$(cat /run/token)',
    '%TOKEN%',
    '@TOKEN@',
    '{TOKEN}',
    '#{token}',
    'op://vault/item/field',
    'vault:secret/data/app#key',
    'ref+vault://secret/app#/key',
    'ref+awssecrets://app/key',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app',
    'arn:aws:ssm:eu-west-1:123456789012:parameter/app',
    'ssm:/app/key',
    'aws-sm://app',
    'gcp-sm://app',
    'sm://app',
    'projects/acme/secrets/db/versions/latest',
    '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/x)',
    'akv://v/x',
    'keychain:app',
    'akeyless:/app',
    'process.env.TOKEN',
    'os.environ["TOKEN"]',
    '!Ref Token',
    'var.token',
    'data.aws_secret.token',
    'module.db.password',
    '/run/secrets/db',
    'postgres://app:$DB_PASSWORD@db:5432/app',
    '${YOUR_KEY}',
  ])('%s is a reference', (value) => {
    expect(secretForm(value)).toBe('reference');
  });

  it.each([
    'your-token',
    'your_api_key',
    '<project token, staging environment>',
    '<token>',
    'changeme',
    'change-me',
    'CHANGE_ME',
    'replace_me',
    'sk_test_replace_me',
    'insert-here',
    'placeholder',
    'dummy',
    'fake',
    'TODO',
    'REDACTED',
    'xxxxxxxx',
    '****',
    '...',
    'AKIAIOSFODNN7EXAMPLE',
    'test1234',
    'foobar',
    '1234567890',
    'abcdefghijklmnop',
    'qwertyuiop',
    '00000000-0000-0000-0000-000000000000',
    'aaaaaaaaaaaaaaaa',
    'none',
    'null',
    'false',
    'token-goes-here',
  ])('%s is a placeholder', (value) => {
    expect(secretForm(value)).toBe('placeholder');
  });

  it.each([
    'ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]',
    '$ANSIBLE_VAULT;1.1;AES256',
    'encrypted:BNk3…',
    '{cipher}AQB',
    'vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM',
    `Ag${'B'.repeat(300)}`,
  ])('%s is encrypted', (value) => {
    expect(secretForm(value)).toBe('encrypted');
  });

  it('knows empty values', () => {
    expect(secretForm('')).toBe('empty');
    expect(secretForm('  ')).toBe('empty');
  });

  it('takes random values for what they are', () => {
    for (let round = 0; round < 200; round += 1) {
      expect(secretForm(randomUUID())).toBe('literal');
      expect(secretForm(randomBytes(30).toString('hex'))).toBe('literal');
    }
    expect(secretForm('tiSiNGl')).toBe('literal');
    expect(secretForm('pa$word9')).toBe('literal');
    expect(secretForm('postgres')).toBe('literal');
  });

  it('is quick on long values', () => {
    const start = performance.now();
    for (const piece of ['a-', '${', '{{', '<a', 'x ']) secretForm(piece.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('isWeakSecret', () => {
  it.each([
    '',
    'dev',
    'postgres',
    'Password1',
    'mysecretpassword',
    'minioadmin',
    'changeme',
    'secret',
    'guest',
  ])('%s is weak', (value) => {
    expect(isWeakSecret(value)).toBe(true);
  });

  it('counts a password equal to its user as weak', () => {
    expect(isWeakSecret('fleetdesk-app', 'fleetdesk-app')).toBe(true);
    expect(isWeakSecret(randomBytes(16).toString('base64url'), 'app')).toBe(false);
  });
});

describe('maskSecret', () => {
  it('keeps a vendor prefix and the last four characters of a long value', () => {
    expect(maskSecret(`rlwy_oacs_${'a'.repeat(36)}beef`, 'rlwy_oacs_')).toBe('rlwy_oacs_…beef');
    expect(maskSecret(`${'a'.repeat(32)}beef`)).toBe('…beef');
  });

  it('keeps less of a short value', () => {
    expect(maskSecret('abcdefghijkl')).toBe('…kl');
    expect(maskSecret('hunter2')).toBe('…');
    expect(maskSecret('')).toBe('…');
  });

  it('shows no prefix that the value does not have, and no control characters', () => {
    expect(maskSecret('a'.repeat(30), 'ghp_')).toBe('…aaaa');
    expect(maskSecret(`${'a'.repeat(30)}\u001b[2J`)).toBe('…?[2J');
  });
});
