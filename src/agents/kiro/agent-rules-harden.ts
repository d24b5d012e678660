import type { HardenRequest } from '../../model/hardening.ts';
import { isLoose, mayBeCopied } from '../../recognize/edit/loose-rule.ts';
import { deniedGlobs } from '../../recognize/edit/stop-patterns.ts';

interface Rule {
  readonly capability: string;
  readonly effect: string;
  readonly match?: readonly string[];
}

/**
 * Front matter of an agent in Markdown with its rules narrowed: loose ones ask, and what cannot be undone, files with credentials and destructive
 * tools of servers are denied. The most restrictive rule counts, wherever it stands.
 * @see https://kiro.dev/docs/permissions/ (read 2026-11-21)
 */
export function narrowAgentRules(front: object, request: HardenRequest): object {
  const written = 'permissions' in front ? front.permissions : [];
  if (!Array.isArray(written)) return front;
  const asking = written.flatMap((rule: unknown) => withoutLoose(rule, request));
  const kept = asking.flatMap((rule) =>
    isRule(rule) && rule.capability === 'shell' && rule.effect === 'allow'
      ? (rule.match ?? [])
      : [],
  );
  const denied = [
    { capability: 'shell', effect: 'deny', match: deniedGlobs(request, kept) },
    { capability: 'fs_read', effect: 'deny', match: request.secrets },
    {
      capability: 'mcp',
      effect: 'deny',
      match: request.tools.map(({ server, name }) => `@${server}/${name}`),
    },
  ];
  const rules = denied.reduce(withDenied, asking);
  return rules.length === 0 ? front : { ...front, permissions: rules };
}

function isRule(value: unknown): value is Rule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'capability' in value &&
    'effect' in value &&
    (!('match' in value) || Array.isArray(value.match))
  );
}

/** Matches that are loose ask in a rule of their own; a rule without any asks as a whole. */
function withoutLoose(rule: unknown, { loose }: HardenRequest): readonly unknown[] {
  if (!isRule(rule) || rule.effect !== 'allow') return [rule];
  const { capability, match } = rule;
  if (match === undefined) return [isLoose(loose, capability) ? { ...rule, effect: 'ask' } : rule];
  const asking = match.filter((text) => isLoose(loose, `${capability}: ${text}`));
  if (asking.length === 0) return [rule];
  if (asking.length === match.length) return [{ ...rule, effect: 'ask' }];
  const rest = match.filter((text) => !asking.includes(text));
  const copied = asking.filter(mayBeCopied);
  return [
    { ...rule, match: rest },
    ...(copied.length === 0 ? [] : [{ capability, effect: 'ask', match: copied }]),
  ];
}

function withDenied(rules: readonly unknown[], wanted: Required<Rule>): readonly unknown[] {
  const alike = (rule: unknown): rule is Rule =>
    isRule(rule) && rule.capability === wanted.capability && rule.effect === 'deny';
  const have = new Set(rules.flatMap((rule) => (alike(rule) ? (rule.match ?? []) : [])));
  const isWhole = rules.some((rule) => alike(rule) && rule.match === undefined);
  const missing = wanted.match.filter((text) => !have.has(text));
  return isWhole || missing.length === 0 ? rules : [...rules, { ...wanted, match: missing }];
}
