import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://developer.hashicorp.com/vault/docs/commands',
  checkedOn: '2026-11-21',
};

const command = commandsOf('vault|bao', claim, {
  targets: ['VAULT_ADDR', 'BAO_ADDR'],
  harmlessWith: ['-help', '-output-curl-string', '-output-policy'],
});

const credential = credentialsOf({
  ...claim,
  source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
});
const narrower =
  'Let the job log in with AppRole, JWT or Kubernetes for a short-lived token whose policy names one path';

/** HashiCorp Vault and OpenBao: commands that destroy stored secrets, and tokens. A root token looks like any other. */
export const pack = definePack({
  id: 'vault',
  title: 'HashiCorp Vault',
  commands: [
    command('secrets disable', 'database', { safeVariant: 'vault secrets list' }),
    command('kv metadata delete', 'database', { safeVariant: 'vault kv metadata get' }),
    command('kv destroy', 'database', { safeVariant: 'vault kv metadata get' }),
    command('namespace delete', 'project', { safeVariant: 'vault namespace list' }),
  ],
  credentials: [
    credential({
      id: 'service-token',
      title: 'Vault service token',
      env: ['VAULT_TOKEN', 'BAO_TOKEN'],
      headers: ['x-vault-token'],
      prefixes: ['hvs.'],
      // A namespace follows as five characters; before Vault 1.10 tokens were short.
      shape:
        /hvs\.[A-Za-z0-9_-]{90,200}(?:\.[A-Za-z0-9]{5})?|s\.[A-Za-z0-9]{24}(?:\.[A-Za-z0-9]{5})?/,
      scope: null,
      actions: null,
      plane: 'meta',
      narrower,
    }),
    credential({
      id: 'batch-token',
      title: 'Vault batch token',
      prefixes: ['hvb.'],
      shape: /hvb\.[A-Za-z0-9_-]{130,400}(?:\.[A-Za-z0-9]{5})?/,
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'always',
      narrower,
    }),
    credential({
      id: 'recovery-token',
      title: 'Vault recovery token',
      prefixes: ['hvr.'],
      shape: /hvr\.[A-Za-z0-9_-]{90,200}/,
      scope: 'organization',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'meta',
      narrower: 'Revoke it: a recovery token is for one operation in an emergency',
    }),
    credential({
      id: 'approle-secret',
      title: 'Vault AppRole secret id',
      env: ['VAULT_SECRET_ID'],
      shape: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
      scope: null,
      actions: null,
      plane: 'meta',
      narrower:
        'Bind the role to the address of its client, and let secret ids expire after one use',
      source: 'https://developer.hashicorp.com/vault/docs/auth/approle',
    }),
  ],
});
