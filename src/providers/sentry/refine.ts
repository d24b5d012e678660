import type { Refinement } from '../../model/knowledge.ts';
import { base64Json, wordIn } from '../../recognize/credential/credential-decode.ts';

/** The token carries the organisation it belongs to. */
export function refineOrganizationToken(value: string): Refinement | null {
  const inside = base64Json(value.split('_', 2)[1] ?? '');
  const belongsTo = inside === null ? null : wordIn(inside, 'org');
  return belongsTo === null ? null : { belongsTo };
}
