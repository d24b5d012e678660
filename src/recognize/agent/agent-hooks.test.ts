import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { parse } from '../../formats/json/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import { at } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { agentKey, agentWriter } from './agent-facts.ts';
import { agentHooks, guardingHooks } from './agent-hooks.ts';

const script = parseText(filePath('.pilot/guard.sh'), 'grep "rm -rf" && exit 2');

function hooksOf(hooks: unknown) {
  const document = parse(filePath('settings.json'), JSON.stringify({ hooks }));
  if (document.shape !== 'data') throw new Error('JSON is data');
  return agentHooks(at(document.roots[0], 'hooks'));
}

function facts(hooks: unknown) {
  return guardingHooks(hooksOf(hooks), {
    agent: agentKey('pilot', ''),
    write: agentWriter('pilot'),
    title: 'Pilot',
    scripts: [script],
    covers: /Shell|^$/,
  });
}

const command = { type: 'command', command: 'sh .pilot/guard.sh' };

it('reads hooks in groups, and those that stand for themselves', () => {
  const found = hooksOf({
    PreToolUse: [{ matcher: 'Shell', hooks: [command, { type: 'prompt' }] }, command],
    Stop: 'nothing',
  });
  expect(found.map((hook) => [hook.event, hook.matcher, hook.command.text])).toEqual([
    ['PreToolUse', 'Shell', 'sh .pilot/guard.sh'],
    ['PreToolUse', '', 'sh .pilot/guard.sh'],
  ]);
});

describe('hooks that guard', () => {
  it.each([
    ['PreToolUse', 'Shell', command, ['blocks']],
    ['pre_tool_use', undefined, command, ['blocks']],
    ['PreToolUse', 'Read', command, []],
    ['PreToolUse', 'Shell', { command: 'echo hello' }, []],
    ['PreToolUse', 'Shell', { command: 'sh ~/guard-me.sh' }, ['advises']],
    ['PreToolUse', 'Shell', { command: 'sh ~/format.sh' }, []],
    ['SessionStart', 'Shell', command, []],
  ])('%s for %s: %j', (event, matcher, hook, expected) => {
    const found = ofKind(facts({ [event]: [{ matcher, hooks: [hook] }] }), 'Guard');
    expect(found.map(({ strength }) => strength)).toEqual(expected);
  });

  it('come too late behind the tool', () => {
    const [inert] = ofKind(facts({ PostToolUse: [{ hooks: [command] }] }), 'InertSetting');
    expect(inert?.name).toBe('PostToolUse hook guard.sh');
    expect(inert?.because).toContain('Pilot');
  });
});
