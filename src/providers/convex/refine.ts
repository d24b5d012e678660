import type { Refinement } from '../../model/knowledge.ts';

/** A key stands behind the name of its deployment, or of its team and project. */
export function refineKey(value: string): Refinement | null {
  const name = /^(?:(?:prod|dev|preview|project):)?([a-z0-9-]{1,80}(?::[a-z0-9-]{1,80})?)\|/.exec(
    value,
  );
  return name === null ? null : { belongsTo: name[1]?.replace(':', '/') ?? '' };
}
