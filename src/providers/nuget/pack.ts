import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys',
  checkedOn: '2026-11-21',
};

/** NuGet: API keys. */
export const pack = definePack({
  id: 'nuget',
  title: 'NuGet',
  credentials: [
    credentialsOf(claim)({
      id: 'api-key',
      title: 'NuGet API key',
      env: ['NUGET_API_KEY', 'NUGET_AUTH_TOKEN'],
      prefixes: ['oy2'],
      shape: /oy2[a-z0-9]{43}/,
      scope: null,
      actions: null,
      plane: 'supply',
      expires: 'always',
      narrower:
        'Publish through trusted publishing, or use a key for one package that may only push new versions',
    }),
  ],
});
