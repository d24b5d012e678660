import type { DataDocument, Document, ScalarNode } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { heldInText } from '../../recognize/agent/held-credentials.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import type { Approval } from './approval.ts';
import type { Confinement } from './confinement.ts';
import { type PatternWord, type PrefixRule, prefixRules } from './starlark-rules.ts';
import { write } from './writer.ts';

const effects = { allow: 'allow', prompt: 'ask', forbidden: 'deny' } as const;
/** More combinations of alternatives than this become one expression. */
const maxCombinations = 64;
const maxRules = 10_000;

/** What the rules files of one agent say. */
export interface CommandRules {
  readonly facts: readonly Fact[];
  /** The first rule that lets more than a look run outside the sandbox. */
  readonly wayOut: SourceRange | null;
}

/**
 * Rules for commands: the strictest one that matches counts. One that allows also lets its command run outside the sandbox. A decision that does not exist
 * makes Codex drop the rules of all files.
 * @see https://developers.openai.com/codex/rules (read 2026-11-21)
 * @see https://github.com/openai/codex/blob/main/codex-rs/core/src/exec_policy.rs (read 2026-11-21)
 */
export function commandRules(
  documents: readonly Document[],
  approval: Approval,
  agent: EntityKey,
  knowledge: Knowledge,
): CommandRules {
  const found = documents
    .flatMap((document) => prefixRules(document.text).map((rule) => ({ rule, document })))
    .slice(0, maxRules);
  const broken = found.find(({ rule }) => effectOf(rule) === undefined);
  const inert =
    broken === undefined
      ? null
      : `Codex drops every rule because ${broken.document.file} has a decision that does not exist`;
  const facts: Fact[] = [];
  const ways: { readonly name: string; readonly place: SourceRange }[] = [];
  const strict = new Set<string>();
  let order = 0;
  for (const { rule, document } of found) {
    const effect = effectOf(rule);
    if (effect === undefined) {
      facts.push(unknownDecision(rule, document, agent));
      continue;
    }
    const place = { file: document.file, start: rule.start, end: rule.end };
    for (const { pattern, name, masked } of patternsOf(rule, document, knowledge)) {
      const outcome = effect === 'ask' && !approval.asksByRule ? 'deny' : effect;
      const base = { agent, tool: 'shell', pattern, at: place, name, inert } as const;
      facts.push(write.rule({ ...base, effect: outcome, order }), ...masked);
      facts.push(...heldInText(agent, masked, 'a command rule'));
      order += 1;
      if (effect !== 'allow') strict.add(name);
      else if (inert === null && !looksOnly.test(name)) ways.push({ name, place });
    }
  }
  const open = ways.find(({ name }) => !isOverruled(name, strict));
  return { facts, wayOut: open?.place ?? null };
}

/** Whether a stricter rule catches all that this one allows. */
function isOverruled(name: string, strict: ReadonlySet<string>): boolean {
  const words = name.split(' ');
  return words.some((_, index) => strict.has(words.slice(0, index + 1).join(' ')));
}

/** Commands that change nothing wherever they run. */
const looksOnly =
  /^(?:ls|cat|pwd|echo|head|tail|grep|rg|wc|which|git (?:status|log|diff|show|rev-parse|blame))(?: |$)/;

function effectOf(rule: PrefixRule): AgentRule['effect'] | undefined {
  if (rule.decision === null) return 'allow';
  const { text } = rule.decision;
  return text === 'allow' || text === 'prompt' || text === 'forbidden' ? effects[text] : undefined;
}

interface NamedPattern {
  readonly pattern: RulePattern;
  readonly name: string;
  readonly masked: readonly Fact[];
}

function patternsOf(
  rule: PrefixRule,
  document: Document,
  knowledge: Knowledge,
): readonly NamedPattern[] {
  const count = rule.pattern.reduce((product, words) => product * words.length, 1);
  if (count > maxCombinations) {
    const text = rule.pattern.map((words) => `(?:${words.map(escaped).join('|')})`).join(' ');
    const name = rule.pattern.map((words) => words[0]?.text ?? '').join(' ');
    const pattern = { type: 'regex', text: `^${text}(?:\\s|$)`, ignoreCase: false } as const;
    return [{ pattern, name: `${name.slice(0, 80)} and ${count - 1} more`, masked: [] }];
  }
  return combinations(rule.pattern).map((words) => {
    const scalar = scalarOf(words, document);
    const masked = maskSecrets(scalar, asData(document), 'codex', knowledge);
    const pattern = { type: 'prefix', text: masked.text, boundary: 'word' } as const;
    return { pattern, name: masked.text, masked: masked.facts };
  });
}

function combinations(pattern: PrefixRule['pattern']): readonly (readonly PatternWord[])[] {
  let found: readonly (readonly PatternWord[])[] = [[]];
  for (const words of pattern) found = found.flatMap((start) => words.map((w) => [...start, w]));
  return found;
}

function escaped(word: PatternWord): string {
  return word.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The words as one line, with the way back to each string. */
function scalarOf(words: readonly PatternWord[], { file }: Document): ScalarNode {
  const text = words.map((word) => word.text).join(' ');
  let done = 0;
  const map = words.map((word) => {
    const pair = [done, word.start + 1] as const;
    done += word.text.length + 1;
    return pair;
  });
  const start = words[0]?.start ?? 0;
  const at = { file, start, end: Math.max(start, words.at(-1)?.end ?? start) };
  return { type: 'scalar', value: text, text, map, at };
}

/** Recognisers of values want the document that a value stands in. */
function asData({ file, text }: Document): DataDocument {
  return { shape: 'data', format: 'text', file, text, comments: [], problems: [], roots: [] };
}

function unknownDecision(rule: PrefixRule, { file }: Document, agent: EntityKey): Fact {
  const decision = rule.decision?.text.slice(0, 40) ?? '';
  const words = rule.pattern.map((alternatives) => alternatives[0]?.text ?? '').join(' ');
  const name = `decision ${decision} for ${words.split(' ')[0] ?? ''}`;
  return write.inert(
    agent,
    name,
    { file, start: rule.start, end: rule.end },
    {
      because: `Codex has no decision "${decision}" and then loads no rules at all`,
      remedy: 'Use one of allow, prompt, forbidden.',
      looksProtective: !/allow|accept|approve|run/i.test(decision),
    },
  );
}

/** Commands that only touch files. In a writable workspace they do what they do without leaving the sandbox. */
const fileCommands = ['rm', 'rmdir', 'mv', 'cp', 'mkdir', 'touch', 'truncate', 'shred'];

/** What a sandbox with a writable workspace runs unasked although it holds everything else, as rules, so that prompting and forbidding rules beat it. */
export function workspaceRules(
  confinement: Confinement,
  approval: Approval,
  agent: EntityKey,
  place: SourceRange,
): readonly AgentRule[] {
  const { sandbox, network, writesTree } = confinement;
  const isHeld = sandbox.state !== 'unknown' && sandbox.value !== 'off';
  const isClosed = network.state !== 'unknown' && network.value === 'closed';
  const asksFirst = approval.policy === 'untrusted' || approval.policy === 'unknown';
  if (!isHeld || !isClosed || !writesTree || asksFirst) return [];
  return fileCommands.map((command, index) =>
    write.rule({
      agent,
      effect: 'allow',
      tool: 'shell',
      pattern: { type: 'prefix', text: command, boundary: 'word' },
      order: 100_000 + index,
      at: place,
      name: `writable workspace: ${command}`,
      implied: true,
    }),
  );
}
