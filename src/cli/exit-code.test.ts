import { describe, expect, it } from 'vitest';
import type { Finding, Notice, Severity } from '../model/finding.ts';
import { filePath } from '../model/source.ts';
import { exitCodeOf } from './exit-code.ts';

const at = { file: filePath('.env'), start: 0, end: 1, label: '' };

function finding(severity: Severity, suppressed = false): Finding {
  const suppression = { reason: 'rotated', at, until: null };
  return {
    check: 'token-over-scoped',
    area: 'credentials',
    severity,
    confidence: 'high',
    what: '',
    why: '',
    fix: '',
    at,
    related: [],
    path: null,
    fixes: [],
    fingerprint: '',
    suppressed: suppressed ? suppression : null,
  };
}

function notice(kind: Notice['kind'], incomplete: boolean): Notice {
  return { kind, file: null, message: '', incomplete };
}

const lenient = { failOn: 'high', strict: false } as const;

describe('exitCodeOf', () => {
  it('is 1 from the level on', () => {
    const scan = { findings: [finding('medium')], notices: [] };
    expect(exitCodeOf(scan, lenient)).toBe(0);
    expect(exitCodeOf(scan, { ...lenient, failOn: 'medium' })).toBe(1);
    expect(exitCodeOf(scan, { ...lenient, failOn: 'low' })).toBe(1);
    expect(exitCodeOf(scan, { ...lenient, failOn: 'never' })).toBe(0);
  });
  it('does not count what a person accepted', () => {
    expect(exitCodeOf({ findings: [finding('critical', true)], notices: [] }, lenient)).toBe(0);
  });
  it('is 2 for an incomplete scan, findings or not', () => {
    const notices = [notice('internal', true)];
    expect(exitCodeOf({ findings: [], notices }, lenient)).toBe(2);
    const all = { findings: [finding('critical')], notices };
    expect(exitCodeOf(all, { failOn: 'never', strict: false })).toBe(2);
  });
  it('minds unreadable files only when strict', () => {
    const unreadable = { findings: [], notices: [notice('unparsed', false)] };
    expect(exitCodeOf(unreadable, lenient)).toBe(0);
    expect(exitCodeOf(unreadable, { ...lenient, strict: true })).toBe(2);
    const remark = { findings: [], notices: [notice('suppression', false)] };
    expect(exitCodeOf(remark, { ...lenient, strict: true })).toBe(0);
  });
});
