import { type Credential, entityKey } from '../src/model/fact.ts';
import { filePath } from '../src/model/source.ts';
import { unknown } from '../src/model/value.ts';

/** A literal credential of a provider that stands at the start of a file. */
export function credentialIn(file: string, provider: string): Credential {
  const at = { file: filePath(file), start: 0, end: 5 };
  return {
    kind: 'Credential',
    key: entityKey(`credential:${file}#${provider}`),
    aliases: [],
    name: 'token',
    at,
    collector: 'test',
    implied: false,
    confidence: 'high',
    provider,
    product: 'token',
    title: 'token',
    form: 'literal',
    scope: unknown('external', at),
    actions: unknown('external', at),
    plane: 'control',
    preview: '****',
    digest: 'd',
    decidedBy: 'prefix',
    purpose: null,
    narrower: null,
  };
}
