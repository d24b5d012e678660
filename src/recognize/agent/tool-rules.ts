import type { AgentRule } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';

/** One entry of `allow`, `ask` or `deny`, understood. */
export type ToolRule =
  | {
      readonly type: 'rule';
      readonly tool: AgentRule['tool'];
      readonly pattern: RulePattern;
      /** Why it is skipped, and what to write instead; `null` when it counts. */
      readonly inert: { readonly because: string; readonly remedy: string } | null;
    }
  /** Forbids the retry outside the sandbox. */
  | { readonly type: 'keeps-sandbox' }
  /** About something that cannot destroy data by itself. */
  | { readonly type: 'other' };

const any: RulePattern = { type: 'any' };
const other: ToolRule = { type: 'other' };
const shellParameters = /^(?:run_in_background|timeout|description):/;
const misspelt = /^(?:bash|BASH|Shell|shell|Terminal|terminal|Run|Exec|exec|execute|Command|cmd)$/;

/**
 * Reads `Tool` or `Tool(specifier)`, as Claude Code's settings have it and those of products that took it over; the specifier runs from the first parenthesis to the last. `folder` is where relative paths start.
 * @see https://code.claude.com/docs/en/permissions (read 2026-11-21)
 */
export function parseToolRule(text: string, effect: AgentRule['effect'], folder: string): ToolRule {
  const trimmed = text.trim();
  const open = trimmed.indexOf('(');
  const close = trimmed.lastIndexOf(')');
  const tool = (open < 0 ? trimmed : trimmed.slice(0, open)).trim();
  // Saved rules get cut off in the wild; without its end the text is still what the agent compares with.
  const specifier = open < 0 ? null : trimmed.slice(open + 1, close > open ? close : undefined);
  if (tool.startsWith('mcp__')) return mcpRule(tool, effect);
  switch (tool) {
    case 'Bash':
      return shellRule(specifier, effect);
    case 'PowerShell':
      // A separate tool: allowing a command there lets it run, denying it there leaves Bash open.
      return effect === 'allow' ? shellRule(specifier, effect) : other;
    case 'Read':
      return pathRule('read', specifier, effect, folder);
    case 'Edit':
      return pathRule('write', specifier, effect, folder);
    case 'Write':
    case 'NotebookEdit':
    case 'MultiEdit':
    case 'Glob':
      return neverMatched(tool, specifier);
    case 'WebFetch':
      return fetchRule(specifier);
    case '*':
      return effect === 'allow' ? skipped('any', '*') : rule('any', any);
  }
  if (misspelt.test(tool)) return unknownTool(tool, specifier, effect);
  return tool.includes('*') && effect === 'allow' ? skipped('any', tool) : other;
}

function rule(
  tool: AgentRule['tool'],
  pattern: RulePattern,
  inert: { readonly because: string; readonly remedy: string } | null = null,
): ToolRule {
  return { type: 'rule', tool, pattern, inert };
}

function shellRule(specifier: string | null, effect: AgentRule['effect']): ToolRule {
  const text = specifier?.trim() ?? '';
  if (effect !== 'allow') {
    if (/^dangerouslyDisableSandbox:\s*true$/.test(text)) return { type: 'keeps-sandbox' };
    if (shellParameters.test(text)) return other;
    if (text.startsWith('command:')) {
      return rule('shell', shellPattern(text.slice('command:'.length)), {
        because: 'the parameter form is ignored for the command of Bash',
        remedy: 'Write the command itself between the parentheses.',
      });
    }
  }
  return rule('shell', shellPattern(text));
}

/** Turns the text between the parentheses of `Bash(…)` into a pattern. */
export function shellPattern(text: string): RulePattern {
  const bare = text.replace(/\\([()])/g, '$1').trim();
  if (bare === '' || bare === '*' || bare === ':*' || bare === '**') return any;
  const stem = bare.endsWith(':*') || bare.endsWith(' *') ? bare.slice(0, -2) : null;
  if (stem !== null && !hasStar(stem)) return prefix(stem);
  if (stem !== null && bare.endsWith(':*')) return { type: 'glob', text: `${stem} *` };
  if (!hasStar(bare)) return { type: 'exact', text: bare.replace(/\\\*/g, '*') };
  const open = bare.slice(0, -1);
  if (bare.endsWith('*') && !hasStar(open)) return { type: 'prefix', text: open, boundary: 'none' };
  return { type: 'glob', text: bare };
}

function hasStar(text: string): boolean {
  return /(?:^|[^\\])\*/.test(text);
}

function prefix(text: string): RulePattern {
  // `python -c ":*` was saved for whatever stands in the quotes; a word can only end behind a letter or digit.
  return { type: 'prefix', text, boundary: /["'`=]$/.test(text) ? 'none' : 'word' };
}

function pathRule(
  tool: 'read' | 'write',
  specifier: string | null,
  effect: AgentRule['effect'],
  folder: string,
): ToolRule {
  const text = specifier?.trim() ?? '';
  if (/^(?:|\*|\*\*|\.\/\*\*|\/\/\*\*|\/\*\*)$/.test(text)) return rule(tool, any);
  const bare = text.replace(/^\.\//, '');
  // An allow such as `src/**` starts at the top; deny and ask find it at any depth.
  const floats = effect !== 'allow' && bare.includes('/') && !/^(?:\/|~|\*\*\/)/.test(bare);
  return rule(tool, { type: 'path', text: floats ? `**/${bare}` : bare, folder });
}

function neverMatched(tool: string, specifier: string | null): ToolRule {
  const kind = tool === 'Glob' ? 'read' : 'write';
  if (specifier === null) return kind === 'write' ? rule(kind, any) : other;
  const instead = kind === 'read' ? 'Read' : 'Edit';
  return rule(
    kind,
    { type: 'path', text: specifier, folder: '' },
    {
      because: `${tool}(path) is accepted and never matched`,
      remedy: `Write ${instead}(path) instead of ${tool}(path).`,
    },
  );
}

function fetchRule(specifier: string | null): ToolRule {
  if (specifier === null || /^(?:|\*|domain:\*)$/.test(specifier)) return rule('network', any);
  if (!specifier.startsWith('domain:')) return other;
  return rule('network', hostPattern(specifier.slice('domain:'.length)));
}

/** A host name, or `*.` and a domain. */
export function hostPattern(text: string): RulePattern {
  const host = text.trim().toLowerCase();
  if (host === '*') return any;
  return host.includes('*') ? { type: 'glob', text: host } : { type: 'exact', text: host };
}

/** Servers and tools are compared as `server:tool`. */
function mcpRule(text: string, effect: AgentRule['effect']): ToolRule {
  const bare = text.replace(/\(.*$/s, '');
  const [server = '', ...rest] = bare.slice('mcp__'.length).split('__');
  const tool = rest.join('__');
  if (server === '' || server.includes('*')) {
    if (effect === 'allow') return skipped('mcp', bare);
    return rule('mcp', server === '*' ? any : { type: 'glob', text: `${server}:${tool || '*'}` });
  }
  const name = tool === '' ? '*' : tool;
  return rule(
    'mcp',
    name.includes('*')
      ? { type: 'glob', text: `${server}:${name}` }
      : { type: 'exact', text: `${server}:${name}` },
  );
}

function skipped(tool: AgentRule['tool'], text: string): ToolRule {
  return rule(tool, any, {
    because: `the wildcard "${text}" is skipped in allow lists`,
    remedy: 'Remove the entry, or name the server or tool that it is for.',
  });
}

function unknownTool(
  tool: string,
  specifier: string | null,
  effect: AgentRule['effect'],
): ToolRule {
  const parsed = shellRule(specifier, effect);
  if (parsed.type !== 'rule') return other;
  return rule('shell', parsed.pattern, {
    because: `there is no tool named "${tool}"`,
    remedy: `Write Bash(…) instead of ${tool}(…).`,
  });
}
