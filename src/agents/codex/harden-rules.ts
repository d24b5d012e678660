import type { HardenRequest } from '../../model/hardening.ts';
import { type PrefixRule, prefixRules } from './starlark-rules.ts';

type Decision = 'forbidden' | 'prompt';

interface Wanted {
  /** Each word with its alternatives. */
  readonly words: readonly (readonly string[])[];
  readonly decision: Decision;
}

/**
 * The text of a rules file in which what cannot be undone is forbidden, and in which what a rule lets out of the sandbox although it could run anything
 * asks. Rules that the file, or the team's own, already has as strictly are left out.
 * @see https://developers.openai.com/codex/rules (read 2026-11-21)
 */
export function strictRules(text: string, teamText: string, request: HardenRequest): string {
  const present = [...prefixRules(text), ...prefixRules(teamText)];
  const missing = [...forbidden(request), ...prompts(request)].filter(
    (wanted) => !present.some((rule) => isAsStrict(rule, wanted)),
  );
  const lines = grouped(missing).map(ruleText);
  if (lines.length === 0) return text;
  const head = text === '' ? '# Of all rules that match a command, the strictest counts.\n' : text;
  const joint = head.endsWith('\n') ? '' : '\n';
  return `${head}${joint}${lines.join('\n')}\n`;
}

/** A prefix knows no flags further back: what is not caught there is let out of the sandbox by no rule, and asks. */
function forbidden({ stops }: HardenRequest): readonly Wanted[] {
  return stops
    .filter((stop) => stop.effect === 'deny')
    .map(({ prefix, flags }) => {
      const words = prefix.split(' ').map((word) => [word]);
      return { words: flags.length === 0 ? words : [...words, flags], decision: 'forbidden' };
    });
}

/** The words of a rule up to one that hides a secret. */
function prompts({ loose }: HardenRequest): readonly Wanted[] {
  return loose.flatMap((rule): readonly Wanted[] => {
    if (rule.implied || rule.tool !== 'shell' || rule.pattern.type !== 'prefix') return [];
    const words = rule.pattern.text.split(' ');
    const hidden = words.findIndex((word) => word.includes('…'));
    const plain = hidden < 0 ? words : words.slice(0, hidden);
    return plain.length === 0 ? [] : [{ words: plain.map((word) => [word]), decision: 'prompt' }];
  });
}

function isAsStrict(rule: PrefixRule, wanted: Wanted): boolean {
  const decision = rule.decision?.text;
  if (decision !== 'forbidden' && decision !== wanted.decision) return false;
  return (
    rule.pattern.length <= wanted.words.length &&
    rule.pattern.every((words, index) =>
      wanted.words[index]?.every((word) => words.some(({ text }) => text === word)),
    )
  );
}

/** Rules that differ in their last word only become one. */
function grouped(rules: readonly Wanted[]): readonly Wanted[] {
  const groups = new Map<string, Wanted>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.decision, rule.words.slice(0, -1)]);
    const last = [...(groups.get(key)?.words.at(-1) ?? []), ...(rule.words.at(-1) ?? [])];
    const words = [...rule.words.slice(0, -1), [...new Set(last)]];
    groups.set(key, { words, decision: rule.decision });
  }
  return [...groups.values()];
}

function ruleText({ words, decision }: Wanted): string {
  const pattern = words.map((alternatives) =>
    alternatives.length === 1
      ? JSON.stringify(alternatives[0])
      : `[${alternatives.map((word) => JSON.stringify(word)).join(', ')}]`,
  );
  return `prefix_rule(pattern = [${pattern.join(', ')}], decision = "${decision}")`;
}
