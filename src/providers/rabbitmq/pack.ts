import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://www.rabbitmq.com/docs/man/rabbitmqctl.8',
  checkedOn: '2026-11-21',
};

const admin = { ...claim, source: 'https://www.rabbitmq.com/docs/management-cli' };

/** RabbitMQ: resetting a node and deleting what its queues hold. */
export const pack = definePack({
  id: 'rabbitmq',
  title: 'RabbitMQ',
  commands: [
    ...['reset', 'force_reset', 'delete_queue', 'purge_queue', 'delete_vhost'].map((verb) =>
      commandsOf('rabbitmqctl', claim)(verb, 'queue', { safeVariant: 'rabbitmqctl list_queues' }),
    ),
    // `-H`, not `-h`, names the host here.
    ...['delete queue', 'delete vhost', 'purge queue'].map((verb) =>
      commandsOf('rabbitmqadmin', admin)(verb, 'queue', {
        safeVariant: 'rabbitmqadmin list queues',
      }),
    ),
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://hub.docker.com/_/rabbitmq' })({
      id: 'password',
      title: 'RabbitMQ password',
      env: ['RABBITMQ_DEFAULT_PASS', 'RABBITMQ_PASSWORD'],
      scope: 'resource',
      actions: null,
      plane: 'data',
      narrower: 'Give the application a user of its own that may only use the queues it needs',
    }),
  ],
});
