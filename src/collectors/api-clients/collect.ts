import { type DataDocument, type DataNode, entries, entry, items } from '../../model/document.ts';
import type { Environment, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { factsOfAnyCase } from '../../recognize/credential/any-case-variable.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { partEnvironment } from '../../recognize/credential/part-environment.ts';
import { plainValue } from '../../recognize/credential/plain-value.ts';
import { factsOfText } from '../../recognize/credential/text-secrets.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { requestFacts } from './requests.ts';

const collector = 'api-clients';

/** Values and logins that requests are sent with. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (isTemplateFile(document.file)) return [];
    if (document.shape !== 'data') return requestFileFacts(document, knowledge);
    const name = baseName(document.file);
    return /^http-client\.(?:private\.)?env\.json$/.test(name)
      ? editorEnvironments(document, knowledge)
      : exportFacts(document, knowledge);
  });

function requestFileFacts(document: SourceText, knowledge: Knowledge): readonly Fact[] {
  const whole = plainValue(document, 0, Math.min(document.text.length, 400_000));
  return factsOfText(whole, { document, collector, environment: null }, knowledge);
}

/** One environment per key. @see https://www.jetbrains.com/help/idea/exploring-http-syntax.html#environment-variables */
function editorEnvironments(document: DataDocument, knowledge: Knowledge): readonly Fact[] {
  return entries(document.roots[0]).flatMap(({ key, keyAt, value }) => {
    const environment = partEnvironment({
      file: document.file,
      what: 'environment',
      name: key,
      at: keyAt,
      collector,
    });
    const facts = variableFacts(pairsOf(value), environment, document, knowledge);
    return facts.length === 0 ? [] : [environment, ...facts];
  });
}

function exportFacts(document: DataDocument, knowledge: Knowledge): readonly Fact[] {
  const root = document.roots[0];
  if (root?.type !== 'map') return [];
  const name = nameOf(root);
  const environment = partEnvironment({
    file: document.file,
    what: 'environment',
    name: name ?? baseName(document.file),
    at: entry(root, 'name')?.keyAt ?? { ...root.at, end: root.at.start },
    collector,
  });
  const facts = [
    ...variableFacts(postmanValues(root), environment, document, knowledge),
    ...insomniaEnvironments(root).flatMap((data) =>
      variableFacts(pairsOf(data), environment, document, knowledge),
    ),
    ...requestFacts(root, document, collector, knowledge),
  ];
  return facts.length === 0 ? [] : [environment, ...facts];
}

function nameOf(root: DataNode): string | null {
  const name =
    entry(root, 'name')?.value ?? entry(entry(root, 'info')?.value ?? root, 'name')?.value;
  return name?.type === 'scalar' && name.text !== '' ? name.text : null;
}

interface Pair {
  readonly name: string;
  /** Where the name stands. */
  readonly at: Environment['at'];
  readonly value: DataNode;
}

/** `values` of an environment and `variable` of a collection: lists of `{ key, value }`. */
function postmanValues(root: DataNode): readonly Pair[] {
  return ['values', 'variable'].flatMap((list) =>
    items(entry(root, list)?.value).flatMap((item) => {
      const key = entry(item, 'key')?.value;
      const value = entry(item, 'value')?.value;
      if (key?.type !== 'scalar' || value === undefined) return [];
      return [{ name: key.text, at: key.at, value }];
    }),
  );
}

/** Version 4 keeps them among its resources, version 5 under `environments`. */
function insomniaEnvironments(root: DataNode): readonly DataNode[] {
  const resources = items(entry(root, 'resources')?.value)
    .filter((item) => {
      const type = entry(item, '_type')?.value;
      return type?.type === 'scalar' && type.text === 'environment';
    })
    .flatMap((item) => entry(item, 'data')?.value ?? []);
  const base = entry(root, 'environments')?.value;
  const subs = items(base === undefined ? undefined : entry(base, 'subEnvironments')?.value);
  const newer = [...(base === undefined ? [] : [base]), ...subs].flatMap(
    (item) => entry(item, 'data')?.value ?? [],
  );
  return [...resources, ...newer];
}

function pairsOf(data: DataNode): readonly Pair[] {
  return entries(data).map(({ key, keyAt, value }) => ({ name: key, at: keyAt, value }));
}

function variableFacts(
  pairs: readonly Pair[],
  environment: Environment,
  document: DataDocument,
  knowledge: Knowledge,
): readonly Fact[] {
  return pairs.flatMap(({ name, at, value }) => {
    // A reference leads to the client's own vault, which nothing in the tree reaches.
    if (value.type !== 'scalar' || value.text.includes('{{')) return [];
    return factsOfAnyCase(
      { name, value, keyAt: at, document, environment: environment.key, collector, comment: null },
      knowledge,
    ).filter((fact) => fact.kind !== 'Binding');
  });
}
