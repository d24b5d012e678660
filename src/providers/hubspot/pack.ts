import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview',
  checkedOn: '2026-11-21',
};

/** HubSpot: tokens of private apps. */
export const pack = definePack({
  id: 'hubspot',
  title: 'HubSpot',
  credentials: [
    credentialsOf(claim)({
      id: 'private-app-token',
      title: 'HubSpot private app token',
      env: ['HUBSPOT_ACCESS_TOKEN', 'HUBSPOT_PRIVATE_APP_TOKEN', 'HUBSPOT_TOKEN'],
      prefixes: ['pat-na1-', 'pat-eu1-'],
      shape: /pat-(?:na|eu)1-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
      scope: null,
      actions: null,
      plane: 'data',
      expires: 'never',
      narrower: 'Give the private app read scopes only',
    }),
  ],
});
