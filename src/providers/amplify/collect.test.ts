import { describe, expect, it } from 'vitest';
import { factsOfFiles, storesOf, usesOf } from '../../../test/platform-facts.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const account = '123456789012';
const environment = (name: string, categories: object = {}, of = account) => ({
  [name]: {
    awscloudformation: {
      Region: 'eu-west-1',
      StackId: `arn:aws:cloudformation:eu-west-1:${of}:stack/amplify-shop-${name}/0f1e`,
    },
    categories,
  },
});
const team = 'app/amplify/team-provider-info.json';
const read = (environments: object, more: Readonly<Record<string, string>> = {}) =>
  factsOfFiles(collect, { [team]: JSON.stringify(environments), ...more });

const stacksIn = (facts: ReturnType<typeof read>) =>
  facts.flatMap((fact) =>
    fact.kind === 'Relation' && fact.to.startsWith('aws:account/')
      ? [`${fact.from.split('#')[1]} ${fact.to}`]
      : [],
  );

describe('environments', () => {
  it('are in the account that the names of their parts say', () => {
    const facts = read({
      ...environment('prod'),
      dev: {
        awscloudformation: { AuthRoleArn: 'arn:aws:iam::210987654321:role/amplify-dev-authRole' },
      },
      local: { awscloudformation: { Region: 'eu-west-1' } },
    });
    expect(stacksIn(facts)).toEqual([
      `stack/prod aws:account/${account}`,
      'stack/dev aws:account/210987654321',
    ]);
    const stack = facts.find((fact) => fact.kind === 'InfraStack');
    expect(stack).toMatchObject({ tool: 'amplify', folder: 'app' });
    const tiers = facts.flatMap((fact) => (fact.kind === 'Environment' ? [fact.tier] : []));
    expect(tiers).toEqual(['production', 'development', 'development']);
  });

  it('have one of everything that the backend has, and no table without a model', () => {
    const backend = JSON.stringify({
      api: {
        shop: { service: 'AppSync' },
        hooks: { service: 'API Gateway' },
        old: { service: 'AppSync' },
      },
      auth: { people: { service: 'Cognito' } },
      storage: { files: { service: 'S3' }, theirs: { service: 'S3', serviceType: 'imported' } },
    });
    const facts = read(environment('prod'), {
      'app/amplify/backend/backend-config.json': backend,
      'app/amplify/backend/api/shop/schema.graphql': 'type Item @model { id: ID! }',
    });
    expect(storesOf(facts)).toEqual([
      'bucket files (Amplify environment prod): s3-bucket bucket',
      'users of people (Amplify environment prod): cognito-user-pool database',
      'tables of API shop (Amplify environment prod): dynamodb-table database',
    ]);
  });

  it('may have been given the same data of somebody else', () => {
    const pool = { auth: { people: { userPoolId: 'eu-west-1_AbCdEf123' } } };
    const bucket = { storage: { files: { bucketName: 'harbour-uploads', region: 'eu-west-1' } } };
    const arn = `arn:aws:dynamodb:eu-west-1:${account}:table/tickets`;
    const table = { storage: { rows: { tableName: 'tickets', arn } } };
    expect(
      usesOf(
        read({
          ...environment('prod', { ...pool, ...bucket }),
          ...environment('dev', { ...pool, ...table }),
        }),
      ),
    ).toEqual([
      'development connects-to table tickets',
      'development connects-to user pool eu-west-1_AbCdEf123',
      'production connects-to bucket harbour-uploads',
      'production connects-to user pool eu-west-1_AbCdEf123',
    ]);
  });
});

it.each([
  ['{}'],
  ['[]'],
  ['{"dev": 1}'],
  ['{"dev": {"awscloudformation": "x"}}'],
  ['{"dev": {"categories": {"auth": {"x": {"userPoolId": "p"}}}}}'],
])('makes nothing of %j', (text) => {
  expect(factsOfFiles(collect, { [team]: text })).toEqual([]);
});

it('takes the files of one folder together', () => {
  const files = [
    'amplify/backend/backend-config.json',
    'amplify/team-provider-info.json',
    'web/amplify/team-provider-info.json',
  ].map(filePath);
  expect(collector.group?.(files)).toEqual([files.slice(0, 2), files.slice(2)]);
});
