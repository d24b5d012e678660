import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source:
    'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  checkedOn: '2026-11-21',
};

/** Atlassian: API tokens of a person, which reach Jira, Confluence and Bitbucket. */
export const pack = definePack({
  id: 'atlassian',
  title: 'Atlassian',
  credentials: [
    credentialsOf(claim)({
      id: 'api-token',
      title: 'Atlassian API token',
      env: ['ATLASSIAN_API_TOKEN', 'JIRA_API_TOKEN', 'CONFLUENCE_API_TOKEN'],
      prefixes: ['ATATT3'],
      shape: /ATATT3[A-Za-z0-9_=-]{150,220}/,
      // With scopes or, without any, everything the person may do; the text does not say.
      scope: null,
      actions: null,
      plane: 'supply',
      expires: 'always',
      narrower: 'Make an API token with scopes, and only the ones that read',
    }),
  ],
});
