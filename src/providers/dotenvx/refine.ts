import type { Refinement } from '../../model/knowledge.ts';

/** The address names the stage whose file it opens. */
export function refineVaultKey(value: string): Refinement | null {
  const stage = /[?&]environment=([A-Za-z0-9_-]{1,60})(?:&|$)/.exec(value.slice(0, 1_000));
  return stage === null ? null : { title: `key of the .env.vault file for ${stage[1]}` };
}
