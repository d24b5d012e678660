import type { ExprNode, ScalarNode } from '../../model/document.ts';
import type {
  Credential,
  DataStore,
  EntityKey,
  Fact,
  FailureDomain,
  Relation,
  Weakness,
} from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge, Known, VariableSpec } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { known, unknown } from '../../model/value.ts';
import { connectionFacts } from './connection-facts.ts';
import { type ConnectionUrl, parseConnectionUrl } from './connection-url.ts';
import { credentialFact, credentialKind } from './credential.ts';
import { type NamedStore, namedStore, storeKey, webHost } from './hosted-store.ts';
import { secretForm } from './secret-value.ts';
import { binding, holds, scopeOf, type Variable } from './variable-scope.ts';

/**
 * Turns one variable into what it holds: a credential, a store, a project or environment identifier, with the bindings and relations that
 * follow. Empty for ordinary settings, placeholders and encrypted values.
 */
export function factsOfVariable(variable: Variable, knowledge: Knowledge): readonly Fact[] {
  const { value } = variable;
  const text = value.type === 'scalar' ? value.text : null;
  const form = text === null ? 'reference' : secretForm(text);
  const at = rangeOf(variable);
  const consent = text === null ? null : consentFact(variable, text, at, knowledge);
  if (consent !== null) return [consent];
  const url = connectionOf(value);
  if (url !== null) return connectionFacts(url, variable, scopeOf(variable), at, knowledge);
  if (form === 'reference') return credentialOf(variable, null, at, knowledge);
  if (form !== 'literal' || text === null) return [];
  const hosted = hostedFacts(text, variable, at, knowledge);
  if (hosted.length > 0) return hosted;
  const named = knowledge.variable(variable.name);
  if (named !== undefined) return identifierFacts(named, text.trim(), variable, at, knowledge);
  return credentialOf(variable, text, at, knowledge);
}

/** A variable that switches a tool's questions off for everybody who inherits it. */
function consentFact(
  variable: Variable,
  text: string,
  at: SourceRange,
  knowledge: Knowledge,
): Weakness | null {
  const { name, collector, document, environment } = variable;
  const spec = knowledge.consent(name)?.spec;
  if (spec === undefined) return null;
  const given = text.trim();
  const silences =
    spec.value === null ? !/^(?:|0|false|no|off)$/i.test(given) : given.includes(spec.value);
  if (!silences) return null;
  return {
    kind: 'Weakness',
    key: entityKey(`${collector}:${document.file}#consent/${name}`),
    aliases: [],
    name,
    at,
    collector,
    implied: false,
    confidence: 'high',
    owner: environment ?? entityKey(`${collector}:${document.file}`),
    control: 'approval',
    because: `${spec.silences} no longer asks anybody`,
    remedy: `Remove ${name}, and answer the question where it is asked.`,
  };
}

/** A connection URL, also one whose parts are computed: those count as references. */
function connectionOf(value: ScalarNode | ExprNode): ConnectionUrl | null {
  const url = parseConnectionUrl(value.text);
  if (url === null || value.type === 'scalar' || url.password?.includes('$') !== true) return url;
  return { ...url, password: `\${${url.password}}` };
}

/** From the name to the end of the value, so that a finding points at the whole line. */
function rangeOf(variable: Variable): SourceRange {
  const { keyAt, value } = variable;
  const whole = value.at.file === keyAt.file && value.at.end >= keyAt.start;
  return whole ? { file: keyAt.file, start: keyAt.start, end: value.at.end } : keyAt;
}

function credentialOf(
  variable: Variable,
  value: string | null,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  const { name } = variable;
  const names = [name, ...(value === null ? referredNames(variable.value) : [])];
  const kind = credentialKind(names, value, variable.document, knowledge);
  if (kind === null) return [];
  const credential = credentialFact(
    { ...variable, kind, value, nameStart: variable.keyAt.start, at },
    knowledge,
  );
  if (credential === null) return [];
  const scope = scopeOf(variable);
  const holders = new Set([variable.environment, scope.environment]);
  const facts: Fact[] = [credential, ...scope.declared];
  for (const holder of holders) {
    if (holder !== null) facts.push(holds(holder, credential.key, name, at));
    facts.push(binding(name, credential.key, holder, at));
  }
  return [...facts, ...ownedStore(credential, variable, at, knowledge)];
}

/** A key that says which project it belongs to names that project's store, and opens it. */
function ownedStore(
  credential: Credential,
  variable: Variable,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  const { provider, belongsTo, plane } = credential;
  if (provider === null || belongsTo === undefined || plane !== 'data') return [];
  const hosted = knowledge
    .provider(provider)
    ?.hosts.map(({ store }) => store)
    .find((store) => store?.shape.exec(belongsTo)?.[0] === belongsTo);
  if (hosted === undefined) return [];
  const key = storeKey(provider, hosted.product, belongsTo);
  const named = { key, provider, product: hosted.product, name: belongsTo, says: 'belongs to' };
  const actions = known(credential.actions) ?? [];
  const opens: Relation = {
    kind: 'Relation',
    rel: 'authorizes',
    from: credential.key,
    to: key,
    actions,
    because: `"${variable.name}" opens everything in ${short(belongsTo)}`,
    at,
    confidence: credential.confidence,
  };
  const facts = nameFacts(named, [], variable, at, knowledge);
  return [...facts.filter(({ kind }) => kind !== 'Binding'), opens];
}

/** Last words of the names an expression refers to: `secrets.RAILWAY_TOKEN` is `RAILWAY_TOKEN`. */
function referredNames(value: ScalarNode | ExprNode): readonly string[] {
  const refs =
    value.type === 'expr' && value.refs.length > 0
      ? value.refs
      : (value.text.match(/[A-Za-z_][A-Za-z0-9_]{2,80}/g) ?? []);
  return refs.slice(0, 20).map((ref) => ref.slice(ref.lastIndexOf('.') + 1));
}

function identifierFacts(
  named: Known<VariableSpec>,
  id: string,
  variable: Variable,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  if (id.length > 200 || /\s/.test(id)) return [];
  const { names } = named.spec;
  switch (names.what) {
    case 'store':
      return storeFacts(named, names.product, ownName(id, names.shape), variable, at, knowledge);
    case 'project':
      return projectFacts(named, id, variable, at, knowledge);
    case 'environment':
      // Two files may claim one platform environment for two stages; merging them would hide exactly that.
      return [];
  }
}

/** The name in an identifier that says more, such as its stage: `prod:swift-otter-12`. */
function ownName(id: string, shape: RegExp | undefined): string {
  const match = shape?.exec(id);
  return match?.[0] === id ? (match[1] ?? id) : id;
}

/** The address of a platform's own service names one of its stores: `NEXT_PUBLIC_SUPABASE_URL`, whatever the variable is called. */
function hostedFacts(
  text: string,
  variable: Variable,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  const host = webHost(text);
  const store = host === null ? null : namedStore({ host, user: null, database: null }, knowledge);
  if (store === null) return [];
  return nameFacts({ ...store, says: 'leads to' }, [], variable, at, knowledge);
}

function storeFacts(
  named: Known<VariableSpec>,
  product: string,
  id: string,
  variable: Variable,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  const { provider, spec } = named;
  const key = storeKey(provider, product, id);
  return nameFacts({ key, provider, product, name: id }, spec.companions, variable, at, knowledge);
}

/** A store that its platform's own name identifies, the environment that names it, and the variables that hold the name. */
function nameFacts(
  { key, provider, product, name: id, says = 'is' }: NamedStore & { readonly says?: string },
  companions: readonly string[],
  variable: Variable,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  const spec = knowledge.store(product)?.spec;
  const scope = scopeOf(variable);
  const { environment } = scope;
  const store: DataStore = {
    ...base(variable, at),
    kind: 'DataStore',
    key,
    name: `${spec?.title ?? product} ${short(id)}`,
    provider,
    product,
    holds: spec?.holds ?? 'database',
    deletionProtection: unknown('external', at),
    disposable: unknown('external', at),
  };
  const bindings = [variable.name, ...companions].map((name) =>
    binding(name, store.key, environment, at),
  );
  if (environment === null) return [store, ...bindings];
  const link: Relation = {
    kind: 'Relation',
    rel: 'connects-to',
    from: environment,
    to: store.key,
    actions: [],
    because: `${variable.name} ${says} ${short(id)} there`,
    at,
    confidence: 'high',
  };
  return [store, ...scope.declared, link, ...bindings];
}

function projectFacts(
  named: Known<VariableSpec>,
  id: string,
  variable: Variable,
  at: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  const scope = scopeOf(variable);
  const project: FailureDomain = {
    ...base(variable, at),
    kind: 'FailureDomain',
    key: entityKey(`${named.provider}:project/${id}`),
    name: `${titleOf(named.provider, knowledge)} project ${short(id)}`,
    level: 'project',
  };
  const bound = binding(variable.name, project.key, scope.environment, at);
  if (scope.environment === null) return [project, bound];
  const inside: Relation = {
    kind: 'Relation',
    rel: 'in',
    from: scope.environment,
    to: project.key,
    actions: [],
    because: `${variable.name} is ${short(id)} there`,
    at,
    confidence: 'high',
  };
  return [project, ...scope.declared, inside, bound];
}

function base(variable: Variable, at: SourceRange) {
  return {
    aliases: [] as readonly EntityKey[],
    at,
    collector: variable.collector,
    implied: false,
    confidence: 'high',
  } as const;
}

function titleOf(provider: string, knowledge: Knowledge): string {
  return knowledge.provider(provider)?.title ?? provider;
}

/** Identifiers are no secrets, but eight characters are enough to tell them apart. */
function short(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id) ? id.slice(0, 8) : id;
}
