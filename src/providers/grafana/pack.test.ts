import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(
    knowledge.credentialByValue(
      `glsa_${'aB3'.repeat(11).slice(0, 32)}_${'a3'.repeat(4).slice(0, 8)}`,
    )?.spec.id,
  ).toBe('service-account-token');
  expect(knowledge.credentialByValue(`glsa_${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`glc_${'aB3'.repeat(14).slice(0, 40)}`)?.spec.id).toBe(
    'cloud-token',
  );
  expect(knowledge.credentialByValue(`glc_${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([
  ['GRAFANA_TOKEN', 'service-account-token'],
  ['GRAFANA_CLOUD_TOKEN', 'cloud-token'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('names the organization of a cloud token', () => {
  const inside = { o: '4721', n: 'deploy', k: 'aB3'.repeat(8), m: { r: 'eu' } };
  const token = `glc_${Buffer.from(JSON.stringify(inside)).toString('base64')}`;
  expect(credentialOf(pack, 'GRAFANA_CLOUD_TOKEN', token)).toMatchObject({ belongsTo: '4721' });
});
