import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['ansible-playbook db.yml -e state=absent', 'anything'],
  ['ansible-playbook db.yml -e state=absent --check', 'nothing'],
  ['ansible-playbook db.yml -e state=present', 'nothing'],
  ['ansible-playbook db.yml', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows the vault password', () => {
  expect(knowledgeOf(pack).credentialByName('ANSIBLE_VAULT_PASSWORD')?.spec.plane).toBe('meta');
});
