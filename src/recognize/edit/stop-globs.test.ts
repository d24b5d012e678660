import { describe, expect, it } from 'vitest';
import { globMatches } from '../../graph/permission-match.ts';
import type { Stop } from '../../model/hardening.ts';
import { packs } from '../../registry.generated.ts';
import { stopGlobs } from './stop-globs.ts';

const stop = (prefix: string, ...flags: readonly string[]): Stop => ({
  prefix,
  flags,
  effect: 'deny',
});

/** Twenty-one things that one program deletes. */
const many = Array.from({ length: 21 }, (_, index) => stop(`acme thing${index} delete-it`));

/** As the permission engine reads them: `x *` covers the bare `x` too. */
function isCovered(globs: readonly string[], line: string): boolean {
  return globs.some(
    (glob) =>
      globMatches(glob, line) || (glob.endsWith(' *') && globMatches(glob.slice(0, -2), line)),
  );
}

describe('stopGlobs', () => {
  it('names each stop of a program with few', () => {
    expect(stopGlobs([stop('acme db drop'), stop('acme apply', '--force', '-f')], [])).toEqual([
      'acme db drop *',
      'acme apply *--force*',
      'acme apply *-f*',
    ]);
  });

  it('makes one of many that differ in what they destroy', () => {
    expect(stopGlobs([...many, stop('acme delete-it'), stop('acme down')], [])).toEqual([
      'acme * delete-*',
      'acme delete-it *',
      'acme down *',
    ]);
  });

  it('stays narrow where a wider one would cover what the team allows', () => {
    for (const kept of ['acme cache delete-entry *', 'acme cache delete-entry:*']) {
      const globs = stopGlobs(many, [kept]);
      expect(globs).toEqual(['acme * delete-it *']);
      expect(isCovered(globs, 'acme cache delete-entry x')).toBe(false);
    }
    expect(stopGlobs(many, ['acme thing3 delete-it --dry-run'])).toHaveLength(21);
  });

  it('keeps a short last word together with the one before it', () => {
    const short = ['a', 'b', 'c'].map((alias) => stop(`acme ${alias} disk d`));
    expect(stopGlobs([...many, ...short], [])).toContain('acme * disk d *');
  });

  it('loses no stop of any program', () => {
    const programs = new Map<string, Stop[]>();
    for (const spec of packs.flatMap(({ commands }) => commands)) {
      let prefixes = [''];
      for (const word of spec.argv) {
        prefixes = prefixes.flatMap((prefix) =>
          word.split('|').map((choice) => `${prefix} ${choice}`.trim()),
        );
      }
      const flags = (spec.onlyWith[0] ?? '').split('|').filter((flag) => flag !== '');
      for (const prefix of prefixes) {
        const program = prefix.split(' ')[0] ?? '';
        programs.set(program, [...(programs.get(program) ?? []), stop(prefix, ...flags)]);
      }
    }
    for (const stops of programs.values()) {
      const globs = stopGlobs(stops, []);
      const lost = stops.flatMap(({ prefix, flags }) =>
        (flags.length === 0 ? [''] : flags)
          .flatMap((flag) => [`${prefix} ${flag}`.trim(), `${prefix} something ${flag} x`])
          .filter((line) => !isCovered(globs, line)),
      );
      expect(lost).toEqual([]);
    }
    expect(stopGlobs(programs.get('aws') ?? [], []).length).toBeLessThan(20);
  });
});
