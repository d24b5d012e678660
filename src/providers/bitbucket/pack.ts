import { credentialsOf, definePack, operationsOf } from '../../model/pack.ts';

const claim = {
  source: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);
const operation = operationsOf({
  ...claim,
  source: 'https://developer.atlassian.com/cloud/bitbucket/rest/api-group-repositories/',
});

/** Bitbucket: access tokens, and app passwords, which ended in 2026. */
export const pack = definePack({
  id: 'bitbucket',
  title: 'Bitbucket',
  api: {
    hosts: ['api.bitbucket.org'],
    operations: [
      operation('DELETE /2.0/repositories/{workspace}/{repo_slug}', 'project', {
        argument: 'repo_slug',
      }),
      operation('DELETE /2.0/repositories/{workspace}/{repo_slug}/refs/branches/{name}', 'files', {
        argument: 'name',
      }),
    ],
  },
  credentials: [
    credential({
      id: 'access-token',
      title: 'Bitbucket access token of a repository, project or workspace',
      env: ['BITBUCKET_TOKEN', 'BITBUCKET_ACCESS_TOKEN'],
      headers: ['authorization'],
      prefixes: ['ATCTT3'],
      shape: /ATCTT3[A-Za-z0-9+/=_-]{100,250}/,
      scope: null,
      actions: null,
      plane: 'supply',
      narrower:
        'Use the OIDC tokens of Pipelines, or a repository access token without delete and admin scopes',
    }),
    credential({
      id: 'app-password',
      title: 'Bitbucket app password, no longer accepted',
      env: ['BITBUCKET_APP_PASSWORD'],
      prefixes: ['ATBB'],
      shape: /ATBB[A-Za-z0-9_=.-]{20,60}/,
      scope: null,
      actions: [],
      plane: 'comms',
      narrower: 'Remove it: app passwords stopped working in July 2026',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    }),
  ],
});
