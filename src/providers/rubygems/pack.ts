import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://guides.rubygems.org/command-reference/#gem-yank',
  checkedOn: '2026-11-21',
};

/** RubyGems: yanking, and API keys. */
export const pack = definePack({
  id: 'rubygems',
  title: 'RubyGems',
  commands: [commandsOf('gem', claim)('yank', 'files', { safeVariant: 'gem list --remote' })],
  credentials: [
    credentialsOf({ ...claim, source: 'https://guides.rubygems.org/api-key-scopes/' })({
      id: 'api-key',
      title: 'RubyGems API key',
      env: ['GEM_HOST_API_KEY', 'RUBYGEMS_API_KEY'],
      prefixes: ['rubygems_'],
      shape: /rubygems_[0-9a-f]{48}/,
      scope: null,
      actions: null,
      plane: 'supply',
      expires: 'optional',
      narrower: 'Publish through trusted publishing, or use a key for one gem that may not yank',
    }),
  ],
});
