import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Hetzner Cloud commands', () => {
  it.each([
    ['hcloud server delete web', 'service'],
    ['hcloud volume delete data', 'volume'],
    ['hcloud --context live volumes delete data', 'volume'],
    ['hcloud server rebuild --image debian-12 web', 'volume'],
    ['hcloud server disable-backup web', 'backup'],
    ['hcloud image delete 5', 'backup'],
    ['hcloud storage-box delete box', 'volume'],
    ['hcloud storage-box snapshot delete box 1', 'backup'],
    ['hcloud server list', 'nothing'],
    ['hcloud volume detach data', 'nothing'],
    ['hcloud server enable-protection web delete', 'nothing'],
    ['hcloud context delete live', 'nothing'],
    ['hcloud server delete --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Hetzner Cloud credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['HCLOUD_TOKEN', 'api-token'],
    ['HETZNER_DNS_TOKEN', 'dns-token'],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
