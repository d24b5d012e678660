import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import { refineJwtSecret, refineProjectKey, refineSecretKey } from './refine.ts';

const checkedOn = '2026-11-21';
const personal = credentialsOf({
  source: 'https://supabase.com/docs/guides/platform/personal-access-tokens',
  checkedOn,
});
const apiKey = credentialsOf({
  source: 'https://supabase.com/docs/guides/api/api-keys',
  checkedOn,
});
const login = credentialsOf({
  source: 'https://supabase.com/docs/guides/database/connecting-to-postgres',
  checkedOn,
});

/** Headers `{"alg":"HS256","typ":"JWT"}` of JWT keys, in both orders, and the beginnings of payload that Supabase issues. */
const headers = ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.', 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.'];
const withProject = headers.map((header) => `${header}eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I`);
const withIssuer = headers.map((header) => `${header}eyJpc3MiOiJzdXBhYmFzZSIsInJvbGUi`);
const withRole = headers.map((header) => `${header}eyJyb2xlIjoic2VydmljZV9yb2xlI`);
const narrower =
  'Give the job a scoped access token for one non-production project, and keep it in the secret store';
const serverOnly =
  'Use the publishable key with row-level security, and keep this key in the secret store of the server';

/** Credentials of Supabase. The demo keys of local stacks, issued by `supabase-demo`, match none of the JWT shapes. */
export const credentials: readonly CredentialSpec[] = [
  personal({
    id: 'account-token',
    title: 'Supabase account access token',
    env: ['SUPABASE_ACCESS_TOKEN', 'SUPABASE_PAT', 'SUPABASE_PERSONAL_ACCESS_TOKEN'],
    prefixes: ['sbp_'],
    // All but `fc`, which starts the scoped kind.
    shape: /sbp_(?:[0-9a-e][0-9a-f]|f[0-9abdef])[0-9a-f]{38}/,
    // Every organisation and project of the account, later ones included.
    scope: 'account',
    actions: ['read', 'write', 'delete', 'admin'],
    expires: 'optional',
    narrower,
  }),
  personal({
    // A legacy token starts like this by chance, one in 256, so what it may do stays unknown.
    id: 'scoped-token',
    title: 'Supabase access token, probably scoped',
    prefixes: ['sbp_fc'],
    shape: /sbp_fc[0-9a-f]{38}/,
    scope: null,
    actions: null,
    expires: 'optional',
    narrower,
  }),
  personal({
    id: 'oauth-token',
    title: 'Supabase OAuth access token',
    prefixes: ['sbp_oauth_'],
    shape: /sbp_oauth_[0-9a-f]{40}/,
    scope: null,
    actions: null,
    narrower,
  }),
  apiKey({
    id: 'secret-key',
    title: 'Supabase secret key',
    env: ['SUPABASE_SECRET_KEY', 'SUPABASE_SECRET_API_KEY'],
    prefixes: ['sb_secret_'],
    shape: /sb_secret_[A-Za-z0-9_-]{20,80}/,
    refine: refineSecretKey,
    scope: 'project',
    actions: ['read', 'write', 'delete'],
    plane: 'data',
    expires: 'never',
    narrower: serverOnly,
  }),
  apiKey({
    id: 'service-role-key',
    title: 'Supabase service role key',
    env: [
      'SUPABASE_SERVICE_ROLE_KEY',
      'SUPABASE_SERVICE_ROLE',
      'SUPABASE_SERVICE_ROLE_SECRET',
      'SUPABASE_SERVICE_KEY',
      'SUPABASE_ADMIN_KEY',
      'SERVICE_ROLE_KEY',
    ],
    prefixes: [...withProject, ...withIssuer, ...withRole],
    // The role claim follows a project of twenty letters, or stands first.
    shape:
      /eyJ(?:hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9|0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9)\.eyJ(?:pc3MiOiJzdXBhYmFzZSIsInJlZiI6I[A-Za-z0-9_-]{19,39}cm9sZSI6InNlcnZpY2Vfcm9sZS|pc3MiOiJzdXBhYmFzZSIsInJvbGUiOiJzZXJ2aWNlX3JvbGUi|yb2xlIjoic2VydmljZV9yb2xlIiwi(?:aWF0I|aXNzIjoic3VwYWJhc2UiL))[A-Za-z0-9_-]{1,300}\.[A-Za-z0-9_-]{40,90}/,
    refine: refineProjectKey,
    scope: 'project',
    // Bypasses row-level security: every row, storage object and user.
    actions: ['read', 'write', 'delete'],
    plane: 'data',
    expires: 'always',
    narrower: serverOnly,
  }),
  apiKey({
    id: 'publishable-key',
    title: 'Supabase publishable or anon key',
    env: [
      'SUPABASE_ANON_KEY',
      'SUPABASE_PUBLISHABLE_KEY',
      'SUPABASE_PUBLISHABLE_DEFAULT_KEY',
      'SUPABASE_PUBLIC_KEY',
    ],
    prefixes: ['sb_publishable_', ...withProject],
    shape:
      /sb_publishable_[A-Za-z0-9_-]{20,80}|eyJ(?:hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9|0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9)\.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I[A-Za-z0-9_-]{19,39}cm9sZSI6ImFub24i[A-Za-z0-9_-]{1,300}\.[A-Za-z0-9_-]{40,90}/,
    scope: 'project',
    actions: null,
    plane: 'data',
    narrower: 'Nothing to do: row-level security decides what it may touch',
    isPublic: true,
    // The service role under a public name is what this is for.
    refine: refineProjectKey,
  }),
  apiKey({
    id: 'jwt-secret',
    title: 'Supabase JWT secret',
    env: ['SUPABASE_JWT_SECRET'],
    refine: refineJwtSecret,
    scope: 'project',
    // Whoever has it signs keys of any role.
    actions: ['read', 'write', 'delete', 'admin'],
    plane: 'meta',
    expires: 'never',
    narrower:
      'Verify tokens with the public signing keys, and keep this secret out of the repository',
  }),
  login({
    id: 'database-password',
    title: 'Supabase database password',
    env: ['SUPABASE_DB_PASSWORD'],
    scope: 'resource',
    actions: ['read', 'write', 'delete', 'admin'],
    plane: 'data',
    expires: 'never',
    narrower:
      'Connect as a role of its own that owns nothing, with read access where that is enough',
  }),
];
