import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { filePath } from '../model/source.ts';
import { emptyResult, fakeCheck, fakeResult } from './fake-result.ts';
import type { ScanResult } from './result.ts';
import { fileUri, renderSarif } from './sarif.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const schema: object = JSON.parse(readFileSync(join(root, 'test/schema/sarif-2.1.0.json'), 'utf8'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const multitool =
  process.env['RISKSCAN_SARIF_MULTITOOL'] ??
  join(root, '.ci/tools/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');
const hasMultitool = existsSync(multitool);
if (!hasMultitool)
  console.warn(`SKIPPED: SARIF is not checked with Sarif.Multitool, ${multitool} is missing.`);

const hostileFile = filePath('a b/#ü%:(1)?\ud800.env');

function hostileResult(): ScanResult {
  const result = fakeResult({ agentName: 'x](http://evil.test)\u202e\n' });
  const findings = result.findings.map((finding) => ({
    ...finding,
    at: { ...finding.at, file: hostileFile, start: 4, end: 4 },
    related: [{ ...finding.at, label: '' }],
  }));
  return {
    ...result,
    findings,
    notices: [
      { kind: 'internal', file: hostileFile, message: 'A check failed.', incomplete: true },
    ],
  };
}

const cases: readonly (readonly [string, ScanResult])[] = [
  ['an empty result', emptyResult],
  ['a result without checks', { ...emptyResult, checks: [] }],
  ['findings', fakeResult()],
  ['hostile names', hostileResult()],
];

function runOf(result: ScanResult): Run {
  const log: Log = JSON.parse(renderSarif(result, { version: '0.1.0' }));
  const [run] = log.runs;
  if (run === undefined) throw new Error('a log has one run');
  return run;
}

function resultOf(result: ScanResult, index = 0): Result {
  const found = runOf(result).results?.[index];
  if (found === undefined) throw new Error('the run has this result');
  return found;
}

describe('renderSarif', () => {
  it.each(cases)('is valid for %s', (_, result) => {
    validate(JSON.parse(renderSarif(result, { version: '0.1.0' })));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is judged by a schema that rejects what is wrong', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [{ level: 'bad' }] }] })).toBe(false);
  });

  it.skipIf(!hasMultitool).each(cases)('passes Sarif.Multitool for %s', (_, result) => {
    const folder = mkdtempSync(join(tmpdir(), 'riskscan-sarif-'));
    try {
      const [input, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
      writeFileSync(input, renderSarif(result, { version: '0.1.0' }));
      // Exits with 0 whatever it finds, so its own report is what counts.
      execFileSync(multitool, [
        'validate',
        input,
        '--rule-kind',
        'Sarif;Ghas',
        '-o',
        output,
        '--log',
        'ForceOverwrite',
      ]);
      const report: Log = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, ''));
      const complaints = report.runs
        .flatMap((run) => run.results ?? [])
        .filter(({ level }) => level !== 'note');
      expect(
        complaints.map(({ ruleId, message }) => `${ruleId}: ${JSON.stringify(message)}`),
      ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('carries place, fingerprint, level and properties of a finding', () => {
    expect(resultOf(fakeResult())).toMatchObject({
      ruleId: 'blast-radius',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'scripts/domains/.railway.env', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 18 },
          },
        },
      ],
      partialFingerprints: { 'riskscan/v1': 'ab'.repeat(16) },
      properties: { severity: 'critical', confidence: 'high', area: 'paths' },
      suppressions: [],
    });
  });

  it('makes one flow location per hop, with reason and guards', () => {
    const locations = resultOf(fakeResult()).codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(locations.map(({ location }) => location?.message?.text)).toEqual([
      'agent "cursor" reads credential "RAILWAY_API_TOKEN", because the sandbox of cursor is off; guard "safety.mdc" only advises, and does not stop it.',
      'credential "RAILWAY_API_TOKEN" works for store "pg-data", because an account token may call volumeDelete.',
    ]);
    expect(locations.map(({ location }) => location?.physicalLocation?.region?.startLine)).toEqual([
      2, 2,
    ]);
  });

  it('links related locations from the message, and nothing else', () => {
    const result = resultOf(hostileResult());
    expect(result.message.text).toContain('x\\](http');
    expect(result.message.text).toMatch(/See \[related place\]\(1\)\.$/);
    expect(result.relatedLocations?.[0]?.id).toBe(1);
  });

  it('records decisions with their reason', () => {
    expect(resultOf(fakeResult(), 1).suppressions).toMatchObject([
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'disposable, see x (until 2027-01-31)',
      },
    ]);
    const [, second] = fakeResult().findings;
    if (second?.suppressed == null) throw new Error('the second fake finding is suppressed');
    for (const file of ['riskscan.yaml', '.riskscan.yaml', '.riskscan/baseline.json']) {
      const at = { file: filePath(file), start: 0, end: 0 };
      const findings = [{ ...second, suppressed: { ...second.suppressed, at } }];
      expect(resultOf({ ...fakeResult(), findings }).suppressions?.[0]?.kind).toBe('external');
    }
  });

  it('rates a rule by its worst standing result, so that a mild one is not shown as critical', () => {
    const [finding] = fakeResult().findings;
    if (finding === undefined) throw new Error('the fake result has a finding');
    const mild = { ...fakeResult(), findings: [{ ...finding, severity: 'low' as const }] };
    const rated = (result: ScanResult) =>
      runOf(result).tool.driver.rules?.find(({ id }) => id === fakeCheck.id)?.properties?.[
        'security-severity'
      ];
    expect([rated(mild), rated(fakeResult()), rated(emptyResult)]).toEqual(['3.0', '9.5', '9.5']);
  });

  it('describes every check once, in order, with the text that explain prints', () => {
    const { rules = [] } = runOf(fakeResult()).tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(['backup-in-same-failure-domain', 'blast-radius']);
    expect(resultOf(fakeResult()).ruleIndex).toBe(1);
    expect(rules[1]?.help?.markdown).toContain('## When to accept it');
  });

  it('tells an incomplete scan', () => {
    expect(runOf(fakeResult()).invocations?.[0]?.executionSuccessful).toBe(true);
    expect(runOf(hostileResult()).invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'A check failed.' } }],
    });
  });

  it('stays within the limits of its readers', () => {
    const [finding] = fakeResult().findings;
    if (finding === undefined) throw new Error('the fake result has a finding');
    const short = { ...finding, path: null, related: [], why: '', fix: '', what: 'x' };
    const findings = Array.from({ length: 25_003 }, () => short);
    const run = runOf({ ...fakeResult(), findings });
    expect(run.results).toHaveLength(25_000);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.at(-1)?.message.text).toMatch(
      /^3 milder findings/,
    );
  });
});

describe('fileUri', () => {
  it('encodes what a URI cannot hold', () => {
    expect(fileUri('a b/#ü%:(1)?\ud800.env')).toBe('a%20b/%23%C3%BC%25%3A%281%29%3F%EF%BF%BD.env');
    expect(fileUri('.cursor/sandbox.json')).toBe('.cursor/sandbox.json');
  });
});
