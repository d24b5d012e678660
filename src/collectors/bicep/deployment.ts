import type { Expression, Statement } from '../../formats/bicep/ast.ts';
import { at, type DataEntry, type DataNode, type MapNode } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { byDefault } from '../../model/value.ts';
import type { DeclaredResource } from '../../recognize/resource/declared-stack.ts';
import { emptyMap, terraformSettings } from '../../recognize/resource/template-settings.ts';
import { evaluate, rounds, withNames } from './evaluate.ts';
import type { Template } from './template.ts';
import { type Scope, truthOf } from './values.ts';

/** Modules inside of each other, and resources of one deployment. */
const MAX_MODULES = 8;
const MAX_RESOURCES = 2000;
const docs =
  'https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/deployment-modes';

/** What one deployment of a template is made from. */
export interface Deployment {
  readonly templates: ReadonlyMap<string, Template>;
  /** The template that a path in another one names. */
  readonly resolve: (from: Template, path: string) => Template | undefined;
  readonly knowledge: Knowledge;
  readonly allowance: { left: number };
  readonly made: DeclaredResource[];
}

/** A resource that something is declared inside of. */
interface Owner {
  readonly type: string;
  readonly name: string;
  readonly id: string;
}

/** Adds what a template declares with these parameters. `prefix` tells modules apart. */
export function deploy(
  deployment: Deployment,
  template: Template,
  parameters: ReadonlyMap<string, DataNode>,
  prefix = '',
  isSure = true,
  depth = 0,
): void {
  const scope = scopeOf(deployment, template, parameters, prefix);
  const place: Place = { deployment, template, prefix, depth };
  for (const statement of template.statements) {
    if (statement.kind === 'resource' || statement.kind === 'module')
      spread(place, statement, statement.value, scope, null, isSure);
  }
}

interface Place {
  readonly deployment: Deployment;
  readonly template: Template;
  readonly prefix: string;
  readonly depth: number;
}

function scopeOf(
  deployment: Deployment,
  template: Template,
  parameters: ReadonlyMap<string, DataNode>,
  prefix: string,
): Scope {
  const named = new Map<string, Statement>();
  const symbols = new Map<string, string>();
  const inside = (statement: Statement): void => {
    if (statement.kind === 'resource') symbols.set(statement.name, `${prefix}${statement.name}`);
  };
  for (const statement of template.statements) {
    if (statement.kind === 'param' || statement.kind === 'var')
      named.set(statement.name, statement);
    inside(statement);
  }
  const open = new Set<string>();
  const scope: Scope = {
    allowance: deployment.allowance,
    lookUp: (name, depth) => {
      const given = parameters.get(name);
      if (given !== undefined) return given;
      const value = named.get(name)?.value;
      // What leads back to itself is nothing.
      if (value == null || open.has(name)) return undefined;
      open.add(name);
      const result = evaluate(value, scope, depth + 1);
      open.delete(name);
      return result;
    },
    refOf: (symbol) => symbols.get(symbol) ?? symbols.get(symbolOf.get(symbol) ?? ''),
  };
  // Templates in JSON name resources by type and name.
  const symbolOf = new Map<string, string>();
  for (const statement of template.statements) {
    if (statement.kind !== 'resource' || !statement.name.includes('#')) continue;
    const name = nameOf(statement.value, scope);
    if (name !== null) symbolOf.set(`${statement.target}/${name}`.toLowerCase(), statement.name);
  }
  return scope;
}

function nameOf(value: Expression | null, scope: Scope): string | null {
  const body = value?.type === 'if' ? value.body : value;
  if (body?.type !== 'object') return null;
  const entry = body.entries.find(({ key }) => key.type === 'literal' && key.value === 'name');
  const node = entry === undefined ? undefined : evaluate(entry.value, scope);
  return node?.type === 'scalar' ? node.text : null;
}

/** Every instance of a declaration: loops spread out, conditions decided. */
function spread(
  place: Place,
  statement: Statement,
  value: Expression | null,
  scope: Scope,
  owner: Owner | null,
  isSure: boolean,
): void {
  if (value === null || place.deployment.made.length >= MAX_RESOURCES) return;
  if (value.type === 'if') {
    const truth = truthOf(evaluate(value.condition, scope));
    if (truth !== false)
      spread(place, statement, value.body, scope, owner, isSure && truth === true);
    return;
  }
  if (value.type !== 'loop') {
    if (statement.kind === 'module') module(place, statement, value, scope, isSure);
    else resource(place, statement, value, scope, owner, isSure);
    return;
  }
  const each = rounds(value, scope, 0);
  if (each === null)
    spread(place, statement, value.body, unnamed(scope, value.names), owner, false);
  for (const inner of each ?? []) spread(place, statement, value.body, inner, owner, isSure);
}

/** Names of a loop whose items cannot be known hide others of the same name. */
function unnamed(scope: Scope, names: readonly string[]): Scope {
  const where = { file: '' as Template['file'], start: 0, end: 0 };
  return withNames(
    scope,
    new Map(names.map((name) => [name, { type: 'expr', text: '', refs: [], at: where }])),
  );
}

function module(
  { deployment, template, prefix, depth }: Place,
  statement: Statement,
  value: Expression,
  scope: Scope,
  isSure: boolean,
): void {
  const called = deployment.resolve(template, statement.target);
  if (called === undefined || depth >= MAX_MODULES || deployment.allowance.left < 0) return;
  const given = at(evaluate(value, scope), 'params');
  const parameters = new Map(
    (given?.type === 'map' ? given.entries : []).map(({ key, value: node }) => [key, node]),
  );
  deploy(deployment, called, parameters, `${prefix}${statement.name}/`, isSure, depth + 1);
}

function resource(
  place: Place,
  statement: Statement,
  value: Expression,
  scope: Scope,
  owner: Owner | null,
  isSure: boolean,
): void {
  const { deployment, prefix } = place;
  const { knowledge, made } = deployment;
  const body = evaluate(value, scope);
  const isChild = owner !== null && !/^[A-Za-z]+\.[A-Za-z.]+\//.test(statement.target);
  const type = isChild ? `${owner.type}/${statement.target}` : statement.target;
  const written = at(body, 'name');
  const own = written?.type === 'scalar' ? written.text : statement.name.replace(/#\d+$/, '');
  const name = isChild ? `${owner.name}/${own}` : own;
  const id = uniqueIn(made, `${prefix}${statement.name}`);
  const settings = terraformSettings(
    withOwner(body.type === 'map' ? body : emptyMap(statement.at), owner),
    knowledge.construct(type)?.spec.settings ?? {},
    statement.at,
  );
  if (!statement.isExisting) {
    const region = statement.at;
    made.push({
      id,
      type,
      name,
      at: region,
      settings,
      provider: { name: 'azurerm', settings: undefined, at: region },
      preventDestroy: byDefault(false, statement.at, docs),
      // Deployments leave what a template no longer declares, unless they are told to make it complete.
      retained: byDefault(false, statement.at, docs),
      isSure,
    });
  }
  if (value.type !== 'object') return;
  const inner: Owner = { type, name, id };
  for (const nested of value.nested) spread(place, nested, nested.value, scope, inner, isSure);
}

/** What a child is inside of, as it could say itself. */
function withOwner(body: MapNode, owner: Owner | null): MapNode {
  if (owner === null) return body;
  const value: DataNode = { type: 'expr', text: '', refs: [owner.id], at: body.at };
  const entry: DataEntry = { key: 'parent', keyAt: body.at, labels: [], value };
  return { ...body, entries: [...body.entries, entry] };
}

function uniqueIn(made: readonly DeclaredResource[], id: string): string {
  if (!made.some((one) => one.id === id)) return id;
  return `${id}[${made.filter((one) => one.id === id || one.id.startsWith(`${id}[`)).length}]`;
}
