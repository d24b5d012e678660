import type { Refinement } from '../../model/knowledge.ts';
import { base64Json, wordIn } from '../../recognize/credential/credential-decode.ts';

/** Beside the keys it names the account it signs in to. */
export function refineServiceAccountToken(value: string): Refinement | null {
  const inside = base64Json(value.slice('ops_'.length));
  const belongsTo = inside === null ? null : wordIn(inside, 'signInAddress');
  return belongsTo === null ? null : { belongsTo };
}
