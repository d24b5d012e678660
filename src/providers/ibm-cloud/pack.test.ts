import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['ibmcloud resource service-instance-delete shop -f', 'anything'],
  ['ibmcloud resource service-instance-delete shop', 'anything, asks'],
  ['ibmcloud resource service-instances', 'nothing'],
  ['ibmcloud ks cluster rm --cluster a -f', 'files'],
  ['ibmcloud cos bucket-delete --bucket shop --force', 'service'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows keys by name', () => {
  expect(knowledgeOf(pack).credentialByName('IBMCLOUD_API_KEY')?.spec.id).toBe('api-key');
  expect(knowledgeOf(pack).credentialByName('IBMCLOUD_REGION')).toBeUndefined();
});
