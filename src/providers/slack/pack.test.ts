import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`xoxb-${'aB3'.repeat(4).slice(0, 10)}`)?.spec.id).toBe(
    'bot-token',
  );
  expect(knowledge.credentialByValue(`xoxb-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`xoxp-${'aB3'.repeat(4).slice(0, 10)}`)?.spec.id).toBe(
    'user-token',
  );
  expect(knowledge.credentialByValue(`xoxp-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`xapp-${'aB3'.repeat(4).slice(0, 10)}`)?.spec.id).toBe(
    'app-token',
  );
  expect(knowledge.credentialByValue(`xapp-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`xoxc-${'aB3'.repeat(4).slice(0, 10)}`)?.spec.id).toBe(
    'session-token',
  );
  expect(knowledge.credentialByValue(`xoxc-${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
  expect(
    knowledge.credentialByValue(`https://hooks.slack.com/services/${'aB3'.repeat(7).slice(0, 20)}`)
      ?.spec.id,
  ).toBe('webhook');
  expect(
    knowledge.credentialByValue(`https://hooks.slack.com/services/${'a'.repeat(3)}`)?.spec.id,
  ).toBe(undefined);
});

it.each([
  ['SLACK_BOT_TOKEN', 'bot-token'],
  ['SLACK_USER_TOKEN', 'user-token'],
  ['SLACK_APP_TOKEN', 'app-token'],
  ['SLACK_WEBHOOK_URL', 'webhook'],
  ['SLACK_SIGNING_SECRET', 'signing-secret'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  [`xoxe.xoxb-1-${'aB3'.repeat(9)}`, 'bot-token', 'Slack bot token, rotated every few hours'],
  [`xoxb-1-${'aB3'.repeat(9)}`, 'bot-token', 'Slack bot token'],
  [`xoxe-1-${'aB3'.repeat(9)}`, 'refresh-token', 'Slack refresh token'],
])('reads %s', (token, product, title) => {
  expect(credentialOf(pack, 'TOKEN', token)).toMatchObject({ product, title });
});

it('names the workspace of a webhook', () => {
  const url = `https://hooks.slack.com/services/T${'0A1B2C3D'}/B${'0A1B2C3D'}/${'aB3'.repeat(8)}`;
  expect(credentialOf(pack, 'HOOK', url)).toMatchObject({ belongsTo: 'T0A1B2C3D' });
});
