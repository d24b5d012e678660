import type { Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { write } from './entities.ts';

/** What people hide on purpose, not for the size of the index. */
const secret =
  /\.env\b|secret|credential|token|passw|\.pem\b|\.key\b|\.p12\b|id_rsa|\.tfstate|\.tfvars|kubeconfig|\.aws\b/i;

/**
 * The indexing ignore file keeps files out of the index and hides none of them. It is worth a word where it names secrets that the real ignore file
 * leaves readable.
 * @see https://cursor.com/docs/reference/ignore-file (read 2026-11-21)
 */
export function indexingIgnoreFacts(
  documents: readonly Document[],
  ignores: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const hidden = new Set(
    ignores.flatMap((document) => ignoreRules(document, agent, write)).map((rule) => rule.name),
  );
  return documents.flatMap((document) => {
    const first = ignoreRules(document, agent, write).find(
      ({ name }) => secret.test(name) && !name.startsWith('!') && !hidden.has(name),
    );
    if (first === undefined) return [];
    return [
      write.inert(agent, `${first.name} in .cursorindexingignore`, first.at, {
        because: 'Cursor keeps such files out of its index only, and the agent reads them',
        remedy: `Move ${first.name} to .cursorignore.`,
        looksProtective: true,
      }),
    ];
  });
}
