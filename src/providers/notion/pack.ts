import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://developers.notion.com/docs/authorization',
  checkedOn: '2026-11-21',
};

/** Notion: integration tokens. */
export const pack = definePack({
  id: 'notion',
  title: 'Notion',
  credentials: [
    credentialsOf(claim)({
      id: 'integration-token',
      title: 'Notion integration token',
      env: ['NOTION_API_KEY', 'NOTION_TOKEN', 'NOTION_API_TOKEN'],
      prefixes: ['ntn_'],
      shape: /ntn_[0-9]{11}[A-Za-z0-9]{35}/,
      scope: null,
      actions: null,
      plane: 'data',
      expires: 'never',
      narrower: 'Give the integration only read capabilities, and share only the pages it needs',
    }),
  ],
});
