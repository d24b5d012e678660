import { jsonValue, setJson } from '../../recognize/edit/json-edit.ts';

/** Events whose hooks are there to judge what comes; `preToolUse` sees everything and may only write a log. */
const judging = ['beforeShellExecution', 'beforeMCPExecution', 'preToolUse'] as const;

/**
 * Hooks that judge commands or servers stop the action when they fail.
 * @see https://cursor.com/docs/hooks (read 2026-11-21)
 */
export function closedHooks(text: string): string {
  let edited = text;
  for (const event of judging) {
    for (let index = 0; ; index += 1) {
      const hook = ['hooks', event, index];
      if (jsonValue(edited, hook) === undefined) break;
      const command = jsonValue(edited, [...hook, 'command']);
      if (typeof command !== 'string') continue;
      const isGuard = /guard|block|protect|prevent|deny|safe|restrict/i.test(command);
      if (event === 'preToolUse' && !isGuard) continue;
      if (jsonValue(edited, [...hook, 'failClosed']) !== true) {
        edited = setJson(edited, [...hook, 'failClosed'], true);
      }
    }
  }
  return edited;
}
