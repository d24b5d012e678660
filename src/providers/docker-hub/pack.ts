import { credentialsOf, definePack, operationsOf } from '../../model/pack.ts';

const claim = {
  source: 'https://docs.docker.com/security/access-tokens/',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);
const operation = operationsOf({
  ...claim,
  source: 'https://docs.docker.com/reference/api/hub/latest/',
});

/** Docker Hub: access tokens of a person or an organization. */
export const pack = definePack({
  id: 'docker-hub',
  title: 'Docker Hub',
  api: {
    hosts: ['hub.docker.com'],
    operations: [
      operation('DELETE /v2/repositories/{namespace}/{repository}', 'files', {
        argument: 'repository',
      }),
      operation('DELETE /v2/repositories/{namespace}/{repository}/tags/{tag}', 'files', {
        argument: 'tag',
      }),
    ],
  },
  credentials: [
    credential({
      id: 'personal-token',
      title: 'Docker Hub personal access token',
      env: ['DOCKERHUB_TOKEN', 'DOCKER_HUB_TOKEN', 'DOCKERHUB_PASSWORD', 'DOCKER_HUB_PASSWORD'],
      prefixes: ['dckr_pat_'],
      shape: /dckr_pat_[A-Za-z0-9_-]{27}/,
      // All repositories of the person; from reading public images to deleting.
      scope: 'account',
      actions: null,
      plane: 'supply',
      expires: 'optional',
      narrower: 'Use an organization access token that names the repositories it may push to',
    }),
    credential({
      id: 'organization-token',
      title: 'Docker organization access token',
      prefixes: ['dckr_oat_'],
      shape: /dckr_oat_[A-Za-z0-9_-]{32}/,
      scope: 'organization',
      actions: ['read', 'write'],
      plane: 'supply',
      expires: 'optional',
      narrower: 'Let it name the repositories it may push to',
      source: 'https://docs.docker.com/enterprise/security/access-tokens/',
    }),
  ],
});
