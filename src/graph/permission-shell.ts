import type { Agent, AgentRule } from '../model/fact.ts';
import type { Permission } from '../model/graph.ts';
import type { CommandHabits } from '../model/permission.ts';
import { type SimpleCommand, splitCommand } from './permission-command.ts';
import { concerns, decide, pathPermission, strictest, unmatched } from './permission-decide.ts';
import { isAmong, openedFiles } from './permission-habits.ts';
import { matchesCommand, textsOf } from './permission-match.ts';
import { wrapperLength } from './permission-words.ts';

/** What happens to a command line: as free as its strictest part. `rules` are the honoured ones. */
export function shellPermission(
  agent: Agent,
  rules: readonly AgentRule[],
  line: string,
): Permission {
  const shellRules = rules.filter((rule) => concerns(rule, 'shell'));
  const whole = wholeCommand(line);
  const parts = agent.splitsCommands ? meaningful(splitCommand(line)) : [whole];
  const [only] = parts;
  if (only === undefined) return unmatched(agent, agent.shell);
  if (parts.length === 1) return commandPermission(agent, rules, shellRules, only);
  // A rule can also name the line as a whole: one that forbids, or an exact one somebody saved with its operators.
  const wholeTexts = textsOf(whole, agent.habits);
  const onWhole = shellRules.filter(
    (rule) =>
      (rule.effect !== 'allow' || rule.pattern.type === 'exact') &&
      matchesCommand(rule, wholeTexts),
  );
  const decided = decide(agent, onWhole);
  if (decided?.verdict === 'blocks' || decided?.verdict === 'runs') return decided;
  const answers = parts.map((part) => commandPermission(agent, rules, shellRules, part));
  return strictest(decided === undefined ? answers : [decided, ...answers]);
}

function wholeCommand(line: string): SimpleCommand {
  const text = line.trim().replace(/\s+/g, ' ');
  const words = text.split(' ');
  return { text, raw: words, words, writes: [] };
}

/** Changing the folder first is no act of its own. */
function meaningful(parts: readonly SimpleCommand[]): readonly SimpleCommand[] {
  const rest = parts.filter((part) => part.words[0] !== 'cd');
  return rest.length > 0 ? rest : parts;
}

function commandPermission(
  agent: Agent,
  rules: readonly AgentRule[],
  shellRules: readonly AgentRule[],
  command: SimpleCommand,
): Permission {
  const { habits } = agent;
  const bare = withoutWrappers(command, habits);
  const texts = textsOf(command, habits);
  const isExactOnly = isAmong(habits.needsExactRule, bare);
  const matching = shellRules.filter(
    (rule) => matchesCommand(rule, texts) && !(isExactOnly && isOpenAllow(rule)),
  );
  const byRule = decide(agent, matching);
  const answers = [byRule ?? unruled(agent, bare)];
  for (const path of openedFiles(habits, bare)) {
    const denied = pathPermission(agent, rules, 'read', path.replace(/^\.\//, ''));
    if (denied.verdict === 'blocks') answers.push(denied);
  }
  if (habits.redirectsAreEdits && byRule?.rule?.pattern.type !== 'any') {
    for (const path of command.writes) answers.push(pathPermission(agent, rules, 'write', path));
  }
  return strictest(answers);
}

function isOpenAllow(rule: AgentRule): boolean {
  return (
    rule.effect === 'allow' && (rule.pattern.type === 'prefix' || rule.pattern.type === 'glob')
  );
}

function withoutWrappers(command: SimpleCommand, habits: CommandHabits): SimpleCommand {
  const skipped = wrapperLength(command.words, 'allow', habits);
  if (skipped === 0) return command;
  const raw = command.raw.slice(skipped);
  return { ...command, text: raw.join(' '), raw, words: command.words.slice(skipped) };
}

function unruled(agent: Agent, command: SimpleCommand): Permission {
  if (!isAmong(agent.habits.readOnly, command)) return unmatched(agent, agent.shell);
  return {
    verdict: 'runs',
    rule: null,
    because: `${agent.name} runs \`${command.words[0] ?? ''}\` unasked because it only reads`,
    at: agent.shell.at,
  };
}
