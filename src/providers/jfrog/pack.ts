import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** JFrog Artifactory: API keys and reference tokens. */
export const pack = definePack({
  id: 'jfrog',
  title: 'JFrog Artifactory',
  credentials: [
    credential({
      id: 'api-key',
      title: 'Artifactory API key',
      env: ['ARTIFACTORY_API_KEY', 'JFROG_API_KEY'],
      headers: ['x-jfrog-art-api'],
      prefixes: ['AKCp'],
      shape: /AKCp[A-Za-z0-9]{69}/,
      scope: null,
      actions: null,
      plane: 'supply',
      narrower: 'Use a scoped access token that expires, or OIDC',
    }),
    credential({
      id: 'access-token',
      title: 'JFrog access token',
      env: ['JFROG_ACCESS_TOKEN', 'JF_ACCESS_TOKEN', 'ARTIFACTORY_ACCESS_TOKEN'],
      prefixes: ['cmVmd'],
      shape: /cmVmd[A-Za-z0-9]{59}/,
      scope: null,
      actions: null,
      plane: 'supply',
      expires: 'optional',
      narrower: 'Limit the token to the repositories of the job, and let it expire',
    }),
  ],
});
