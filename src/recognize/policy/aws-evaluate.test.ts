import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/json/parse.ts';
import { filePath } from '../../model/source.ts';
import { evaluatePolicies } from './aws-evaluate.ts';
import { type PolicyReading, readStatements } from './aws-statement.ts';

const catalogue = {
  destructive: [
    { action: 'rds:DeleteDBInstance', destroys: 'database' },
    { action: 'rds:DeleteDBSnapshot', destroys: 'backup' },
    { action: 's3:DeleteObject', destroys: 'bucket' },
    { action: 's3:DeleteObjectVersion', destroys: 'backup' },
  ],
  escalating: ['iam:AttachUserPolicy'],
} as const;

function reading(...statements: readonly object[]): PolicyReading {
  const document = parse(filePath('policy.json'), JSON.stringify({ Statement: statements }));
  if (document.shape !== 'data') throw new Error('JSON is data');
  return readStatements(document.roots[0]);
}

function reach(...statements: readonly object[]) {
  return evaluatePolicies({ attached: [reading(...statements)], boundary: null }, catalogue);
}

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

describe('what is allowed', () => {
  it('is everything with stars', () => {
    expect(reach(everything)).toMatchObject({
      breadth: 'everywhere',
      deletes: ['database', 'backup', 'bucket'],
      actions: ['read', 'write', 'delete', 'admin'],
      confirms: false,
      isWhole: true,
    });
  });

  it.each([
    ['a service', ['rds:*'], '*', ['database', 'backup']],
    ['a prefix', 'rds:Delete*', '*', ['database', 'backup']],
    ['one action', 'rds:DeleteDBInstance', '*', ['database']],
    ['every resource of a kind', 'rds:*', 'arn:aws:rds:*:*:db:*', ['database', 'backup']],
    ['every bucket', 's3:*', ['arn:aws:s3:::*', 'arn:aws:s3:::*/*'], ['bucket', 'backup']],
  ])('%s', (_, Action, Resource, deletes) => {
    expect(reach({ Effect: 'Allow', Action, Resource })).toMatchObject({
      breadth: 'everywhere',
      deletes,
    });
  });

  it.each([
    ['one bucket', 's3:*', 'arn:aws:s3:::letters/*'],
    ['buckets of a name', 's3:*', 'arn:aws:s3:::letters-*'],
    ['one database', 'rds:*', 'arn:aws:rds:eu-west-1:171077921032:db:letters'],
  ])('%s is not everywhere', (_, Action, Resource) => {
    expect(reach({ Effect: 'Allow', Action, Resource }).breadth).toBe('somewhere');
  });

  it('does not take the buckets of one service for those of another', () => {
    expect(reach({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::*' })).toMatchObject({
      breadth: 'everywhere',
      deletes: ['bucket', 'backup'],
    });
  });

  it('is everything but what NotAction names', () => {
    expect(reach({ Effect: 'Allow', NotAction: ['iam:*', 's3:*'], Resource: '*' })).toMatchObject({
      deletes: ['database', 'backup'],
      actions: ['read', 'write', 'delete'],
    });
  });

  it('is nothing where only reading is', () => {
    expect(reach({ Effect: 'Allow', Action: ['rds:Describe*'], Resource: '*' })).toMatchObject({
      breadth: 'nowhere',
      deletes: [],
      actions: ['read'],
      grantedAt: null,
    });
  });

  it('points at the statement that grants most', () => {
    const text = JSON.stringify({
      Statement: [{ Effect: 'Allow', Action: 'rds:DeleteDBInstance', Resource: '*' }, everything],
    });
    const document = parse(filePath('policy.json'), text);
    if (document.shape !== 'data') throw new Error('JSON is data');
    const attached = [readStatements(document.roots[0])];
    const at = evaluatePolicies({ attached, boundary: null }, catalogue).grantedAt;
    expect(text.slice(at?.start, at?.end)).toBe('"*"');
  });
});

describe('what is denied', () => {
  it('is not allowed', () => {
    const deny = { Effect: 'Deny', Action: ['rds:Delete*Snapshot', 's3:*'], Resource: '*' };
    expect(reach(everything, deny)).toMatchObject({ breadth: 'everywhere', deletes: ['database'] });
  });

  it('counts in part where it is about some resources', () => {
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::copies/*' };
    expect(reach(everything, deny).deletes).toEqual(['database', 'backup']);
    expect(reach({ ...everything, Action: 's3:*' }, deny).breadth).toBe('somewhere');
  });

  it('keeps nothing safe where it only forbids regions', () => {
    const deny = {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
    };
    expect(reach(everything, deny)).toMatchObject({ breadth: 'everywhere', confirms: false });
  });

  it('does not widen what NotResource leaves out', () => {
    const deny = { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::letters/*' };
    expect(reach(everything, deny).breadth).toBe('somewhere');
  });
});

describe('conditions', () => {
  const factor = (operator: string, value: string) => ({
    Condition: { [operator]: { 'aws:MultiFactorAuthPresent': value } },
  });
  const denyWithout = (operator: string) => ({
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    ...factor(operator, 'false'),
  });

  it.each([
    ['Allow with Bool true', [{ ...everything, ...factor('Bool', 'true') }], true],
    ['Allow with BoolIfExists true', [{ ...everything, ...factor('BoolIfExists', 'true') }], null],
    ['Deny with BoolIfExists false', [everything, denyWithout('BoolIfExists')], true],
    ['Deny with Bool false', [everything, denyWithout('Bool')], null],
    ['no condition', [everything], false],
  ])('%s asks: %s', (_, statements, confirms) => {
    expect(reach(...statements).confirms).toBe(confirms);
  });

  const letters = 'arn:aws:s3:::letters/*';
  const deleting = { Effect: 'Allow', Action: 's3:DeleteObject', Resource: letters };

  it.each([
    ['what is named, of everything', everything, { Resource: letters }, false],
    ['what is named, of the same', deleting, { Resource: letters }, null],
    ['whatever there is, of what is named', deleting, {}, true],
    ['all but some', everything, { Resource: undefined, NotResource: letters }, null],
    ['what nobody can tell', everything, { Resource: [] }, null],
    ['another service', everything, { Action: 'iam:*' }, false],
    ['all but another service', everything, { Action: undefined, NotAction: 'iam:*' }, true],
  ])('of a denial ask about %s: %s', (_, allow, narrowed, confirms) => {
    const deny = { ...denyWithout('BoolIfExists'), ...narrowed };
    expect(reach(allow, deny).confirms).toBe(confirms);
  });

  it('do not ask where another statement allows the same without', () => {
    expect(reach({ ...everything, ...factor('Bool', 'true') }, everything).confirms).toBe(false);
  });

  it('narrow what is allowed, but for those that everybody fulfils', () => {
    const tagged = { StringEquals: { 'aws:ResourceTag/team': 'letters' } };
    expect(reach({ ...everything, Condition: tagged }).breadth).toBe('somewhere');
    const office = { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } };
    expect(reach({ ...everything, Condition: office }).breadth).toBe('everywhere');
  });
});

describe('boundaries', () => {
  it('limit what is attached', () => {
    const boundary = reading({ Effect: 'Allow', Action: ['s3:Get*', 'rds:*'], Resource: '*' });
    expect(
      evaluatePolicies({ attached: [reading(everything)], boundary }, catalogue),
    ).toMatchObject({
      deletes: ['database', 'backup'],
    });
  });

  it('leave little where they cannot be read', () => {
    const boundary = { statements: [], isWhole: false };
    expect(
      evaluatePolicies({ attached: [reading(everything)], boundary }, catalogue).breadth,
    ).not.toBe('everywhere');
  });
});

describe('what cannot be read', () => {
  it.each([
    ['no statements', {}],
    ['a text for statements', { Statement: 'all' }],
    ['a number for a statement', { Statement: [7] }],
    ['null', { Statement: null }],
  ])('%s', (_, policy) => {
    const document = parse(filePath('policy.json'), JSON.stringify(policy));
    if (document.shape !== 'data') throw new Error('JSON is data');
    expect(readStatements(document.roots[0]).isWhole).toBe(false);
  });
});
