import type { Refinement } from '../../model/knowledge.ts';
import { base64Json, wordIn } from '../../recognize/credential/credential-decode.ts';

/** The token carries the organisation it belongs to. */
export function refineCloudToken(value: string): Refinement | null {
  const inside = base64Json(value.slice('glc_'.length));
  const belongsTo = inside === null ? null : wordIn(inside, 'o');
  return belongsTo === null ? null : { belongsTo };
}
