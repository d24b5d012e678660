import { describe, expect, it } from 'vitest';
import { factsOf, only } from '../../../test/resource-facts-of.ts';
import type { Resource } from '../../model/resource.ts';
import { runServiceFacts } from './run-service.ts';
import { settingAt } from './settings.ts';

const spec = {
  types: ['quay_space'],
  source: 'https://quay.test',
  checkedOn: '2026-11-21',
  facts: (resource: Resource) =>
    runServiceFacts(resource, {
      product: 'quay',
      applies: 'applies',
      isTied: settingAt(resource, 'repo') !== undefined,
    }),
};

/** `stage: who sets it off` of every workspace that applies unasked. */
function runs(body: string): readonly string[] {
  const facts = factsOf(`resource "quay_space" "main" {\n${body}\n}\n`, [spec]);
  const [environment] = only(facts, 'Environment').filter(({ key }) => key.includes('quay_space'));
  return only(facts, 'Pipeline').map(
    ({ triggers }) => `${environment?.tier}: ${triggers.map((one) => one.startedBy).join(' ')}`,
  );
}

describe('a service that runs infrastructure code', () => {
  it.each([
    ['applies = true\nname = "berths-production"\nrepo {\n}', ['production: merge']],
    ['applies = true\nrepo {\n}', ['unknown: merge']],
    ['applies = true', ['unknown: unknown']],
    ['applies = false\nrepo {\n}', []],
    ['applies = var.unasked\nrepo {\n}', []],
    ['repo {\n}', []],
  ])('with %j: %j', (body, expected) => {
    expect(runs(body)).toEqual(expected);
  });
});
