import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import { isGenuine } from './refine.ts';

const credential = credentialsOf({
  source:
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
  checkedOn: '2026-11-21',
});
const fineGrained =
  'Use the GITHUB_TOKEN of the job with the least permissions, or a fine-grained token for the one repository that expires';

/** Credentials of GitHub. A prefix proves the kind; scopes and permissions are not in the text. */
export const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'token',
    title: 'GitHub token',
    env: [
      'GITHUB_TOKEN',
      'GH_TOKEN',
      'GH_ENTERPRISE_TOKEN',
      'GITHUB_ENTERPRISE_TOKEN',
      'GITHUB_API_TOKEN',
      'GITHUB_ACCESS_TOKEN',
      'HOMEBREW_GITHUB_API_TOKEN',
      'COPILOT_GITHUB_TOKEN',
    ],
    headers: ['authorization'],
    scope: null,
    actions: null,
    plane: 'supply',
    narrower: fineGrained,
  }),
  credential({
    id: 'personal-token',
    title: 'GitHub personal access token',
    env: ['GITHUB_PAT', 'GH_PAT', 'GITHUB_PERSONAL_ACCESS_TOKEN', 'GITHUB_PERSONAL_TOKEN'],
    scope: null,
    actions: null,
    plane: 'supply',
    expires: 'optional',
    narrower: fineGrained,
  }),
  credential({
    id: 'classic-token',
    title: 'GitHub classic personal access token',
    prefixes: ['ghp_'],
    shape: /ghp_[A-Za-z0-9]{36}/,
    isGenuine,
    // It cannot be limited to a repository: its scopes hold for everything its owner reaches.
    scope: 'account',
    actions: null,
    plane: 'supply',
    expires: 'optional',
    narrower: fineGrained,
  }),
  credential({
    id: 'fine-grained-token',
    title: 'GitHub fine-grained personal access token',
    prefixes: ['github_pat_'],
    shape: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/,
    scope: null,
    actions: null,
    plane: 'supply',
    expires: 'optional',
    narrower: 'Limit it to the one repository, without Administration, and let it expire soon',
  }),
  credential({
    id: 'oauth-token',
    title: 'GitHub OAuth token, as of gh auth login',
    prefixes: ['gho_'],
    shape: /gho_[A-Za-z0-9._-]{36,4000}/,
    isGenuine,
    scope: 'account',
    actions: null,
    plane: 'supply',
    narrower: fineGrained,
  }),
  credential({
    id: 'user-token',
    title: 'GitHub App user token',
    prefixes: ['ghu_', 'ghr_'],
    shape: /gh[ur]_[A-Za-z0-9._-]{36,4000}/,
    isGenuine,
    scope: null,
    actions: null,
    plane: 'supply',
    expires: 'optional',
    narrower: 'Ask for an installation token with the permissions and repositories the job needs',
  }),
  credential({
    id: 'installation-token',
    title: 'GitHub App installation token',
    prefixes: ['ghs_'],
    shape: /ghs_[A-Za-z0-9._-]{36,4000}/,
    isGenuine,
    scope: null,
    actions: null,
    plane: 'supply',
    expires: 'within-hours',
    narrower: 'Ask for it with the permissions and repositories the job needs',
    source:
      'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app',
  }),
  credential({
    id: 'app-key',
    title: 'private key of a GitHub App',
    env: ['GITHUB_APP_PRIVATE_KEY', 'GH_APP_PRIVATE_KEY'],
    // It makes tokens for every installation of the app.
    scope: 'organization',
    actions: null,
    plane: 'supply',
    expires: 'never',
    narrower:
      'Keep the key in the secret store of one job, and ask for tokens with the permissions and repositories it needs',
    source:
      'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps',
  }),
];
