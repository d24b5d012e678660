import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { emptyResult, fakeResult } from './fake-result.ts';
import { renderJson } from './json.ts';
import schema from './report.schema.json' with { type: 'json' };

const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  schema,
);
const tool = { version: '0.1.0' };

describe('renderJson', () => {
  it.each([
    ['no findings', emptyResult],
    ['findings', fakeResult()],
    ['hostile names', fakeResult({ agentName: '"\u0000\n\ud800\u202e', storeName: '' })],
  ])('fits the published schema: %s', (_, result) => {
    validate(JSON.parse(renderJson(result, tool)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is judged by a schema that rejects what is wrong', () => {
    expect(validate({ ...JSON.parse(renderJson(emptyResult, tool)), extra: 1 })).toBe(false);
  });

  it('keeps the order of keys', () => {
    const report: Record<string, unknown> = JSON.parse(renderJson(fakeResult(), tool));
    expect(Object.keys(report)).toEqual([
      'schemaVersion',
      'tool',
      'summary',
      'findings',
      'notices',
    ]);
    expect(renderJson(fakeResult(), tool)).toContain(
      '"at": {\n        "file": "scripts/domains/.railway.env",\n        "line": 2,\n        "column": 1,\n        "endLine": 2,\n        "endColumn": 18,',
    );
  });

  it('counts standing findings only', () => {
    expect(JSON.parse(renderJson(fakeResult(), tool))).toMatchObject({
      summary: { findings: { critical: 1, high: 0, medium: 0, low: 0 }, suppressed: 1, paths: 1 },
      findings: [
        {
          suppressed: null,
          path: { hops: [{ relation: 'reads', guards: [{ strength: 'advises' }] }, {}] },
        },
        { suppressed: { reason: 'disposable, see x', until: '2027-01-31' }, path: null },
      ],
    });
  });
});

describe('the published schema', () => {
  it('names every area and severity of the model', async () => {
    const { areas, severities } = await import('../model/finding.ts');
    const text = readFileSync(new URL('./report.schema.json', import.meta.url), 'utf8');
    const {
      $defs,
    }: {
      $defs: {
        finding: { properties: { area: { enum: string[] } } };
        severity: { enum: string[] };
      };
    } = JSON.parse(text);
    expect($defs.finding.properties.area.enum).toEqual([...areas]);
    expect($defs.severity.enum.toReversed()).toEqual([...severities]);
  });
});
