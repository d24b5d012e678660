import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineCloudToken } from './refine.ts';

const claim = {
  source: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** Grafana: service account and cloud tokens. */
export const pack = definePack({
  id: 'grafana',
  title: 'Grafana',
  credentials: [
    credential({
      id: 'service-account-token',
      title: 'Grafana service account token',
      env: ['GRAFANA_TOKEN', 'GRAFANA_API_KEY', 'GRAFANA_SERVICE_ACCOUNT_TOKEN'],
      prefixes: ['glsa_'],
      shape: /glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'optional',
      narrower: 'Use a service account with the Viewer role',
    }),
    credential({
      id: 'cloud-token',
      title: 'Grafana Cloud access policy token',
      env: ['GRAFANA_CLOUD_TOKEN', 'GRAFANA_CLOUD_API_KEY', 'GRAFANA_CLOUD_ACCESS_POLICY_TOKEN'],
      prefixes: ['glc_'],
      shape: /glc_[A-Za-z0-9+/=_-]{40,400}/,
      refine: refineCloudToken,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'optional',
      narrower: 'Give the access policy the read scopes its job needs',
    }),
  ],
});
