import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://docs.strapi.io/cms/data-management/import',
  checkedOn: '2026-11-21',
};

const command = commandsOf('strapi', claim, {
  asks: 'unless-flag',
  skipsPrompt: ['--force'],
  safeVariant: 'strapi export',
});
const transfer = { ...claim, source: 'https://docs.strapi.io/cms/data-management/transfer' };

/** Strapi: imports and transfers replace everything on the receiving side. */
export const pack = definePack({
  id: 'strapi',
  title: 'Strapi',
  commands: [
    command('import', 'database', { targets: ['DATABASE_URL'] }),
    command('transfer', 'database', {
      targets: ['STRAPI_TRANSFER_URL', 'DATABASE_URL'],
      ...transfer,
    }),
  ],
  credentials: [
    credentialsOf(transfer)({
      id: 'transfer-token',
      title: 'Strapi transfer token',
      env: ['STRAPI_TRANSFER_TOKEN'],
      scope: 'project',
      // Pushing replaces the data of the receiving side; whether it may push is chosen where the token is made.
      actions: null,
      plane: 'data',
      narrower: 'Make a transfer token that may only pull',
    }),
  ],
  collectors: [toolingCollector('strapi', 'Strapi', { npm: ['@strapi/strapi'] })],
});
