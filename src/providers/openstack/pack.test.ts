import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('OpenStack commands', () => {
  it.each([
    ['openstack volume delete data', 'volume'],
    ['openstack --os-cloud live server delete web', 'service'],
    ['openstack volume backup delete 1', 'backup'],
    ['openstack container delete --recursive media', 'bucket'],
    ['openstack container delete media', 'nothing'],
    ['openstack project purge --project p', 'project'],
    ['openstack project purge --dry-run --project p', 'nothing'],
    ['openstack stack delete app -y', 'environment'],
    ['openstack server list', 'nothing'],
    ['openstack volume set data', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('OpenStack credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['OS_PASSWORD', 'password'],
    ['OS_USERNAME', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
