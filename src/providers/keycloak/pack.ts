import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://www.keycloak.org/server/bootstrap-admin-recovery',
  checkedOn: '2026-11-21',
};

/** Keycloak: the password of its first administrator. */
export const pack = definePack({
  id: 'keycloak',
  title: 'Keycloak',
  credentials: [
    credentialsOf(claim)({
      id: 'admin-password',
      title: 'Keycloak administrator password',
      env: ['KEYCLOAK_ADMIN_PASSWORD', 'KC_BOOTSTRAP_ADMIN_PASSWORD'],
      scope: 'organization',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'meta',
      expires: 'never',
      narrower: 'Use a service account with roles of one realm',
    }),
  ],
});
