import {
  at,
  type DataEntry,
  type DataNode,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { connectionFacts } from '../../recognize/credential/connection-facts.ts';
import { isBareName, parseConnectionUrl } from '../../recognize/credential/connection-url.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { scopeOf, type Variable } from '../../recognize/credential/variable-scope.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { id } from './facts.ts';
import { type KubeObject, text } from './object.ts';
import type { Pod } from './pod.ts';
import { connectionParts } from './server-variables.ts';
import { decidedAt, type Stage } from './stage.ts';

/** Entries of one object that are looked at. */
const maxEntries = 500;
/** Longer values are files, not settings. */
const maxLength = 8000;

/**
 * Credentials and outside stores that a Secret, a ConfigMap or a container writes out. What a container's variables hold is bound to nothing: a command
 * that runs beside the file does not see them.
 */
export function loginFacts(
  object: KubeObject,
  pod: Pod | null,
  stage: Stage,
  knowledge: Knowledge,
): readonly Fact[] {
  const settings = settingsIn(object, pod).slice(0, maxEntries);
  const variableOf = ({ key, keyAt, value }: Setting): Variable => ({
    name: key,
    value,
    keyAt,
    document: { file: keyAt.file, text: object.document.text },
    environment: stage.key,
    collector: id,
    comment: null,
  });
  const facts = settings.flatMap((setting) =>
    isOutside(setting.value) && !isTemplateFile(setting.keyAt.file)
      ? factsOfVariable(variableOf(setting), knowledge)
      : [],
  );
  const byName = new Map(settings.map((setting) => [setting.key, setting]));
  const parts = connectionParts([...byName.keys()], (name) => byName.get(name)?.value.text ?? null);
  const servers = parts.flatMap(({ name, url }) => {
    const setting = byName.get(name);
    if (setting === undefined || isTemplateFile(setting.keyAt.file)) return [];
    const variable = variableOf(setting);
    return connectionFacts(url, variable, scopeOf(variable), setting.value.at, knowledge);
  });
  return [...facts, ...servers].flatMap((fact) => {
    if (fact.kind === 'Binding') return [];
    const isUse = fact.kind === 'Relation' && fact.rel === 'connects-to' && fact.from === stage.key;
    return [isUse ? { ...fact, at: decidedAt(object, stage, fact.at) } : fact];
  });
}

/** One setting with its value written out. */
type Setting = DataEntry & { readonly value: ScalarNode };

function settingsIn(object: KubeObject, pod: Pod | null): readonly Setting[] {
  return entriesOf(object, pod).filter(
    (entry): entry is Setting => entry.value.type === 'scalar' && entry.value.value !== null,
  );
}

function entriesOf({ kind, node }: KubeObject, pod: Pod | null): readonly DataEntry[] {
  if (kind === 'ConfigMap') return entries(at(node, 'data'));
  if (kind === 'Secret') {
    return [...entries(at(node, 'stringData')), ...entries(at(node, 'data')).flatMap(decoded)];
  }
  return (pod?.containers ?? []).flatMap((container) =>
    items(at(container.node, 'env')).flatMap(variable),
  );
}

function variable(item: DataNode): readonly DataEntry[] {
  const name = text(item, 'name');
  const keyAt = at(item, 'name')?.at;
  const value = at(item, 'value');
  if (name === null || keyAt === undefined || value === undefined) return [];
  return [{ key: name, keyAt, labels: [], value }];
}

/** `data` of a Secret is Base64; what is no text stays away. */
function decoded(entry: DataEntry): readonly DataEntry[] {
  const { value } = entry;
  if (value.type !== 'scalar' || value.text.length > maxLength) return [];
  const packed = value.text.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]{4,}={0,2}$/.test(packed)) return [];
  const plain = Buffer.from(packed, 'base64').toString('utf8').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their presence shows that it is no text
  if (plain === '' || /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(plain)) return [];
  const node: ScalarNode = {
    type: 'scalar',
    value: plain,
    text: plain,
    map: [[0, value.at.start]],
    at: value.at,
  };
  return [{ ...entry, value: node }];
}

/** A literal that means something outside the cluster. */
function isOutside({ text: value }: ScalarNode): boolean {
  if (value.length > maxLength) return false;
  const url = parseConnectionUrl(value);
  if (url !== null) return !url.isLocal && !isBareName(url.host);
  return secretForm(value) === 'literal';
}
