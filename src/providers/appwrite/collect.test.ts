import { expect, it } from 'vitest';
import { factsOfFiles, storesOf, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';

const config = JSON.stringify({ projectId: '68de87060019a1ca2b8b', databases: [] });

it('names the project, and the stage where the path says one', () => {
  const files = { 'appwrite.json': config, 'infra/staging/appwrite.config.json': config };
  const facts = factsOfFiles(collect, files);
  const project = 'Appwrite project 68de87060019a1ca2b8b';
  expect(storesOf(facts)).toEqual([
    `${project}: appwrite-project database`,
    `${project}: appwrite-project database`,
  ]);
  const keys = facts.flatMap((fact) => (fact.kind === 'DataStore' ? [fact.key] : []));
  expect(new Set(keys)).toEqual(new Set(['appwrite:appwrite-project/68de87060019a1ca2b8b']));
  expect(usesOf(facts)).toEqual([`staging connects-to ${project}`]);
});

it.each([
  ['{}'],
  ['[]'],
  ['{"projectId": ""}'],
  ['{"projectId": "<PROJECT_ID>"}'],
  ['{"projectId": "your-project-id"}'],
  ['{"projectId": {"a": 1}}'],
])('makes nothing of %s', (text) => {
  expect(factsOfFiles(collect, { 'appwrite.json': text })).toEqual([]);
});
