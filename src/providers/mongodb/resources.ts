import type { ResourceSpec } from '../../model/resource.ts';
import { clusterStore } from '../../recognize/resource/kubernetes-facts.ts';

/** What the objects of MongoDB's operators mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['mongodbcommunity.mongodb.com/MongoDBCommunity', 'mongodb.com/MongoDB'],
    facts: (resource) => clusterStore(resource, { product: 'mongodb', title: 'MongoDB' }),
    source: 'https://github.com/mongodb/mongodb-kubernetes-operator/blob/master/docs/README.md',
    checkedOn: '2026-11-21',
  },
];
