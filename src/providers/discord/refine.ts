import type { Refinement } from '../../model/knowledge.ts';
import { base64Bytes } from '../../recognize/credential/credential-decode.ts';

/** The first part is the number of the bot. */
export function refineBotToken(value: string): Refinement | null {
  const bytes = base64Bytes(value.split('.', 1)[0] ?? '');
  const id = bytes === null ? '' : Buffer.from(bytes).toString('latin1');
  return /^\d{15,22}$/.test(id) ? { belongsTo: id } : null;
}
