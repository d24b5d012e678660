import type { CredentialSpec } from '../../model/knowledge.ts';

const checkedOn = '2026-11-21';
const tokens = 'https://docs.railway.com/reference/public-api';

/** All Railway API and project tokens are bare UUIDs, as are the identifiers of everything else: the shape alone never makes a token. */
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** Credentials of Railway. No kind can be limited to an operation, so none is narrower than an environment. */
export const credentials: readonly CredentialSpec[] = [
  {
    id: 'account-token',
    title: 'Railway account or workspace token',
    env: [
      'RAILWAY_API_TOKEN',
      'RAILWAY_API_KEY',
      'RAILWAY_ACCOUNT_TOKEN',
      'RAILWAY_WORKSPACE_TOKEN',
      'RAILWAY_TEAM_TOKEN',
      'RAILWAY_KEY',
    ],
    headers: ['authorization'],
    prefixes: [],
    shape: uuid,
    // Text cannot tell the two kinds apart; the wider one counts. A workspace token equals workspace admin.
    scope: 'account',
    actions: ['read', 'write', 'delete', 'admin'],
    plane: 'control',
    expires: 'never',
    narrower:
      'Use a project token, which reaches one environment of one project, in RAILWAY_TOKEN, and keep account tokens out of the repository',
    isPublic: false,
    source: tokens,
    checkedOn,
  },
  {
    id: 'project-token',
    title: 'Railway project token',
    env: ['RAILWAY_TOKEN', 'RAILWAY_PROJECT_TOKEN'],
    headers: ['project-access-token'],
    prefixes: [],
    shape: uuid,
    scope: 'environment',
    actions: ['read', 'write', 'delete'],
    plane: 'control',
    expires: 'never',
    narrower:
      'Keep one project token per environment, and the production one only in a protected CI environment',
    isPublic: false,
    source: tokens,
    checkedOn,
  },
  {
    id: 'oauth-client-secret',
    title: 'Railway OAuth client secret',
    env: ['RAILWAY_CLIENT_SECRET', 'RAILWAY_OAUTH_CLIENT_SECRET'],
    headers: [],
    prefixes: ['rlwy_oacs_'],
    shape: /rlwy_oacs_[0-9a-f]{40}/,
    // What it reaches is what each user granted the app.
    scope: null,
    actions: null,
    plane: 'control',
    expires: 'unknown',
    narrower: 'Keep the client secret in the secret store of the server that exchanges the codes',
    isPublic: false,
    source: 'https://docs.railway.com/integrations/oauth/login-and-tokens',
    checkedOn,
  },
  {
    id: 'oauth-client-id',
    title: 'Railway OAuth client id',
    env: ['RAILWAY_CLIENT_ID', 'RAILWAY_OAUTH_CLIENT_ID'],
    headers: [],
    prefixes: ['rlwy_oaci_'],
    shape: /rlwy_oaci_[A-Za-z0-9]{24}/,
    scope: null,
    actions: null,
    plane: 'control',
    expires: 'never',
    narrower: 'Nothing to do: it is published with every login',
    isPublic: true,
    source: 'https://docs.railway.com/integrations/oauth/login-and-tokens',
    checkedOn,
  },
];
