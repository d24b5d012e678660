import { defineCheck } from '../../../src/model/check.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'store-open-to-anyone',
  title: 'Data store answers to every address of the internet',
  severity: 'medium',
  since: '0.1.0',
  on: 'DataStore',
  needs: ['DataStore', 'Environment', 'Workload', 'InfraStack', 'Relation', 'Binding'],
  why: 'Its password is the only thing that protects it: whoever finds it, an agent in a checkout included, is inside from anywhere.',
  fix: 'Allow the private network and the few addresses that need it, and nothing else.',
  accept:
    'When clients with changing addresses must connect, and every login of the store is short-lived or narrow.',
  references: [
    'https://render.com/docs/postgresql-creating-connecting',
    'https://owasp.org/www-project-top-ten/',
  ],

  *run(store, graph) {
    const { openTo } = store;
    if (openTo === undefined || known(openTo) !== 'anyone') return;
    if (known(store.disposable) === true) return;
    const tier = graph.tier(store);
    if (tier !== 'production' && tier !== 'unknown') return;
    const isWritten = openTo.state === 'set';
    yield {
      at: openTo.at,
      label: isWritten ? 'who may connect' : 'the store without a list of who may connect',
      what: isWritten
        ? `${kindOf(tier)} ${store.holds} "${store.name}" accepts connections from any address.`
        : `${kindOf(tier)} ${store.holds} "${store.name}" says nothing about who may connect, and then any address may.`,
      severity: tier === 'production' ? 'medium' : 'low',
      confidence: store.confidence,
      subjects: [store],
      ...(isWritten ? { related: [{ ...store.at, label: 'the store' }] } : {}),
    };
  },
});

function kindOf(tier: 'production' | 'unknown'): string {
  return tier === 'production' ? 'Production' : 'The';
}
