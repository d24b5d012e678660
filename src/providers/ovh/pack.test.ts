import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('OVHcloud commands', () => {
  it.each([
    ['ovhcloud cloud instance delete 1', 'service'],
    ['ovhcloud cloud storage-block delete 2', 'volume'],
    ['ovhcloud cloud storage-s3 delete media', 'bucket'],
    ['ovhcloud cloud database-service delete 3', 'database'],
    ['ovhcloud cloud kube reset 4 --name a', 'environment'],
    ['ovhcloud cloud kube reset 4 --init-file a.json', 'nothing'],
    ['ovhcloud cloud storage-block snapshot delete 5', 'backup'],
    ['ovhcloud vps terminate vps-1', 'service'],
    ['ovhcloud baremetal reinstall ns1 --os debian', 'volume'],
    ['ovhcloud cloud instance list', 'nothing'],
    ['ovhcloud cloud kube node delete 4 5', 'nothing'],
    ['ovhcloud cloud kube kubeconfig reset 4', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('OVHcloud credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['OVH_CONSUMER_KEY', 'consumer-key'],
    ['OVH_APPLICATION_KEY', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
