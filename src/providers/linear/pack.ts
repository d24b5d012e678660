import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = { source: 'https://linear.app/developers/graphql', checkedOn: '2026-11-21' };

/** Linear: API keys. */
export const pack = definePack({
  id: 'linear',
  title: 'Linear',
  credentials: [
    credentialsOf(claim)({
      id: 'api-key',
      title: 'Linear API key',
      env: ['LINEAR_API_KEY'],
      prefixes: ['lin_api_'],
      shape: /lin_api_[A-Za-z0-9]{40}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'never',
      narrower: 'Make a key that only reads',
    }),
  ],
});
