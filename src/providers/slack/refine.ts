import type { Refinement } from '../../model/knowledge.ts';

export const refineBotToken = rotating('Slack bot token, rotated every few hours');
export const refineUserToken = rotating('Slack user token, rotated every few hours');

/** The address names the workspace. */
export function refineWebhook(value: string): Refinement | null {
  const workspace = /\/services\/(T[A-Z0-9]{6,20})\//.exec(value.slice(0, 200))?.[1];
  return workspace === undefined ? null : { belongsTo: workspace };
}

/** Tokens of apps with rotation start with `xoxe.`. */
function rotating(title: string): (value: string) => Refinement | null {
  return (value) => (value.startsWith('xoxe.') ? { title } : null);
}
