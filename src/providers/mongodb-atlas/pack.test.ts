import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { matchesWhole } from '../../recognize/credential/credential.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

describe('Atlas commands', () => {
  it.each([
    ['atlas clusters delete shop --force', 'database'],
    ['atlas cluster rm shop', 'database, asks'],
    ['atlas --profile prod clusters delete shop --projectId 1 --force', 'database'],
    ['atlas projects delete 5e2211c17a3e5a48f5497de3 --force', 'project'],
    ['atlas orgs delete 5e22 --force', 'account'],
    ['atlas backups snapshots delete 5f4 --clusterName shop --force', 'backup'],
    ['atlas backups schedule delete shop --force', 'backup'],
    ['atlas api clusters deleteCluster --groupId 1 --clusterName shop', 'database'],
    ['atlas clusters list', 'nothing'],
    ['atlas clusters pause shop', 'nothing'],
    ['atlas clusters delete --help', 'nothing'],
    ['atlas schema clean -u "$URL" --auto-approve', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

it('knows credentials', () => {
  const secret = `mdb_sa_sk_${randomBytes(30).toString('base64url')}`;
  expect(knowledge.credentialByValue(secret)?.spec.id).toBe('service-account-secret');
  expect(knowledge.credentialByValue(secret.slice(0, 30))).toBeUndefined();
  const key = knowledge.credentialByName('MONGODB_ATLAS_PRIVATE_KEY')?.spec;
  expect(key?.shape && matchesWhole(key.shape, randomUUID())).toBe(true);
  expect(knowledge.credentialByValue(randomUUID())).toBeUndefined();
  expect(knowledge.credentialByName('MONGODB_ATLAS_PUBLIC_KEY')).toBeUndefined();
});

it('knows the MCP server, as package and as image', () => {
  for (const name of ['mongodb-mcp-server@latest', 'mongodb/mongodb-mcp-server:1.2']) {
    expect(knowledge.mcp(name)?.spec.readOnly).toHaveLength(2);
  }
  expect(knowledge.host('shop.ab1cd.mongodb.net')?.provider).toBe('mongodb-atlas');
});
