import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  entry,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import { type Environment, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { factsOfAnyCase } from '../../recognize/credential/any-case-variable.ts';
import { connectionFacts } from '../../recognize/credential/connection-facts.ts';
import { parseConnectionUrl } from '../../recognize/credential/connection-url.ts';
import { credentialFact, credentialKind } from '../../recognize/credential/credential.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { holds, scopeOf, type Variable } from '../../recognize/credential/variable-scope.ts';
import { tierOfPath } from '../../recognize/tier.ts';
import { loginAttributes, secretAttributes } from './attributes.ts';
import { declaredInCode, shownFacts } from './declared.ts';
import { keptResources } from './kept-resources.ts';

/** A stack of this size leaks its secrets whether or not the rest is counted. */
const mostFacts = 400;
const deepest = 12;

/** What states and plans keep in plain text: logins of databases, keys that were made, outputs, and the resources whose code lies elsewhere. */
export const collect: Collect = (unit, knowledge) => {
  const inCode = declaredInCode(unit.documents);
  return unit.documents.flatMap((document) =>
    document.shape === 'data' ? stateFacts(document, inCode, knowledge) : [],
  );
};

function stateFacts(
  document: DataDocument,
  inCode: ReadonlySet<string>,
  knowledge: Knowledge,
): readonly Fact[] {
  const root = document.roots[0];
  const version = entry(root, 'version') ?? entry(root, 'format_version');
  if (root === undefined || version === undefined) return [];
  const environment: Environment = {
    kind: 'Environment',
    key: entityKey(`environment:${document.file}`),
    aliases: [],
    name: document.file,
    at: { ...version.keyAt, end: version.value.at.end },
    collector: 'terraform-state',
    implied: false,
    confidence: 'high',
    tier: tierOfPath(document.file) ?? 'unknown',
  };
  const state: State = { document, environment, knowledge, facts: [] };
  readOutputs(at(root, 'outputs'), state);
  const resources = keptResources(root);
  for (const { type, attributes } of resources) {
    if (state.facts.length > mostFacts) break;
    readInstance(type, attributes, state);
  }
  const shown = shownFacts(environment, resources, inCode, knowledge);
  return state.facts.length + shown.length === 0 ? [] : [environment, ...state.facts, ...shown];
}

interface State {
  readonly document: DataDocument;
  readonly environment: Environment;
  readonly knowledge: Knowledge;
  readonly facts: Fact[];
}

function readOutputs(outputs: DataNode | undefined, state: State): void {
  for (const { key, keyAt, value } of entries(outputs)) {
    const scalar = at(value, 'value');
    if (scalar?.type !== 'scalar') continue;
    push(state, factsOfAnyCase(variable(key, keyAt, scalar, state), state.knowledge));
  }
}

function readInstance(type: string, attributes: DataNode, state: State): void {
  const named = new Map(secretAttributes.get(type) ?? []);
  const isLogin = readLogin(type, attributes, state);
  walk(attributes, 0, (pair, scalar) => {
    if (isLogin && pair.key.endsWith('password')) return;
    const as = named.get(pair.key);
    // Attributes are called alike everywhere: without a name that tells, only the value does.
    if (as === undefined) readByValue(pair, scalar, state);
    else readAs(as, pair, scalar, state);
  });
}

function walk(
  node: DataNode,
  depth: number,
  visit: (pair: DataEntry, scalar: ScalarNode) => void,
): void {
  if (depth > deepest) return;
  for (const item of items(node)) walk(item, depth + 1, visit);
  for (const pair of entries(node)) {
    if (pair.value.type === 'scalar') visit(pair, pair.value);
    else walk(pair.value, depth + 1, visit);
  }
}

function readByValue(pair: DataEntry, scalar: ScalarNode, state: State): void {
  if (typeof scalar.value !== 'string' || scalar.text.length < 16) return;
  const { knowledge } = state;
  const url = scalar.text.includes('://') ? parseConnectionUrl(scalar.text) : null;
  const isKnown =
    (url !== null && url.password !== null) ||
    knowledge.credentialByValue(scalar.text.trim()) !== undefined;
  if (!isKnown) return;
  push(state, factsOfAnyCase(variable(pair.key, pair.keyAt, scalar, state), knowledge));
}

function readAs(as: string, pair: DataEntry, scalar: ScalarNode, state: State): void {
  if (secretForm(scalar.text) !== 'literal') return;
  const { document, environment, knowledge } = state;
  const kind = credentialKind([as], scalar.text, document, knowledge);
  if (kind === null) return;
  const range = { ...pair.keyAt, end: scalar.at.end };
  const fact = credentialFact(
    {
      name: pair.key,
      kind,
      value: scalar.text,
      nameStart: pair.keyAt.start,
      at: range,
      document,
      collector: 'terraform-state',
      comment: null,
    },
    knowledge,
  );
  if (fact !== null) push(state, [fact, holds(environment.key, fact.key, pair.key, range)]);
}

/** The login of a database whose address, user and password stand beside each other. */
function readLogin(type: string, attributes: DataNode, state: State): boolean {
  const login = loginAttributes(type, textOf(at(attributes, 'engine')));
  if (login === null) return false;
  const first = (names: readonly string[]): DataEntry | undefined =>
    names.map((name) => entry(attributes, name)).find((pair) => (textOf(pair?.value) ?? '') !== '');
  const text = (names: readonly string[]): string => textOf(first(names)?.value) ?? '';
  const password = first(login.password);
  const host = text(login.host).replace(/:\d{1,5}$/, '');
  if (password?.value.type !== 'scalar' || !/^[\w.-]{3,253}$/.test(host)) return false;
  const port = textOf(at(attributes, login.port)) ?? '';
  const secret = password.value.text;
  const url = parseConnectionUrl(
    `${login.scheme}://${encodeURIComponent(text(login.user))}:${encodeURIComponent(secret)}@${host}${/^\d{1,5}$/.test(port) ? `:${port}` : ''}/${encodeURIComponent(text(login.database))}`,
  );
  if (url === null) return false;
  const { keyAt } = password;
  const made = variable(password.key, keyAt, password.value, state);
  const range = { ...keyAt, end: password.value.at.end };
  push(state, connectionFacts(url, made, scopeOf(made), range, state.knowledge));
  return true;
}

function variable(
  name: string,
  keyAt: DataEntry['keyAt'],
  value: ScalarNode,
  { document, environment }: State,
): Variable {
  const collector = 'terraform-state';
  return { name, value, keyAt, document, environment: environment.key, collector, comment: null };
}

/** State binds no variable: `password` of one resource is not `password` of another. */
function push(state: State, facts: readonly Fact[]): void {
  for (const fact of facts) if (fact.kind !== 'Binding') state.facts.push(fact);
}

function textOf(node: DataNode | undefined): string | null {
  return node?.type === 'scalar' && node.value !== null ? node.text : null;
}
