import {
  type DataEntry,
  type DataNode,
  type Document,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { Credential } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { credentialFact, credentialKind } from '../../recognize/credential/credential.ts';
import { plainValue } from '../../recognize/credential/plain-value.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { type CliLogin, cliLogins } from './logins.ts';

/** One credential per login; the files are of the home, so the tree never has a say in what they hold. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    const found = cliLogins
      .filter(({ path }) => document.file === `~/${path}`)
      .flatMap((login) => loginFacts(login, document, knowledge));
    // An old and a new key of one file may hold the same session.
    return [...new Map(found.map((fact) => [fact.digest, fact])).values()];
  });

interface Held {
  readonly name: string;
  readonly nameStart: number;
  readonly at: SourceRange;
  readonly value: ScalarNode;
}

function loginFacts(
  login: CliLogin,
  document: Document,
  knowledge: Knowledge,
): readonly Credential[] {
  const held =
    document.shape === 'data'
      ? document.roots.flatMap((root) => valuesAt(root, login.keys))
      : wholeFile(document);
  return held.flatMap(({ name, nameStart, at, value }) => {
    if (secretForm(value.text) !== 'literal') return [];
    const kind = credentialKind([login.as], value.text, document, knowledge);
    if (kind === null) return [];
    const fact = credentialFact(
      {
        name,
        kind,
        value: value.text,
        nameStart,
        at,
        document,
        collector: 'cli-logins',
        comment: null,
      },
      knowledge,
    );
    // The command line wrote it there: whatever its shape, it is what its place says.
    return fact === null ? [] : [{ ...fact, confidence: 'high' as const }];
  });
}

function wholeFile(document: Document): readonly Held[] {
  const start = document.text.search(/\S/);
  const end = document.text.trimEnd().length;
  if (start < 0 || end - start > 4_096) return [];
  const value = plainValue(document, start, end);
  return [{ name: baseName(document.file), nameStart: start, at: value.at, value }];
}

/** Values at the end of a path of keys; `*` stands for every key and for every item of a list. */
function valuesAt(node: DataNode, keys: readonly string[]): readonly Held[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [];
  const pairs = entries(node).filter((pair) => key === '*' || pair.key === key);
  const inLists = key === '*' ? items(node).flatMap((item) => valuesAt(item, rest)) : [];
  return [
    ...pairs.flatMap((pair) => (rest.length === 0 ? heldBy(pair) : valuesAt(pair.value, rest))),
    ...inLists,
  ];
}

function heldBy({ key, keyAt, value }: DataEntry): readonly Held[] {
  if (value.type !== 'scalar' || value.text === '') return [];
  return [{ name: key, nameStart: keyAt.start, at: { ...keyAt, end: value.at.end }, value }];
}
