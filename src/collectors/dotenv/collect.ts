import type { DataDocument, DataEntry } from '../../model/document.ts';
import { entries } from '../../model/document.ts';
import type { Environment, Fact, Relation } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { connectionPartFacts } from '../../recognize/credential/connection-parts.ts';
import { connectionsInVariables } from '../../recognize/credential/connection-variables.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { commentFor } from './comment.ts';
import { tierOfEnvFile } from './env-tier.ts';

/** Facts of env files: one environment per file and whatever its variables hold. Templates such as `.env.example` hold nothing. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) =>
    document.shape === 'data' && isEnvFile(document.file) ? factsOf(document, knowledge) : [],
  );

/** Endings that only look like env files: `vite.env.d.ts`, `.env.md`, and encrypted copies. */
const otherFile =
  /\.(?:[cm]?[jt]sx?|json|ya?ml|toml|md|mdx|txt|sh|bash|zsh|ps1|py|rb|go|rs|php|java|kt|swift|html|css|lock|vault|enc|gpg|age|asc|sops|swp)$/i;

function isEnvFile(file: string): boolean {
  return !otherFile.test(baseName(file)) && !isTemplateFile(file);
}

function factsOf(document: DataDocument, knowledge: Knowledge): readonly Fact[] {
  const pairs = document.roots.flatMap(entries);
  if (pairs.length === 0) return [];
  const environment = environmentOf(document, pairs, knowledge);
  const facts: Fact[] = [environment];
  const seen = new Set<string>([environment.key]);
  const emulated = pairs.some(usesEmulator);
  const add = (made: readonly Fact[]): void => {
    for (const fact of made) {
      // Variables of one stage in one file declare that stage once.
      if (fact.kind === 'Environment' && fact.aliases.length === 0 && seen.has(fact.key)) continue;
      if (fact.kind === 'Environment') seen.add(fact.key);
      if (emulated && fact.kind === 'Relation' && isOfPlatform(fact)) continue;
      facts.push(fact);
    }
  };
  for (const pair of pairs) {
    const { value } = pair;
    if (value.type !== 'scalar' && value.type !== 'expr') continue;
    const made = factsOfVariable(
      {
        name: pair.key,
        value,
        keyAt: pair.keyAt,
        document,
        environment: environment.key,
        collector: 'dotenv',
        comment: commentFor(document, pair),
      },
      knowledge,
    );
    add(made);
  }
  const owner = { document, environment: environment.key, collector: 'dotenv' };
  for (const parts of connectionsInVariables(
    pairs.map(({ key, keyAt, value }) => ({ name: key, keyAt, value })),
  )) {
    add(connectionPartFacts(parts, owner, knowledge));
  }
  return facts;
}

/** `USE_EMULATOR=true`, `FIRESTORE_EMULATOR_HOST=localhost:8080`: the project is named, and a copy on this machine answers. */
function usesEmulator({ key, value }: DataEntry): boolean {
  if (!/EMULATOR/i.test(key) || value.type !== 'scalar') return false;
  return !/^(?:|0|false|no|off)$/i.test(value.text.trim());
}

/** An edge to a store that a platform's own name identifies, in contrast to the address of a database. */
function isOfPlatform({ rel, to }: Relation): boolean {
  return rel === 'connects-to' && !to.startsWith('db:');
}

function environmentOf(
  document: DataDocument,
  pairs: readonly DataEntry[],
  knowledge: Knowledge,
): Environment {
  const tier = tierOfEnvFile(document, pairs, knowledge);
  return {
    kind: 'Environment',
    key: entityKey(`environment:${document.file}`),
    aliases: [],
    name: document.file,
    // The first line stands for the file; the whole of it would show every secret to a reader of the report.
    at: { file: document.file, start: 0, end: firstLineEnd(document.text) },
    collector: 'dotenv',
    implied: false,
    confidence: 'high',
    tier,
  };
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  const line = end < 0 ? text.length : end;
  const equals = text.slice(0, line).indexOf('=');
  return equals > 0 && !text.trimStart().startsWith('#') ? equals : line;
}
