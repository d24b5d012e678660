import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const command = commandsOf(
  'civo',
  { source: 'https://github.com/civo/cli/tree/master/cmd', checkedOn },
  { asks: 'unless-flag', skipsPrompt: ['--yes|-y'] },
);
const operation = operationsOf({ source: 'https://www.civo.com/api', checkedOn });
const credential = credentialsOf({
  source: 'https://www.civo.com/docs/account/api-keys',
  checkedOn,
});
const gone = 'delete|remove|rm|destroy';

/** Everything known about Civo. */
export const pack = definePack({
  id: 'civo',
  title: 'Civo',
  credentials: [
    credential({
      id: 'api-key',
      title: 'Civo API key',
      env: ['CIVO_TOKEN', 'CIVO_API_KEY'],
      headers: ['authorization'],
      scope: 'account',
      actions: null,
      narrower: 'Keep the key out of the repository, and use an account of its own for production',
    }),
  ],
  commands: [
    command(`database|databases|db ${gone}`, 'database', { safeVariant: 'civo database show' }),
    command(`database|databases|db backup ${gone}`, 'backup', {
      safeVariant: 'civo database backup list',
    }),
    command('database|databases|db restore|restores|reset', 'database', {
      safeVariant: 'civo database backup list',
    }),
    command(`volume|volumes ${gone}`, 'volume', { safeVariant: 'civo volume list' }),
    command(`instance|instances ${gone}`, 'service', { safeVariant: 'civo instance show' }),
    command(`kubernetes|k3s|k8s|kube|talos ${gone}`, 'environment', {
      safeVariant: 'civo kubernetes show',
    }),
    command(`objectstore|bucket|buckets|object|objects ${gone}`, 'bucket', {
      safeVariant: 'civo objectstore show',
    }),
    command(`domain|domains ${gone}`, 'service', { safeVariant: 'civo domain list' }),
  ],
  api: {
    hosts: ['api.civo.com'],
    operations: [
      operation('DELETE /v2/databases/{database}', 'database'),
      operation('DELETE /v2/volumes/{volume}', 'volume'),
      operation('DELETE /v2/instances/{instance}', 'service'),
      operation('DELETE /v2/kubernetes/clusters/{cluster}', 'environment'),
      operation('DELETE /v2/objectstores/{store}', 'bucket'),
    ],
  },
  collectors: [
    toolingCollector('civo', 'Civo', {
      files: [{ glob: '**/*.tf', hints: ['civo/civo', 'provider "civo"'] }],
      others: ['github.com/civo/civogo'],
    }),
  ],
});
