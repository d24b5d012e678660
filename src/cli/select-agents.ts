import { UsageError } from '../model/errors.ts';
import { agentCollectors } from '../registry.generated.ts';
import { nearestName } from '../triage/nearest-name.ts';

/** Ids of agents as they were given. @throws UsageError for one that does not exist, with the nearest that does. */
export function agentIds(given: readonly string[]): readonly string[] {
  const known = agentCollectors.map((collector) => collector.id);
  for (const id of given) {
    if (known.includes(id)) continue;
    const near = nearestName(id, known);
    throw new UsageError(
      `There is no agent "${id}".`,
      near === undefined ? `Agents are ${known.join(', ')}.` : `Did you mean "${near}"?`,
    );
  }
  return given;
}
