import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** Shopify: access tokens by their prefix. */
export const pack = definePack({
  id: 'shopify',
  title: 'Shopify',
  credentials: [
    credential({
      id: 'access-token',
      title: 'Shopify Admin API access token',
      env: [
        'SHOPIFY_ACCESS_TOKEN',
        'SHOPIFY_ADMIN_TOKEN',
        'SHOPIFY_ADMIN_ACCESS_TOKEN',
        'SHOPIFY_ADMIN_API_ACCESS_TOKEN',
      ],
      headers: ['x-shopify-access-token'],
      prefixes: ['shpat_', 'shpca_', 'shppa_', 'shpua_'],
      shape: /shp(?:at|ca|pa|ua)_[0-9a-fA-F]{32}/,
      scope: null,
      actions: null,
      plane: 'data',
      expires: 'unknown',
      narrower: 'Ask for read scopes only, on a development store',
    }),
    credential({
      id: 'app-secret',
      title: 'Shopify app secret',
      env: ['SHOPIFY_API_SECRET', 'SHOPIFY_API_SECRET_KEY'],
      prefixes: ['shpss_'],
      shape: /shpss_[0-9a-fA-F]{32}/,
      scope: null,
      actions: null,
      plane: 'data',
      expires: 'unknown',
      narrower: 'Keep the secret with the server of the app',
    }),
    credential({
      id: 'partner-token',
      title: 'Shopify CLI token of a partner account',
      env: ['SHOPIFY_CLI_PARTNERS_TOKEN'],
      scope: 'organization',
      actions: null,
      plane: 'supply',
      expires: 'unknown',
      narrower: 'Keep it in the secret store of the one job that deploys the app',
    }),
  ],
});
