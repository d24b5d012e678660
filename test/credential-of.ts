import { createKnowledge } from '../src/engine/knowledge.ts';
import type { Credential } from '../src/model/fact.ts';
import type { ProviderFacts } from '../src/model/knowledge.ts';
import { filePath } from '../src/model/source.ts';
import { credentialFact, credentialKind } from '../src/recognize/credential/credential.ts';

/** What `NAME=value` in an otherwise empty file is, to somebody who knows this vendor only; `null` where it is nothing. */
export function credentialOf(pack: ProviderFacts, name: string, value: string): Credential | null {
  const knowledge = createKnowledge([pack], new Uint8Array([1]));
  const document = { file: filePath('.env'), text: '' };
  const kind = credentialKind([name], value, document, knowledge);
  if (kind === null) return null;
  const at = { file: document.file, start: 0, end: 0 };
  const sight = { name, kind, value, nameStart: 0, at, document, collector: 'x', comment: null };
  return credentialFact(sight, knowledge);
}
