import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { isGenuine } from './refine.ts';

const claim = {
  source: 'https://docs.npmjs.com/cli/v11/commands/npm-unpublish',
  checkedOn: '2026-11-21',
};

/** npm: unpublishing, and tokens of the registry. */
export const pack = definePack({
  id: 'npm',
  title: 'npm',
  commands: [
    commandsOf('npm', claim, { harmlessWith: ['--dry-run'] })('unpublish', 'files', {
      onlyWith: ['--force|-f'],
      safeVariant: 'npm deprecate',
    }),
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://docs.npmjs.com/about-access-tokens' })({
      id: 'access-token',
      title: 'npm access token',
      env: ['NPM_TOKEN', 'NODE_AUTH_TOKEN', 'NPM_AUTH_TOKEN'],
      prefixes: ['npm_'],
      shape: /npm_[A-Za-z0-9]{36}/,
      isGenuine: isGenuine,
      scope: null,
      actions: null,
      plane: 'supply',
      // Since December 2025 the ones that write last 90 days at most.
      expires: 'optional',
      narrower:
        'Publish through trusted publishing, and use a token that only reads for installing',
    }),
  ],
});
