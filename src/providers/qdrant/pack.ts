import { credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const credential = credentialsOf({
  source: 'https://qdrant.tech/documentation/cloud/authentication/',
  checkedOn,
});
const operation = operationsOf({ source: 'https://api.qdrant.tech/api-reference', checkedOn });

/** Everything known about Qdrant: credentials and API. */
export const pack = definePack({
  id: 'qdrant',
  title: 'Qdrant',
  credentials: [
    credential({
      id: 'api-key',
      title: 'Qdrant API key',
      env: ['QDRANT_API_KEY', 'QDRANT__SERVICE__API_KEY'],
      headers: ['api-key'],
      scope: 'resource',
      // A key may be limited to collections or to reading; the text does not say.
      actions: null,
      plane: 'data',
      expires: 'optional',
      narrower: 'Create a read-only key, or one that is limited to the collections it needs',
    }),
  ],
  api: {
    hosts: ['.cloud.qdrant.io'],
    operations: [
      operation('DELETE /collections/{collection_name}', 'database', {
        argument: 'collection_name',
      }),
      operation('DELETE /collections/{collection_name}/snapshots/{snapshot_name}', 'backup', {
        argument: 'snapshot_name',
      }),
    ],
  },
  collectors: [
    toolingCollector('qdrant', 'Qdrant', {
      npm: ['@qdrant/js-client-rest', '@qdrant/qdrant-js'],
      python: ['qdrant-client'],
      others: ['qdrant-client', 'qdrant/go-client', 'Qdrant.Client'],
    }),
  ],
});
