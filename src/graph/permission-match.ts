import type { AgentRule } from '../model/fact.ts';
import type { CommandHabits, RulePattern } from '../model/permission.ts';
import { regexCovers } from './pattern-regex.ts';
import type { SimpleCommand } from './permission-command.ts';
import { pathMatches } from './permission-path.ts';
import { forms, grantedText } from './permission-words.ts';

/** A command in every way a rule may know it, worked out once for all rules. */
export interface CommandTexts {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** The texts that allow rules, and those that deny and ask rules, are compared with. */
export function textsOf(command: SimpleCommand, habits: CommandHabits): CommandTexts {
  return {
    allow: forms(command, 'allow', habits),
    deny: forms(command, 'deny', habits),
  };
}

/** Whether the rule speaks about this command. */
export function matchesCommand(rule: AgentRule, command: CommandTexts): boolean {
  const texts = rule.effect === 'allow' ? command.allow : command.deny;
  if (texts.some((text) => matchesText(rule.pattern, text))) return true;
  // A deny that cannot be read may cover it; `decide` answers unknown then.
  if (rule.effect !== 'allow' && isUndecidable(rule.pattern)) return true;
  if (rule.effect !== 'allow' || !('text' in rule.pattern)) return false;
  if (rule.pattern.type === 'regex') return false;
  const granted = grantedText(rule.pattern.text);
  if (granted === undefined || granted === '*') return false;
  const inner: RulePattern = { ...rule.pattern, text: granted };
  return texts.some((text) => matchesText(inner, text));
}

/** Whether one pattern covers a command, a tool name or a host. Path patterns cover none of these. */
export function matchesText(pattern: RulePattern, text: string): boolean {
  switch (pattern.type) {
    case 'any':
      return true;
    case 'exact':
      return text === oneSpaced(pattern.text);
    case 'prefix':
      return pattern.boundary === 'word'
        ? startsWithWords(text, oneSpaced(pattern.text))
        : text.startsWith(pattern.text.trimStart());
    case 'glob':
      return globCovers(oneSpaced(pattern.text), text);
    case 'regex':
      return regexCovers(pattern.text, pattern.ignoreCase, text) ?? false;
    case 'path':
      return false;
  }
}

/** True for an expression that the engine cannot run: whether a rule with it covers anything is not known. */
export function isUndecidable(pattern: RulePattern): boolean {
  return pattern.type === 'regex' && regexCovers(pattern.text, pattern.ignoreCase, '') === null;
}

/** Whether the pattern names this file of the tree. */
export function matchesPath(pattern: RulePattern, file: string): boolean {
  switch (pattern.type) {
    case 'any':
      return true;
    case 'path':
      return pathMatches(pattern.text, pattern.folder, file);
    case 'exact':
    case 'prefix':
    case 'glob':
    case 'regex':
      return matchesText(pattern, file);
  }
}

function startsWithWords(text: string, prefix: string): boolean {
  if (!text.startsWith(prefix)) return false;
  if (text.length === prefix.length) return true;
  return /[\s;&|<>()]/.test(text[prefix.length] ?? '');
}

/** `git *` covers the bare `git` too. */
function globCovers(pattern: string, text: string): boolean {
  if (globMatches(pattern, text)) return true;
  return pattern.endsWith(' *') && globMatches(pattern.slice(0, -2), text);
}

/** `*` stands for anything; `\*` is a star. Greedy with one backtrack point, so time is at most the product of the lengths. */
export function globMatches(pattern: string, text: string): boolean {
  const wanted = [...tokens(pattern)];
  let at = 0;
  let next = 0;
  let star = -1;
  let mark = 0;
  while (at < text.length) {
    const token = wanted[next];
    if (token === anything) {
      star = next;
      mark = at;
      next += 1;
    } else if (token !== undefined && token === text[at]) {
      next += 1;
      at += 1;
    } else if (star >= 0) {
      next = star + 1;
      mark += 1;
      at = mark;
    } else {
      return false;
    }
  }
  while (wanted[next] === anything) next += 1;
  return next === wanted.length;
}

const anything = Symbol('any text');

function* tokens(pattern: string): Generator<string | typeof anything> {
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern[index] ?? '';
    if (char === '\\' && pattern[index + 1] === '*') {
      index += 1;
      yield '*';
    } else if (char === '*') yield anything;
    else yield char;
  }
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
