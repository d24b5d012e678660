import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderFinding } from './explain.ts';
import { renderFacts } from './facts.ts';
import {
  emptyResult,
  fakeAgent,
  fakeCredential,
  fakePath,
  fakeResult,
  fakeStore,
} from './fake-result.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { ScanResult } from './result.ts';
import { renderSarif } from './sarif.ts';
import { renderNotices, renderTerminal } from './terminal.ts';

/** Looks like a token, is the same in every run, and is written nowhere. */
function fake(encoding: 'hex' | 'base64' | 'base64url'): string {
  return createHash('sha512').update('reports.test').digest(encoding);
}

const tool = { version: '0.1.0' };
const plain = { color: false, hyperlinks: false, width: 100, verbose: true };

/** Every text that riskscan prints about a result. */
function everyReport(result: ScanResult): Readonly<Record<string, string>> {
  const facts = result.findings.flatMap(({ path }) =>
    path === null
      ? []
      : [path.actor, path.store, ...path.hops.flatMap((hop) => [hop.edge, hop.to])],
  );
  return {
    terminal: renderTerminal(result, plain),
    colour: renderTerminal(result, {
      ...plain,
      color: true,
      hyperlinks: true,
      href: (file) => `file:///r/${file}`,
    }),
    notices: renderNotices(result, plain),
    json: renderJson(result, tool),
    sarif: renderSarif(result, tool),
    markdown: renderMarkdown(result),
    explain: renderFinding(result, 'ab'.repeat(16), plain),
    factsText: renderFacts(facts, result.texts, 'text'),
    factsJson: renderFacts(facts, result.texts, 'json'),
  };
}

describe('every report', () => {
  it.each([
    ['a UUID', fake('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')],
    ['hex', fake('hex').slice(0, 40)],
    ['base64', fake('base64').slice(0, 40)],
    ['base64url', fake('base64url').slice(0, 40)],
    ['a prefixed token', ['ghp', fake('hex').slice(0, 36)].join('_')],
    [
      'a JWT',
      [
        'eyJhbGciOiJIUzI1NiJ9',
        fake('base64url').slice(0, 40),
        fake('base64url').slice(40, 80),
      ].join('.'),
    ],
  ])('never holds %s that stands in texts, wording and names', (_, token) => {
    const password = fake('hex').slice(50, 62);
    const result = fakeResult({
      token,
      password,
      agentName: `agent-${token}`,
      storeName: `postgres://u:${password}@h/d`,
    });
    for (const [format, text] of Object.entries(everyReport(result))) {
      expect(text, format).not.toContain(token);
      expect(text, format).not.toContain(encodeURIComponent(token));
      expect(text, format).not.toContain(password);
      expect(text, format).not.toContain('a-digest-of-one-run');
    }
  });

  it('lets no name act on a terminal, a page or a log', () => {
    const esc = String.fromCharCode(27);
    const agentName = `x${esc}[2Jy\nCRITICAL\u202e](http://evil.test)<img src=x>|@team \u{e0041}`;
    const reports = everyReport(fakeResult({ agentName, storeName: agentName }));
    for (const [format, text] of Object.entries(reports)) {
      if (format !== 'colour') expect(text, format).not.toContain(esc);
      expect(text, format).not.toMatch(/(?!\n)[\u202e\u{e0041}\u2028]/u);
      expect(text, format).not.toMatch(/^CRITICAL\]/m);
    }
    expect(reports['colour']).not.toContain(`${esc}[2J`);
    expect(reports['markdown']).not.toMatch(/<img|[^\\]\]\(http|@team|[^\\]\|@/);
    expect(reports['sarif']).not.toMatch(/[^\\]\]\(http/);
  });

  it('gives the same bytes for the same input', () => {
    const parts = { token: fake('hex'), password: 'y' };
    expect(everyReport(fakeResult(parts))).toEqual(everyReport(fakeResult(parts)));
  });

  it('names nothing of the machine', () => {
    for (const text of Object.values(
      everyReport({ ...fakeResult(), root: '/home/ada/fleetdesk' }),
    )) {
      expect(text).not.toContain('/home/ada');
    }
  });

  it('costs milliseconds per thousand findings', () => {
    const result = fakeResult();
    const findings = Array.from({ length: 5_000 }, () => result.findings[0]).filter(
      (one) => one !== undefined,
    );
    const started = performance.now();
    renderJson({ ...result, findings }, tool);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('renderTerminal', () => {
  it('shows a finding with its code, path, guards and copies', () => {
    const text = renderTerminal(fakeResult(), { ...plain, verbose: false });
    expect(text).toMatchInlineSnapshot(`
      "CRITICAL (1)

      critical: An agent can destroy a store it can reach [blast-radius]
        scripts/domains/.railway.env:2:1
        what  Agent "cursor" can delete volume "pg-data".
        why   Token x opens postgres://u:*@h/d.
        fix   Replace RAILWAY_API_TOKEN=* by a project token.

          1 | # made with railway login
        > 2 | RAILWAY_API_TOKEN=*
            | ^^^^^^^^^^^^^^^^^ the token x
          3 | DB=postgres://u:*@h/d

        see   .cursor/sandbox.json:2:2 sandbox of cursor

        path (high confidence, 2 more ways)
         1. agent "cursor" reads credential "RAILWAY_API_TOKEN"
            because the sandbox of cursor is off
            .cursor/sandbox.json:2:2
            guard "safety.mdc" only advises, and does not stop it
         2. credential "RAILWAY_API_TOKEN" works for store "pg-data"
            because an account token may call volumeDelete
            scripts/domains/.railway.env:2:1
        lost with it: backup "fleetdesk dump" (scripts/backup.sh:1:1)
        no copy found in these files survives

      1 finding (1 critical, 0 high, 0 medium, 0 low); 1 path; 10 of 12 files read, 4 parsed; 1 suppressed; 1 notice about what was not covered; user-level agent settings were not looked at.
      "
    `);
  });

  it('is one line when nothing was found', () => {
    expect(renderTerminal(emptyResult, plain)).toBe(
      'No findings: 10 of 12 files read, 4 parsed; user-level agent settings were not looked at.\n',
    );
    expect(renderTerminal(emptyResult, { ...plain, quiet: true })).toBe('');
  });

  it('does not call an incomplete or empty scan clean', () => {
    const notice = {
      kind: 'internal' as const,
      file: null,
      message: 'A check failed.',
      incomplete: true,
    };
    expect(renderTerminal({ ...emptyResult, notices: [notice] }, plain)).toContain(
      'but the scan is incomplete',
    );
    const nothing = { ...emptyResult, summary: { ...emptyResult.summary, filesRead: 0 } };
    expect(renderTerminal(nothing, plain)).toMatch(/^Nothing was scanned/);
  });

  it('puts the path to the scanned folder before files', () => {
    expect(renderTerminal(fakeResult(), { ...plain, pathPrefix: '../api/' })).toContain(
      '../api/.cursor/sandbox.json:2:2',
    );
  });

  it('writes styles and links only when asked', () => {
    const esc = String.fromCharCode(27);
    const href = (file: string) => `file:///r/a b#1/${file}`;
    expect(renderTerminal(fakeResult(), { ...plain, href })).not.toContain(esc);
    const text = renderTerminal(fakeResult(), { ...plain, color: true, hyperlinks: true, href });
    expect(text).toContain(`${esc}]8;;file:///r/a%20b%231/.cursor/sandbox.json${esc}\\`);
  });

  it('sums up hops beyond the eighth', () => {
    const path = fakePath({});
    const hops = Array.from({ length: 10 }, () => path.hops[0]).filter((hop) => hop !== undefined);
    const [finding] = fakeResult().findings;
    if (finding === undefined) throw new Error('the fake result has a finding');
    const result = { ...fakeResult(), findings: [{ ...finding, path: { ...path, hops } }] };
    expect(renderTerminal(result, plain)).toContain('and 2 more hops to pg-data');
    expect(renderFinding(result, finding.fingerprint, plain)).not.toContain('more hops');
  });
});

describe('renderMarkdown', () => {
  it('is a heading and a line when nothing was found', () => {
    expect(renderMarkdown(emptyResult)).toMatch(/^## riskscan\n\nNo findings: .*\n$/);
  });

  it('keeps a table row in one line', () => {
    const rows = renderMarkdown(fakeResult({ storeName: 'a|b\nc' }))
      .split('\n')
      .filter((line) => line.startsWith('| critical'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(5);
  });
});

describe('renderFinding', () => {
  it('says what it does not establish', () => {
    expect(renderFinding(fakeResult(), 'ab'.repeat(16), plain)).toContain(
      'What this does not establish',
    );
  });

  it('is empty for a fingerprint that no finding has', () => {
    expect(renderFinding(fakeResult(), '00'.repeat(16), plain)).toBe('');
  });
});

describe('renderFacts', () => {
  const facts = [fakeAgent({}), fakeCredential, fakeStore({})];

  it('lists facts with places in both formats', () => {
    expect(renderFacts(facts, fakeResult().texts, 'text')).toContain(
      'Agent "cursor" cursor:.cursor\n  .cursor/sandbox.json:2:2\n',
    );
    const data: unknown = JSON.parse(renderFacts(facts, fakeResult().texts, 'json'));
    expect(data).toMatchObject({
      schemaVersion: 1,
      facts: [
        { kind: 'Agent', shell: { state: 'set', value: 'runs', at: { line: 2, column: 2 } } },
        {},
        {},
      ],
    });
  });

  it('is valid when there is nothing to tell', () => {
    expect(renderFacts([], new Map(), 'text')).toMatch(/^No facts/);
    expect(JSON.parse(renderFacts([], new Map(), 'json'))).toEqual({ schemaVersion: 1, facts: [] });
  });
});
