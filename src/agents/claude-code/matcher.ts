/** Which tools a hook's matcher lets it see. */
export interface Coverage {
  readonly shell: boolean;
  readonly mcp: boolean;
  /** A name on it that no tool has, where nothing else matches commands or servers. */
  readonly dead: string | null;
}

const everything: Coverage = { shell: true, mcp: true, dead: null };
const misspelt = /^(?:bash|BASH|[Ss]hell|[Tt]erminal)$/;

/**
 * A matcher of plain characters names tools exactly; any other one is a regular expression that may match anywhere, which is only looked at, not
 * run. `mcp__memory` names a server and so no tool.
 * @see https://code.claude.com/docs/en/hooks (read 2026-11-21)
 */
export function coverageOf(matcher: string): Coverage {
  const text = matcher.trim();
  if (text === '' || text === '*') return everything;
  if (/^[\w\s,|-]+$/.test(text)) return named(text.split(/[\s,|]+/).filter((name) => name !== ''));
  // What a lookaround leaves out is not worked out.
  if (/\(\?|^\^?\.[*+]\$?$/.test(text)) return everything;
  const choices = text.split('|').map((choice) => choice.replace(/^[\^(]+|[$)]+$/g, ''));
  const isAll = choices.some((choice) => /^\.[*+]$/.test(choice));
  return {
    shell: isAll || choices.some((choice) => choice.startsWith('Bash')),
    mcp: isAll || choices.some((choice) => choice.includes('mcp')),
    dead: null,
  };
}

function named(names: readonly string[]): Coverage {
  const shell = names.includes('Bash');
  const mcp = names.some((name) => /^mcp__.+?__./.test(name));
  const dead = names.find((name) => misspelt.test(name) || /^mcp__(?!.+?__.)/.test(name));
  return { shell, mcp, dead: shell || mcp ? null : (dead ?? null) };
}
