import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { matchesWhole } from '../../recognize/credential/credential.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Firebase commands', () => {
  it.each([
    ['firebase firestore:delete --all-collections --force', 'database'],
    ['npx firebase-tools@13 firestore:delete --all-collections -f --project prod', 'database'],
    ['firebase --project prod firestore:delete -r users', 'database, asks'],
    ['firebase firestore:delete users/ada', 'nothing'],
    ['firebase firestore:databases:delete main --force', 'database'],
    ['firebase firestore:backups:delete projects/p/locations/l/backups/b --force', 'backup'],
    ['firebase database:remove / -f', 'database'],
    ['firebase database:get /', 'nothing'],
    ['firebase dataconnect:sql:migrate --force', 'database'],
    ['firebase dataconnect:sql:diff', 'nothing'],
    ['firebase hosting:disable', 'service, asks'],
    ['firebase apphosting:backends:delete web --force', 'service'],
    ['firebase deploy --only functions', 'nothing'],
    ['firebase emulators:start', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows credentials by name, and that web keys are public', () => {
  const token = knowledge.credentialByName('FIREBASE_TOKEN')?.spec;
  expect(token).toMatchObject({ id: 'ci-token', scope: 'account' });
  const value = `1//0${randomBytes(60).toString('base64url')}`;
  expect(token?.shape && matchesWhole(token.shape, value)).toBe(true);
  expect(token?.shape && matchesWhole(token.shape, value.slice(4))).toBe(false);
  expect(knowledge.credentialByName('NEXT_PUBLIC_FIREBASE_API_KEY')?.spec.isPublic).toBe(true);
  expect(knowledge.credentialByName('FIREBASE_SERVICE_ACCOUNT')?.spec.plane).toBe('data');
});

it('knows the MCP server under all its commands', () => {
  expect(knowledge.mcp('firebase-tools mcp')?.spec.id).toBe('cli');
  expect(knowledge.mcp('firebase mcp')?.spec.destructiveTools).toContain(
    'firestore_delete_document',
  );
});
