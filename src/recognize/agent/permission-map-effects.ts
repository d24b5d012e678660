import { at, type DataDocument } from '../../model/document.ts';
import type { Agent } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import type { NamedAgent } from './named-agent.ts';
import { mergedPermissions, type PermissionLine, type PermissionSource } from './permission-map.ts';

/** Permissions of one settings file, the older `tools` first. */
export function permissionsIn(document: DataDocument): readonly PermissionSource[] {
  return (['tools', 'permission'] as const).flatMap((key) => {
    const node = at(document.roots[0], key);
    return node === undefined ? [] : [{ node, document, key }];
  });
}

/** A value that is filled in from outside decides over everything that is said of its key before it. */
export function decidedLines(lines: readonly PermissionLine[]): readonly PermissionLine[] {
  return lines.filter((line, index) => {
    const later = lines.slice(index + 1);
    return !later.some(
      ({ action, pattern, tool }) =>
        action === 'computed' && pattern === '*' && (tool === '*' || tool === line.tool),
    );
  });
}

/** Defaults that such values make unknowable. */
export function computedDefaults(
  lines: readonly PermissionLine[],
): Partial<Pick<Agent, 'shell' | 'mcp' | 'read'>> {
  const of = (tool: string): SourceRange | undefined =>
    lines.findLast(
      (line) =>
        line.action === 'computed' && line.pattern === '*' && [tool, '*'].includes(line.tool),
    )?.at;
  const [shell, mcp, read] = [of('bash'), of('*'), of('read')];
  return {
    ...(shell === undefined ? {} : { shell: unknown('interpolated', shell) }),
    ...(mcp === undefined ? {} : { mcp: unknown('interpolated', mcp) }),
    ...(read === undefined ? {} : { read: unknown('interpolated', read) }),
  };
}

/** Whether a named agent may run what the others may not. One that only takes away, or adds to what is open anyway, changes nothing. */
export function isLooser(agent: NamedAgent, lines: readonly PermissionLine[]): boolean {
  const concerns = (line: PermissionLine): boolean => /^(?:bash|\*)$|_/.test(line.tool);
  const isHeldBack = lines.some((line) => line.action !== 'allow' && concerns(line));
  const allowed = mergedPermissions(agent.sources).some(
    (line) => line.action === 'allow' && concerns(line),
  );
  return isHeldBack && allowed;
}
