import { checks } from '../registry.generated.ts';
import { renderChecks } from '../report/checks-list.ts';
import type { CheckInfo } from '../report/result.ts';
import type { ChecksCommand } from './commands.ts';
import type { Host } from './host.ts';

/** Prints the list of checks. */
export async function runChecks(command: ChecksCommand, host: Host): Promise<number> {
  const infos: readonly CheckInfo[] = checks.map(({ area, check }) => ({ ...check, area }));
  await host.stdout.write(renderChecks(infos, command.format));
  return 0;
}
