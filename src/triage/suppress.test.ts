import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { filePath } from '../model/source.ts';
import { inlineSuppressions } from './inline-suppression.ts';
import type { SuppressOptions } from './suppress.ts';
import { suppress } from './suppress.ts';

const env = filePath('.env');

function finding(text: string, part: string, file = env): Finding {
  const start = text.indexOf(part);
  return {
    check: 'token-over-scoped',
    area: 'credentials',
    severity: 'high',
    confidence: 'high',
    what: 'W.',
    why: 'Y.',
    fix: 'F.',
    at: { file, start, end: start + part.length, label: 'the token' },
    related: [],
    path: null,
    fixes: [],
    fingerprint: '0123456789abcdef'.repeat(2),
    suppressed: null,
  };
}

function run(text: string, part = 'TOKEN=x', more: Partial<SuppressOptions> = {}, file = env) {
  return suppress(text.includes(part) ? [finding(text, part, file)] : [], {
    texts: new Map([[file, text]]),
    checks: [{ id: 'token-over-scoped', aliases: ['wide-token'] }, { id: 'shared-volume' }],
    ran: new Set(['token-over-scoped', 'shared-volume']),
    suppressions: [],
    today: '2026-11-21',
    isWrittenByAgents: () => false,
    suppressionsInAgentFiles: false,
    matchesGlob: (name, glob) => name === glob,
    ...more,
  });
}

const messages = (result: ReturnType<typeof suppress>) =>
  result.notices.map(({ message }) => message);

describe('inline suppressions', () => {
  it.each([
    '# riskscan: allow token-over-scoped until 2027-01-31, the vendor has no narrower one\nTOKEN=x',
    '// riskscan: allow token-over-scoped, no narrower one\nTOKEN=x',
    '<!-- riskscan: allow token-over-scoped, no narrower one -->\nTOKEN=x',
    '-- riskscan: allow token-over-scoped: no narrower one\nTOKEN=x',
    '; riskscan: allow token-over-scoped no narrower one\r\nTOKEN=x',
    '/* riskscan: allow token-over-scoped, no narrower one */\nTOKEN=x',
    '{/* riskscan: allow token-over-scoped, no narrower one */}\nTOKEN=x',
    'TOKEN=x # riskscan: allow token-over-scoped, no narrower one',
    '  # riskscan: allow token-over-scoped, no narrower one\n  # and another comment\n  TOKEN=x',
    '# riskscan: allow wide-token, the id it had before\nTOKEN=x',
    '# riskscan: allow token-over-scoped until 2026-11-21, its last day\nTOKEN=x',
  ])('count in %j', (text) => {
    const result = run(text);
    expect(result.findings[0]?.suppressed?.reason).toMatch(/^(?:no|the|its)[^*>-]*$/);
    expect(result.notices).toEqual([]);
  });

  it('keep date and place of the decision', () => {
    const text =
      'A=1\nTOKEN=x # riskscan: allow token-over-scoped until 2027-01-31, no narrower one\n';
    expect(run(text).findings[0]?.suppressed).toEqual({
      reason: 'no narrower one',
      until: '2027-01-31',
      at: { file: env, start: 12, end: text.length - 1 },
    });
  });

  it.each([
    ['# riskscan: allow token-over-scoped\nTOKEN=x', 'does not count. It gives no reason.'],
    ['# riskscan: allow token-over-scoped until 2027-01-31\nTOKEN=x', 'It gives no reason.'],
    ['# riskscan: allow token-over-scoped, -\nTOKEN=x', 'It gives no reason.'],
    [
      '# riskscan: allow token-over-scoped until soon, we fix it\nTOKEN=x',
      'Its date must be a day',
    ],
    [
      '# riskscan: allow token-over-scoped until 2027-02-30, we fix it\nTOKEN=x',
      'Its date must be a day',
    ],
    [
      '# riskscan: allow token-over-scoped until 2026-11-20, was fine\nTOKEN=x',
      'ended on 2026-11-20',
    ],
    ['# riskscan: allow token-over-scopd, fine\nTOKEN=x', 'Did you mean "token-over-scoped"?'],
    ['# riskscan: allow\nTOKEN=x', 'It names no check.'],
    ['# riskscan: allow shared-volume, fine here\nTOKEN=x', 'fits no finding'],
    ['# riskscan: allow token-over-scoped, too far up\nA=1\nTOKEN=x', 'fits no finding'],
    ['TOKEN=x\n# riskscan: allow token-over-scoped, below', 'fits no finding'],
    ['A=1 # riskscan: allow token-over-scoped, of the line above\nTOKEN=x', 'fits no finding'],
  ])('do not count in %j, and say why', (text, why) => {
    const result = run(text);
    expect(result.findings[0]?.suppressed).toBeNull();
    expect(messages(result)).toEqual([expect.stringContaining(why)]);
    expect(result.notices[0]).toMatchObject({
      kind: 'suppression',
      file: '.env',
      incomplete: false,
    });
  });

  it.each([
    'echo "# riskscan: allow token-over-scoped, in a string"\nTOKEN=x',
    'We write riskscan: allow token-over-scoped, in prose\nTOKEN=x',
  ])('are found in comments only: %j', (text) => {
    const result = run(text);
    expect(result.findings[0]?.suppressed).toBeNull();
    expect(result.notices).toEqual([]);
  });

  it('of Markdown are HTML comments outside fences', () => {
    const text =
      '# riskscan: allow a, b\n```\n<!-- riskscan: allow a, bb -->\n```\n<!-- riskscan: allow a, cc -->\n';
    expect(inlineSuppressions(filePath('README.md'), text).map(({ reason }) => reason)).toEqual([
      'cc',
    ]);
  });

  it('count on any line of a longer range, and on related places', () => {
    const text =
      'services:\n  db: # riskscan: allow token-over-scoped, rebuilt nightly\n    image: x\n';
    expect(run(text, text.trimEnd()).findings[0]?.suppressed).not.toBeNull();
    const [base] = run('TOKEN=x').findings;
    if (base === undefined) throw new Error('there is a finding');
    const comment = '# riskscan: allow token-over-scoped, fine here\nOTHER=x\n';
    const texts = new Map([
      [env, 'TOKEN=x'],
      [filePath('b.env'), comment],
    ]);
    const related = [{ file: filePath('b.env'), start: 47, end: 52, label: 'the other' }];
    const result = suppress([{ ...base, related }], {
      texts,
      checks: [{ id: 'token-over-scoped' }],
      ran: new Set(['token-over-scoped']),
      suppressions: [],
      today: '2026-11-21',
      isWrittenByAgents: () => false,
      suppressionsInAgentFiles: false,
      matchesGlob: () => false,
    });
    expect(result.findings[0]?.suppressed?.at.file).toBe('b.env');
  });

  it('in files that agents write need the opt-in of the team', () => {
    const text = '// riskscan: allow token-over-scoped, trust me\nTOKEN=x';
    const isWrittenByAgents = () => true;
    const refused = run(text, 'TOKEN=x', { isWrittenByAgents });
    expect(refused.findings[0]?.suppressed).toBeNull();
    expect(messages(refused)[0]).toContain('suppressionsInAgentFiles');
    const allowed = run(text, 'TOKEN=x', { isWrittenByAgents, suppressionsInAgentFiles: true });
    expect(allowed.findings[0]?.suppressed).not.toBeNull();
  });

  it('are not called unused when their check did not run', () => {
    const text = '# riskscan: allow shared-volume, fine here\nTOKEN=x';
    expect(run(text, 'TOKEN=x', { ran: new Set(['token-over-scoped']) }).notices).toEqual([]);
  });

  it('are found in linear time', () => {
    const started = performance.now();
    for (const piece of ['riskscan: allow ', '# ', '-- ', ' ', '{{{ # riskscan: allow']) {
      inlineSuppressions(env, `# riskscan: allow ${piece.repeat(100_000)}`);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('suppressions of the configuration', () => {
  const at = { file: filePath('riskscan.yaml'), start: 0, end: 1 };
  const decision = {
    check: 'token-over-scoped',
    file: null,
    fingerprint: null,
    reason: 'agreed with the platform team',
    until: null,
    at,
  };

  it.each([
    {},
    { file: '.env' },
    { fingerprint: '0123456789abcdef'.repeat(2) },
    { check: 'wide-token' },
  ])('count where all of %j fits', (part) => {
    const result = run('TOKEN=x', 'TOKEN=x', { suppressions: [{ ...decision, ...part }] });
    expect(result.findings[0]?.suppressed?.reason).toBe(decision.reason);
    expect(result.notices).toEqual([]);
  });

  it.each([
    [{ file: 'other.env' }, 'fits no finding'],
    [{ fingerprint: 'f'.repeat(32) }, 'fits no finding'],
    [{ file: '.env', fingerprint: 'f'.repeat(32) }, 'fits no finding'],
    [{ until: '2026-01-01' }, 'ended on'],
    [{ reason: ' ' }, 'gives no reason'],
    [{ check: 'nothing-of-the-kind' }, 'unknown check'],
  ])('do not count with %j, and say why', (part, why) => {
    const result = run('TOKEN=x', 'TOKEN=x', { suppressions: [{ ...decision, ...part }] });
    expect(result.findings[0]?.suppressed).toBeNull();
    expect(messages(result)).toEqual([expect.stringContaining(why)]);
  });
});
