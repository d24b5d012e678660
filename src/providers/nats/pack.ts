import { commandsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://docs.nats.io/using-nats/nats-tools/nats_cli',
  checkedOn: '2026-11-21',
};

/** NATS: deleting and purging JetStream streams, which asks unless forced. */
export const pack = definePack({
  id: 'nats',
  title: 'NATS',
  commands: ['rm|delete|del', 'purge'].map((verb) =>
    commandsOf('nats', claim, { targets: ['NATS_URL', 'NATS_CONTEXT'] })(
      `stream|str|s ${verb}`,
      'queue',
      {
        asks: 'unless-flag',
        skipsPrompt: ['--force|-f'],
        safeVariant: 'nats stream info',
      },
    ),
  ),
});
