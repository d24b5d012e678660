import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`sk_live_51${'aB3'.repeat(32)}`)?.spec.id).toBe('secret-key');
  expect(knowledge.credentialByValue(`sk_live_${'aB3'.repeat(8)}`)?.spec.id).toBe('secret-key');
  expect(knowledge.credentialByValue(`sk_live_${'aB3'.repeat(14)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`rk_live_51${'aB3'.repeat(32)}`)?.spec.id).toBe(
    'restricted-key',
  );
  expect(knowledge.credentialByValue(`sk_test_${'aB3'.repeat(8)}`)?.spec.id).toBe('test-key');
  expect(knowledge.credentialByValue(`pk_live_${'aB3'.repeat(8)}`)?.spec.id).toBe(
    'publishable-key',
  );
  expect(knowledge.credentialByValue(`sk_org_live_${'aB3'.repeat(8)}`)?.spec.id).toBe(
    'organization-key',
  );
});

it.each([
  ['STRIPE_SECRET_KEY', 'secret-key'],
  ['STRIPE_WEBHOOK_SECRET', 'webhook-secret'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['@stripe/mcp@latest', 'stripe'],
  ['https://mcp.stripe.com', 'stripe'],
])('knows the MCP server %s', (name, id) => {
  const commands = pack.mcp.filter((spec) => spec.commands.includes(name));
  expect((knowledge.mcp(name)?.spec ?? commands[0])?.id).toBe(id);
});

it('counts organization keys without a mode as live', () => {
  const kind = (start: string) => credentialOf(pack, 'KEY', `${start}${'aB3'.repeat(8)}`)?.product;
  expect(kind('sk_org_')).toBe('organization-key');
  expect(kind('sk_org_live_')).toBe('organization-key');
  expect(kind('sk_org_test_')).toBe('test-key');
});
