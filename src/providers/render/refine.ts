import type { Refinement } from '../../model/knowledge.ts';

/** The address names the service it deploys. */
export function refineDeployHook(value: string): Refinement | null {
  const service = /\/deploy\/(srv-[A-Za-z0-9]{8,40})\?/.exec(value.slice(0, 200))?.[1];
  return service === undefined ? null : { belongsTo: service };
}
