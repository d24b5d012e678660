import type { RulePattern } from '../../model/permission.ts';

/**
 * What a key of the terminal map covers: the start of a command up to the end of a word, or a regular expression between slashes. `null` for one
 * that VS Code never matches: the empty key, expressions that are broken, and all but `.*` that match the empty text.
 * @see https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/terminalContrib/chatAgentTools/browser/commandLineAutoApprover.ts (read 2026-11-21)
 */
export function terminalPattern(key: string): RulePattern | null {
  if (key === '') return null;
  const [, source, flags = ''] = /^\/(.+)\/([dgimsuvy]*)$/s.exec(key) ?? [];
  if (source !== undefined) return expression(source, flags);
  const parts = key.split(/[/\\]/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const start = parts.length > 1 ? `^(?:\\.[/\\\\])?${parts.join('[/\\\\]')}` : `^${parts[0]}`;
  return { type: 'regex', text: `${start}\\b`, ignoreCase: false };
}

function expression(source: string, flags: string): RulePattern | null {
  if (source === '.*') return { type: 'any' };
  if (source.length > 2000 || matchesNothingness(source)) return null;
  const modes = `${flags.includes('s') ? 's' : ''}${flags.includes('m') ? 'm' : ''}`;
  return {
    type: 'regex',
    text: modes === '' ? source : `(?${modes})${source}`,
    ignoreCase: flags.includes('i'),
  };
}

/** Tried on the empty text only, so the tree's expression has nothing to run wild on. */
function matchesNothingness(source: string): boolean {
  if (/^(?:\^|\$|\^\$|\^\\s\*\$)$/.test(source)) return false;
  try {
    return new RegExp(source).test('');
  } catch {
    return true;
  }
}
