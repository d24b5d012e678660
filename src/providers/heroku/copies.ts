import type { ShellDocument } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { type ToolCommand, toolCommands } from '../../recognize/platform/attached-stores.ts';
import { siblingTiers } from '../../recognize/platform/sibling-tiers.ts';
import { overwriteFacts } from '../../recognize/shell/refresh-facts.ts';
import { isMadeAnonymous, isOverwrite, type Refresh } from '../../recognize/shell/refreshes.ts';
import { scriptHost } from '../../recognize/shell/shell-host.ts';
import { callOf } from './call.ts';

/**
 * Databases of one stage that a script fills with another stage's: `heroku pg:copy shop-production::DATABASE DATABASE -a shop-staging`.
 * @see https://github.com/heroku/cli/blob/main/src/commands/pg/copy.ts (read 2026-11-21)
 */
export function copyFacts(document: ShellDocument): readonly Fact[] {
  if (isMadeAnonymous(document)) return [];
  const refreshes = toolCommands(document)
    .map(refreshOf)
    .filter((refresh) => refresh !== null)
    .filter(isOverwrite);
  const host = { ...scriptHost(document), collector: 'heroku-attachments' };
  return overwriteFacts(refreshes, { ...host, key: `heroku-attachments:${document.file}` });
}

/** Both sides by their apps: a database without one is the app's that the command works on. */
function refreshOf(tool: ToolCommand): Refresh | null {
  const call = callOf(tool);
  if (call?.subcommand !== 'pg:copy') return null;
  const [source, target] = call.operands;
  if (source === undefined || target === undefined || source.includes('://')) return null;
  const [giver, taker] = [appOf(source, call.app), appOf(target, call.app)];
  const tiers = siblingTiers([giver, taker]);
  const from = tiers.get(giver) ?? null;
  const to = tiers.get(taker) ?? null;
  if (from !== 'production' || to === null) return null;
  const because = `heroku pg:copy writes ${source} over ${target} of ${taker}`;
  return { command: tool.command, from, to, because };
}

function appOf(database: string, app: string): string {
  const [owner = '', alias] = database.split('::');
  return alias === undefined ? app : owner;
}
