import type { Backup, EntityKey, Fact, Relation } from '../../model/fact.ts';
import { entityKey, variableKey } from '../../model/fact.ts';
import type { ClientStorageSpec, Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { addressName } from '../../recognize/credential/address-name.ts';
import { sqlCopies } from '../../recognize/sql/statements.ts';
import { processEnvironment } from './env-names.ts';
import type { Module } from './guards.ts';
import { stringPattern } from './literal-text.ts';
import type { PackageModule } from './package-module.ts';
import { bare, field, inside, isCall, lastName, list, type SyntaxNode, text } from './syntax.ts';

/** Names of what somebody means to go back to. */
const copyName = /backup|\bbak\b|_bak|snapshot|archive|export|dump|_copy|_old\b|20\d\d[-_]?\d\d/i;

/** A copy that lies where its original does. */
interface OwnCopy {
  readonly name: string;
  readonly at: SourceRange;
  /** Variable that names the database it is made of, and lies in. */
  readonly variable: string;
  readonly because: string;
  readonly method: Backup['method'];
}

/** Copies that a module makes inside what they protect: tables beside the live ones, exports in the storage of the same project. */
export function ownCopyFacts(from: PackageModule, knowledge: Knowledge): readonly Fact[] {
  const copies = [...tableCopies(from), ...exportsToOwnStorage(from, knowledge)].slice(0, 1);
  return copies.flatMap((copy, position) => factsOf(copy, from.document.file, position));
}

/** `CREATE TABLE backup.orders AS TABLE public.orders` through whatever sends SQL. */
function tableCopies({ document, module }: PackageModule): readonly OwnCopy[] {
  const { file } = document;
  if (/(?:^|\/)migrations?\//.test(file)) return [];
  return module.tree.nodes.flatMap((node): readonly OwnCopy[] => {
    const statement = isCall(node) ? list(node, 'arguments')[0] : field(node, 'quasi');
    if (!isCall(node) && node.type !== 'TaggedTemplateExpression') return [];
    const written = stringPattern(statement, module.constants);
    const copy =
      written === null ? undefined : sqlCopies(written).find(({ target }) => copyName.test(target));
    if (copy === undefined) return [];
    const variable = addressOf(module);
    const target = copy.target.replaceAll('{}', '…');
    return [
      {
        name: `table ${target} of ${file}`,
        at: { file, start: node.start, end: node.end },
        variable,
        because: `${file} writes it to ${target}, a table of the database that it copies`,
        method: 'snapshot',
      },
    ];
  });
}

function addressOf(module: Module): string {
  const read = processEnvironment(module).find(({ name }) => addressName.test(name));
  return read?.name ?? 'DATABASE_URL';
}

/** `client.from(table).select()` and `client.storage.from(bucket).upload()` through one client. */
function exportsToOwnStorage(
  { document, module }: PackageModule,
  knowledge: Knowledge,
): readonly OwnCopy[] {
  const { file } = document;
  const specs = knowledge.providers.flatMap((provider) => provider.clientStorages ?? []);
  return specs.flatMap((spec) => {
    if (!spec.packages.some((name) => importsFrom(module, name))) return [];
    return [...module.constants].flatMap(([client, made]): readonly OwnCopy[] => {
      const variable = projectOf(made, spec, module);
      if (variable === undefined) return [];
      const upload = uploadThrough(module, client, spec);
      if (upload === undefined || !readsRows(module, client)) return [];
      const bucket = bucketOf(upload, module);
      if (!copyName.test(`${bucket} ${file}`)) return [];
      return [
        {
          name: `export of ${file} to bucket "${bucket}"`,
          at: { file, start: upload.start, end: upload.end },
          variable,
          because: `${file} uploads it through the client that it reads the rows with, and ${spec.because}`,
          method: 'dump',
        },
      ];
    });
  });
}

function importsFrom(module: Module, name: string): boolean {
  return (
    module.tree.nodes.some(
      (node) => node.type === 'ImportDeclaration' && text(field(node, 'source'), 'value') === name,
    ) ||
    module.source.includes(`require('${name}')`) ||
    module.source.includes(`require("${name}")`)
  );
}

/** The variable with the address of the project that a client is made for. */
function projectOf(made: SyntaxNode, spec: ClientStorageSpec, module: Module): string | undefined {
  if (!isCall(made) || !spec.factories.includes(lastName(field(made, 'callee')) ?? ''))
    return undefined;
  const [address] = list(made, 'arguments');
  const named = module.constants.get(text(bare(address), 'name') ?? '') ?? address;
  if (named === undefined) return undefined;
  return processEnvironment(module).find((one) => inside(one.node, named))?.name;
}

function uploadThrough(
  module: Module,
  client: string,
  spec: ClientStorageSpec,
): SyntaxNode | undefined {
  return module.tree.nodes.find((node) => {
    if (!isCall(node) || lastName(field(node, 'callee')) !== spec.method) return false;
    return chain(node).some(
      (part) =>
        lastName(part) === spec.storage && text(bare(field(part, 'object')), 'name') === client,
    );
  });
}

function readsRows(module: Module, client: string): boolean {
  return module.tree.nodes.some(
    (node) =>
      isCall(node) &&
      lastName(field(node, 'callee')) === 'from' &&
      text(bare(field(field(node, 'callee'), 'object')), 'name') === client,
  );
}

/** The callees and receivers of a chain of calls, outermost first. */
function chain(node: SyntaxNode): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  let current: SyntaxNode | undefined = node;
  for (let step = 0; step < 20 && current !== undefined; step += 1) {
    parts.push(current);
    current = bare(field(current, 'callee') ?? field(current, 'object'));
  }
  return parts;
}

function bucketOf(upload: SyntaxNode, module: Module): string {
  const from = chain(upload).find(
    (part) => isCall(part) && lastName(field(part, 'callee')) === 'from',
  );
  return stringPattern(list(from, 'arguments')[0], module.constants) ?? '';
}

function factsOf(copy: OwnCopy, file: string, position: number): readonly Fact[] {
  const backup: Backup = {
    kind: 'Backup',
    key: entityKey(`scripts:${file}#copy-${position + 1}`),
    aliases: [],
    name: copy.name,
    at: copy.at,
    collector: 'scripts',
    implied: false,
    confidence: 'high',
    method: copy.method,
    retentionDays: unknown('external', copy.at),
    survivesSourceDeletion: unknown('external', copy.at),
  };
  const to: EntityKey = variableKey(copy.variable);
  const relation = (rel: Relation['rel'], because: string): Relation => ({
    kind: 'Relation',
    rel,
    from: backup.key,
    to,
    actions: [],
    because,
    at: copy.at,
    confidence: 'high',
  });
  return [
    backup,
    relation('backs-up', `${copy.name} is made of what $${copy.variable} names`),
    relation('placed-in', copy.because),
  ];
}
