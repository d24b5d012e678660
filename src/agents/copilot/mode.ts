import type { Agent, Fact, Verdict } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { type Layer, plainOf, type Setting, settingOf } from './layers.ts';
import type { RuleOwner } from './terminal-rules.ts';

const approvals = 'https://code.visualstudio.com/docs/agents/approvals';
const levels = ['default', 'autoApprove', 'autopilot'];
const levelKey = 'chat.permissions.default';
const globalKey = 'chat.tools.global.autoApprove';

/** How far questions are skipped altogether. */
export interface Mode {
  readonly shell: Value<Verdict>;
  readonly mcp: Value<Verdict>;
  /** The lists of the terminal, of edits and of addresses are not looked at. */
  readonly skipsLists: boolean;
}

/**
 * `chat.permissions.default` starts sessions with everything approved; `chat.tools.global.autoApprove` counts only in the user's settings. In a
 * dev container it lands in machine settings, and whether it counts there is not stated.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export function modeOf(
  layers: readonly Layer[],
  sandbox: Agent['sandbox'],
  place: SourceRange,
): Mode {
  const opener = openedBy(layers);
  if (opener !== undefined) {
    const value = written<Verdict>('runs', opener.value.at);
    return { shell: value, mcp: value, skipsLists: true };
  }
  const inContainer = settingOf(layers, globalKey, ['container']);
  if (inContainer !== undefined && plainOf(inContainer) === true) {
    const value = unknown<Verdict>('external', inContainer.value.at);
    return { shell: value, mcp: value, skipsLists: false };
  }
  const asks = byDefault<Verdict>('asks', place, approvals);
  return { shell: sandboxed(layers, sandbox) ?? asks, mcp: asks, skipsLists: false };
}

function openedBy(layers: readonly Layer[]): Setting | undefined {
  const level = settingOf(layers, levelKey);
  if (level !== undefined && /^(?:autoApprove|autopilot)$/.test(String(plainOf(level)))) {
    return level;
  }
  const everywhere = settingOf(layers, globalKey, ['user']);
  return plainOf(everywhere) === true ? everywhere : undefined;
}

/** Some harnesses run sandboxed commands unasked and some do not; only `allowAutoApprove` tells. */
function sandboxed(
  layers: readonly Layer[],
  sandbox: Agent['sandbox'],
): Value<Verdict> | undefined {
  if (sandbox.state === 'unknown' || sandbox.value === 'off') return undefined;
  const setting = settingOf(layers, 'chat.agent.sandbox.allowAutoApprove');
  if (setting === undefined) return unknown('external', sandbox.at);
  return written(plainOf(setting) === false ? 'asks' : 'runs', setting.value.at);
}

/** What the files do to the questions themselves. */
export function modeFacts(layers: readonly Layer[], owner: RuleOwner): readonly Fact[] {
  const { agent, write } = owner;
  const facts: Fact[] = [];
  const opener = openedBy(layers);
  if (opener !== undefined) {
    const name = plainOf(opener) === true ? globalKey : levelKey;
    facts.push(
      write.weakness(agent, name, opener.keyAt, {
        control: 'approval',
        because: 'every tool and every command runs without a question',
        remedy: `Remove ${name}, and approve single commands instead.`,
      }),
    );
  }
  const level = settingOf(layers, levelKey);
  if (level !== undefined && !levels.includes(String(plainOf(level)))) {
    facts.push(
      write.inert(agent, levelKey, level.keyAt, {
        because: 'VS Code knows no permission level of this name',
        remedy: `Use one of ${levels.join(', ')}.`,
        looksProtective: !/auto|all|bypass|yolo/i.test(String(plainOf(level))),
      }),
    );
  }
  return [...facts, ...questionHoles(layers, owner)];
}

const holes = [
  [
    'chat.tools.terminal.ignoreDefaultAutoApproveRules',
    'the built-in questions before rm, curl, eval and the like are gone',
    'Remove chat.tools.terminal.ignoreDefaultAutoApproveRules.',
  ],
  [
    'chat.tools.terminal.autoReplyToPrompts',
    'the agent itself answers when a command asks whether one is sure',
    'Remove chat.tools.terminal.autoReplyToPrompts.',
  ],
] as const;

function questionHoles(layers: readonly Layer[], { agent, write }: RuleOwner): readonly Fact[] {
  return holes.flatMap(([key, because, remedy]) => {
    const setting = settingOf(layers, key);
    if (setting === undefined || plainOf(setting) !== true) return [];
    const what = { control: 'approval', because, remedy } as const;
    return [write.weakness(agent, key, setting.keyAt, what)];
  });
}
