import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineDirectoryToken, refinePersonalToken, refineServiceToken } from './refine.ts';

const claim = { source: 'https://docs.doppler.com/docs/service-tokens', checkedOn: '2026-11-21' };

const credential = credentialsOf(claim);

/** Doppler: tokens by their prefix; a service token names its config. */
export const pack = definePack({
  id: 'doppler',
  title: 'Doppler',
  credentials: [
    credential({
      id: 'personal-token',
      title: 'Doppler personal or CLI token',
      prefixes: ['dp.pt.', 'dp.ct.'],
      shape: /dp\.[cp]t\.[A-Za-z0-9]{40,44}/,
      refine: refinePersonalToken,
      scope: 'account',
      actions: null,
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Use a read-only service token of one config',
    }),
    credential({
      id: 'service-token',
      title: 'Doppler service token',
      env: ['DOPPLER_TOKEN', 'DOPPLER_SERVICE_TOKEN'],
      prefixes: ['dp.st.'],
      shape: /dp\.st(?:\.[a-z0-9_-]{2,35})?\.[A-Za-z0-9]{40,44}/,
      refine: refineServiceToken,
      scope: 'environment',
      actions: null,
      plane: 'meta',
      expires: 'optional',
      narrower: 'Let the service token read only, and only a config that is not production',
    }),
    credential({
      id: 'service-account-token',
      title: 'Doppler service account token',
      prefixes: ['dp.sa.', 'dp.said.'],
      shape: /dp\.sa(?:id)?\.[A-Za-z0-9]{40,44}/,
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'optional',
      narrower: 'Use a read-only service token of one config',
    }),
    credential({
      id: 'directory-token',
      title: 'Doppler SCIM or audit token',
      prefixes: ['dp.scim.', 'dp.audit.'],
      shape: /dp\.(?:scim|audit)\.[A-Za-z0-9]{40,44}/,
      refine: refineDirectoryToken,
      scope: 'organization',
      actions: null,
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Keep it with the identity provider or the log collector only',
    }),
  ],
});
