import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source:
    'https://experienceleague.adobe.com/en/docs/commerce-operations/installation-guide/tutorials/uninstall',
  checkedOn: '2026-11-21',
};

const magento = 'bin/magento|./bin/magento|magento';
const programs = [
  { command: commandsOf('php', claim), before: `${magento} ` },
  { command: commandsOf(magento, claim), before: '' },
];

/** Magento: uninstalling, and installing over an existing database. */
export const pack = definePack({
  id: 'magento',
  title: 'Magento',
  commands: programs.flatMap(({ command, before }) => [
    command(`${before}setup:uninstall`, 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--no-interaction|-n'],
    }),
    command(`${before}setup:install`, 'database', { onlyWith: ['--cleanup-database'] }),
  ]),
  collectors: [
    toolingCollector('magento', 'Magento', {
      others: ['magento/product-community-edition', 'magento/product-enterprise-edition'],
    }),
  ],
});
