import { describe, expect, it } from 'vitest';
import type { DataStore } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import type { Draft } from '../model/finding.ts';
import { filePath } from '../model/source.ts';
import { unknown } from '../model/value.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { CheckedDraft, TriageOptions } from './triage.ts';
import { triage } from './triage.ts';

const check = {
  id: 'token-over-scoped',
  area: 'credentials' as const,
  severity: 'high' as const,
  title: 'A token grants more than its use needs',
  why: 'It opens everything.',
  fix: 'Use a project token.',
};
const other = {
  ...check,
  id: 'no-backup-at-all',
  area: 'backups' as const,
  severity: 'medium' as const,
};

const options: TriageOptions = {
  texts: new Map(),
  checks: [{ id: check.id }, { id: other.id }],
  ran: new Set([check.id, other.id]),
  suppressions: [],
  today: '2026-11-21',
  isWrittenByAgents: () => false,
  suppressionsInAgentFiles: false,
  matchesGlob: (file, glob) => file === glob,
  minSeverity: 'low',
  minConfidence: 'low',
  only: [],
  skip: [],
};

function store(key: string): DataStore {
  const at = { file: filePath('.env'), start: 0, end: 3 };
  return {
    kind: 'DataStore',
    key: entityKey(key),
    aliases: [],
    name: key,
    at,
    collector: 'fake',
    implied: false,
    confidence: 'high',
    provider: null,
    product: 'postgres',
    holds: 'database',
    deletionProtection: unknown('external', at),
    disposable: unknown('external', at),
  };
}

function draft(file: string, start: number, part: Partial<Draft> = {}): Draft {
  return {
    at: { file: filePath(file), start, end: start + 5 },
    what: `Found in ${file}.`,
    confidence: 'high',
    subjects: [store(`${file}:${start}`)],
    ...part,
  };
}

function findingsOf(drafts: readonly CheckedDraft[], part: Partial<TriageOptions> = {}) {
  return triage(drafts, { ...options, ...part }).findings;
}

describe('triage', () => {
  it('takes wording and severity of the check where the draft has none', () => {
    const [finding] = findingsOf([{ check, draft: draft('.env', 0) }]);
    expect(finding).toMatchObject({
      check: check.id,
      area: 'credentials',
      severity: 'high',
      why: check.why,
      fix: check.fix,
      at: { label: '.env:0' },
      path: null,
      suppressed: null,
    });
    const sharper = draft('.env', 0, {
      why: 'W.',
      fix: 'F.',
      severity: 'critical',
      label: 'the token',
    });
    expect(findingsOf([{ check, draft: sharper }])[0]).toMatchObject({
      why: 'W.',
      fix: 'F.',
      severity: 'critical',
      at: { label: 'the token' },
    });
  });

  it('keeps a guess at low severity', () => {
    const guess = draft('.env', 0, { confidence: 'low', severity: 'critical' });
    expect(findingsOf([{ check, draft: guess }])[0]?.severity).toBe('low');
    const likely = draft('.env', 0, { confidence: 'medium', severity: 'critical' });
    expect(findingsOf([{ check, draft: likely }])[0]?.severity).toBe('critical');
  });

  it('sorts by severity, file, place and check, whatever the order of the drafts', () => {
    const drafts = [
      { check: other, draft: draft('a.env', 0) },
      { check, draft: draft('b.env', 9) },
      { check, draft: draft('b.env', 1) },
      { check, draft: draft('a.env', 4, { severity: 'critical' }) },
      { check: { ...other, severity: 'high' as const }, draft: draft('b.env', 1) },
    ];
    const order = findingsOf(drafts).map(({ check: id, at }) => `${id} ${at.file} ${at.start}`);
    expect(order).toEqual([
      'token-over-scoped a.env 4',
      'no-backup-at-all b.env 1',
      'token-over-scoped b.env 1',
      'token-over-scoped b.env 9',
      'no-backup-at-all a.env 0',
    ]);
    expect(findingsOf(drafts.toReversed())).toEqual(findingsOf(drafts));
  });

  it('makes one finding of one risk in several places', () => {
    const subjects = [store('shared')];
    const drafts = ['c', 'a', 'b', 'a'].map((file) => ({
      check,
      draft: draft(file, 0, { subjects }),
    }));
    const findings = findingsOf(drafts);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.at.file).toBe('a');
    expect(findings[0]?.related.map(({ file }) => file)).toEqual(['b', 'c']);
    expect(findingsOf(drafts.toReversed())).toEqual(findings);
  });

  it('filters by severity, confidence and check', () => {
    const drafts = [
      { check, draft: draft('a', 0) },
      { check: other, draft: draft('a', 0, { confidence: 'medium' }) },
    ];
    const ids = (part: Partial<TriageOptions>) =>
      findingsOf(drafts, part).map((finding) => finding.check);
    expect(ids({ minSeverity: 'high' })).toEqual([check.id]);
    expect(ids({ minConfidence: 'high' })).toEqual([check.id]);
    expect(ids({ only: [other.id] })).toEqual([other.id]);
    expect(ids({ skip: [other.id] })).toEqual([check.id]);
    expect(ids({ only: [other.id], skip: [other.id] })).toEqual([]);
  });
});

describe('fingerprintOf', () => {
  it('is 32 hex digits that depend on check and subjects only', () => {
    const print = fingerprintOf('x', [store('a'), store('b')], undefined);
    expect(print).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf('x', [store('b'), store('a'), store('a')], undefined)).toBe(print);
    expect(fingerprintOf('y', [store('a'), store('b')], undefined)).not.toBe(print);
    expect(fingerprintOf('x', [store('a')], undefined)).not.toBe(print);
  });

  it('does not change with lines or path separators', () => {
    const moved = {
      ...store('env:app/.env#X'),
      at: { file: filePath('.env'), start: 90, end: 95 },
    };
    const print = fingerprintOf('x', [store('env:app/.env#X')], undefined);
    expect(fingerprintOf('x', [moved], undefined)).toBe(print);
    expect(fingerprintOf('x', [store('env:app\\.env#X')], undefined)).toBe(print);
  });
});
