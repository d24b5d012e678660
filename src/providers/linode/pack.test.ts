import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Linode commands', () => {
  it.each([
    ['linode-cli volumes delete 5', 'volume'],
    ['linode-cli linodes delete 7', 'service'],
    ['linode-cli linodes rebuild 7 --image linode/debian12', 'volume'],
    ['linode-cli linodes backups-cancel 7', 'backup'],
    ['linode-cli databases postgresql-delete 3', 'database'],
    ['linode-cli lke cluster-delete 2', 'environment'],
    ['linode-cli obj rb --recursive media', 'bucket'],
    ['linode-cli obj del media a.png', 'files'],
    ['linode-cli images rm 4', 'backup'],
    ['linode-cli obj rb media', 'nothing'],
    ['linode-cli volumes list', 'nothing'],
    ['linode-cli linodes reboot 7', 'nothing'],
    ['linode-cli volumes delete --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Linode credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['LINODE_CLI_TOKEN', 'personal-token'],
    ['LINODE_OBJ_SECRET_KEY', 'object-storage-key'],
    ['LINODE_OBJ_ACCESS_KEY', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
