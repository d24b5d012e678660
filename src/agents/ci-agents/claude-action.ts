import { at, type DataNode, type ScalarNode } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { type ActionStep, textOf } from '../../recognize/workflow/step.ts';
import { inputArguments, listEntries } from './arguments.ts';
import { claudeReading, claudeRules, editRule } from './claude.ts';
import type { Surroundings } from './job.ts';
import type { DraftInert, DraftRule, DraftWeakness, Reading } from './reading.ts';

/** Inputs of the versions before 1, which the first version no longer has. */
const oldInputs = ['allowed_tools', 'disallowed_tools'] as const;

/**
 * `anthropics/claude-code-action` and its base action. Only the former asks GitHub whether who pulled the trigger may write.
 * @see https://github.com/anthropics/claude-code-action/blob/main/src/github/validation/permissions.ts (read 2026-11-21)
 */
export function claudeAction(
  step: ActionStep,
  { job, settings }: Surroundings,
  knowledge: Knowledge,
): Reading {
  const isBase = step.name.includes('base-action');
  const { inputs, uses } = step;
  const { document } = job;
  const input = at(inputs, 'claude_args');
  const args = input?.type === 'scalar' ? inputArguments(document.file, input) : [];
  const product = isBase ? 'claude-code-base-action' : 'claude-code-action';
  const reading = claudeReading(
    product,
    uses.at,
    args,
    { document, settings, input: scalar(at(inputs, 'settings')) },
    knowledge,
  );
  const old = oldRules(step, document, knowledge);
  const isAnyone = textOf(at(inputs, 'allowed_non_write_users')).trim() === '*';
  return {
    ...reading,
    rules: [...reading.rules, ...old.rules, ...(isBase ? [] : tagRules(inputs, uses.at))],
    facts: [...reading.facts, ...old.facts],
    inert: [...reading.inert, ...old.inert, ...(isBase ? [] : inertUsers(inputs, isAnyone))],
    weaknesses: weaknesses(inputs, isBase, isAnyone),
    checksActor: !isBase && !(isAnyone && at(inputs, 'github_token') !== undefined),
  };
}

function scalar(node: DataNode | undefined): ScalarNode | null {
  return node?.type === 'scalar' && node.text.trim() !== '' ? node : null;
}

/**
 * Without a prompt the action answers mentions, and then may edit and commit.
 * @see https://github.com/anthropics/claude-code-action/blob/main/src/modes/tag/index.ts (read 2026-11-21)
 */
function tagRules(inputs: DataNode | undefined, place: SourceRange): readonly DraftRule[] {
  const prompt = textOf(at(inputs, 'prompt')).trim();
  if (prompt !== '' && !/^\$\{\{[\s\S]*\}\}$/.test(prompt)) return [];
  const commits = ['git add', 'git commit', 'git rm'].map((text): DraftRule => {
    const pattern = { type: 'prefix', text, boundary: 'word' } as const;
    const name = `Bash(${text}:*) of mention mode`;
    return { effect: 'allow', tool: 'shell', pattern, name, at: place, implied: true };
  });
  return [editRule(place), ...commits];
}

function oldRules(
  { inputs, version }: ActionStep,
  document: Surroundings['job']['document'],
  knowledge: Knowledge,
): Pick<Reading, 'rules' | 'facts' | 'inert'> {
  const parts = oldInputs.map((name) => {
    const input = scalar(at(inputs, name));
    if (input === null) return { rules: [], facts: [], inert: [] };
    if (/^v[1-9]/.test(version)) {
      const effect = name === 'allowed_tools' ? '--allowedTools' : '--disallowedTools';
      const inert: DraftInert = {
        name,
        at: input.at,
        because: `the action has no input "${name}" since version 1`,
        remedy: `Write ${effect} into claude_args.`,
        looksProtective: name === 'disallowed_tools',
      };
      return { rules: [], facts: [], inert: [inert] };
    }
    const list = listEntries(document.file, input);
    return claudeRules(list, name === 'allowed_tools' ? 'allow' : 'deny', document, knowledge);
  });
  return {
    rules: parts.flatMap((part) => part.rules),
    facts: parts.flatMap((part) => part.facts),
    inert: parts.flatMap((part) => part.inert),
  };
}

function inertUsers(inputs: DataNode | undefined, isAnyone: boolean): readonly DraftInert[] {
  const users = at(inputs, 'allowed_non_write_users');
  if (!isAnyone || users === undefined || at(inputs, 'github_token') !== undefined) return [];
  return [
    {
      name: 'allowed_non_write_users',
      at: users.at,
      because: 'the action looks at allowed_non_write_users only when github_token is given too',
      remedy: 'Remove it.',
      looksProtective: false,
    },
  ];
}

function weaknesses(
  inputs: DataNode | undefined,
  isBase: boolean,
  isAnyone: boolean,
): readonly DraftWeakness[] {
  const found: DraftWeakness[] = [];
  const users = at(inputs, 'allowed_non_write_users');
  if (!isBase && isAnyone && users !== undefined && at(inputs, 'github_token') !== undefined) {
    found.push({
      name: 'allowed_non_write_users: *',
      at: users.at,
      control: 'trigger',
      because: 'anybody on GitHub can start this agent, without write access to the repository',
      remedy: 'Remove allowed_non_write_users, or name the accounts that may start it.',
    });
  }
  const bots = at(inputs, 'allowed_bots');
  if (!isBase && textOf(bots).trim() === '*' && bots !== undefined) {
    found.push({
      name: 'allowed_bots: *',
      at: bots.at,
      control: 'approval',
      because: 'any bot can start this agent, also one that passes on what strangers wrote',
      remedy: 'Name the bots that may start it.',
    });
  }
  const output = at(inputs, 'show_full_output');
  if (textOf(output) === 'true' && output !== undefined) {
    found.push({
      name: 'show_full_output: true',
      at: output.at,
      control: 'secrets',
      because: 'the log of the job shows everything the agent reads, secrets included',
      remedy: 'Remove show_full_output.',
    });
  }
  return found;
}
