import { parseShell } from '../../formats/shell/parse.ts';
import type { DestructiveCommand } from '../../model/fact.ts';
import type { CallSpec, Knowledge } from '../../model/knowledge.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { sqlLosses } from '../../recognize/sql/statements.ts';
import { tierOf } from '../../recognize/tier.ts';
import type { Module } from './guards.ts';
import { stringPattern } from './literal-text.ts';
import { bare, field, isCall, lastName, list, property, type SyntaxNode, text } from './syntax.ts';

/** A place in a module that loses data of the database it is connected to. */
export interface DataLoss {
  readonly node: SyntaxNode;
  readonly verb: string;
  readonly via: DestructiveCommand['via'];
  readonly destroys: DestructiveCommand['destroys'];
  /** Variables that name the database where the module reads none. */
  readonly targets: readonly string[];
  readonly loadsEnv: boolean;
}

const senders =
  /^(?:query|execute|exec|raw|run|none|any|unsafe|sql|command|simple|\$?(?:execute|query)Raw(?:Unsafe)?|\$(?:execute|query)Raw(?:Unsafe)?)$/;
const shells = /^(?:exec|execSync|execaCommand|execaCommandSync|execa|\$|sh|shell|shelljs)$/;
const addresses = ['DATABASE_URL', 'POSTGRES_URL', 'MYSQL_URL'];

/** What a module's calls lose: those a library is known for, SQL that is sent, and commands that are started. `packages`: what its package depends on. */
export function dataLossesIn(
  module: Module,
  packages: ReadonlySet<string>,
  knowledge: Knowledge,
): readonly DataLoss[] {
  const own = importedPackages(module);
  const specs = knowledge.providers
    .flatMap((provider) => provider.calls ?? [])
    .filter((spec) => spec.packages.some((name) => own.has(name) || packages.has(name)));
  return module.tree.nodes.flatMap((node) => {
    if (node.type === 'TaggedTemplateExpression') {
      return sentSql(module, node, field(node, 'tag'), field(node, 'quasi')) ?? [];
    }
    if (node.type === 'NewExpression') return libraryObject(node, specs) ?? [];
    if (!isCall(node)) return [];
    const callee = bare(field(node, 'callee'));
    const [first] = list(node, 'arguments');
    return (
      libraryCall(node, callee, specs) ??
      sentSql(module, node, callee, first) ??
      startedCommand(module, node, callee, first, knowledge) ??
      []
    );
  });
}

function importedPackages(module: Module): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of module.tree.nodes) {
    if (/^(?:Import|Export\w*)Declaration$/.test(node.type)) {
      names.add(text(field(node, 'source'), 'value') ?? '');
    }
    if (isCall(node) && lastName(field(node, 'callee')) === 'require') {
      names.add(text(list(node, 'arguments')[0], 'value') ?? '');
    }
  }
  return names;
}

function libraryCall(
  node: SyntaxNode,
  callee: SyntaxNode | undefined,
  specs: readonly CallSpec[],
): DataLoss | null {
  if (callee?.type !== 'MemberExpression' && callee?.type !== 'OptionalMemberExpression')
    return null;
  const method = lastName(callee);
  const spec = specs.find((one) => one.method === method && says(node, one.when));
  if (spec === undefined || method === undefined) return null;
  const receiver = lastName(field(callee, 'object'));
  return {
    node,
    verb: receiver === undefined ? method : `${receiver}.${method}`,
    via: 'api',
    destroys: spec.destroys,
    targets: spec.targets,
    loadsEnv: spec.loadsEnv === true,
  };
}

/** `new DataSource({ dropSchema: true })`: what is lost is lost once the object connects. */
function libraryObject(node: SyntaxNode, specs: readonly CallSpec[]): DataLoss | null {
  const name = text(bare(field(node, 'callee')), 'name');
  const spec = specs.find((one) => one.method === name && says(node, one.when));
  if (spec === undefined || name === undefined) return null;
  const { destroys, targets, loadsEnv } = spec;
  return { node, verb: `new ${name}`, via: 'api', destroys, targets, loadsEnv: loadsEnv === true };
}

function says(call: SyntaxNode, when: CallSpec['when']): boolean {
  const given = list(call, 'arguments');
  if (when === 'always') return true;
  if (when === 'empty') {
    const [only, ...others] = given;
    if (others.length > 0) return false;
    return (
      only === undefined ||
      (only.type === 'ObjectExpression' &&
        list(only, 'properties').every((one) => isEmptyWhere(one)))
    );
  }
  if ('trueAt' in when) return isTrue(given[when.trueAt]);
  return given.some((argument) => isTrue(property(argument, when.option)));
}

/** `deleteMany({ where: {} })` is as empty as `deleteMany({})`. */
function isEmptyWhere(node: SyntaxNode): boolean {
  const value = field(node, 'value');
  return (
    text(field(node, 'key'), 'name') === 'where' &&
    value?.type === 'ObjectExpression' &&
    list(value, 'properties').length === 0
  );
}

function isTrue(node: SyntaxNode | undefined): boolean {
  return node?.type === 'BooleanLiteral' && node['value'] === true;
}

function sentSql(
  module: Module,
  node: SyntaxNode,
  callee: SyntaxNode | undefined,
  statement: SyntaxNode | undefined,
): DataLoss | null {
  if (!senders.test(lastName(callee) ?? '')) return null;
  const written = stringPattern(statement, module.constants);
  const loss =
    written === null ? undefined : sqlLosses(written).find(({ target }) => !isThrowAway(target));
  if (loss === undefined) return null;
  const target = loss.target.includes('{}') ? '' : ` ${loss.target}`;
  const verb = loss.verb.startsWith('DELETE') ? `DELETE FROM${target}` : `${loss.verb}${target}`;
  return { node, verb, via: 'sql', destroys: 'database', targets: addresses, loadsEnv: false };
}

function isThrowAway(target: string): boolean {
  const tier = tierOf(target);
  return tier === 'development' || tier === 'preview';
}

/** `execSync('npx prisma migrate reset --force')` and its kin. */
function startedCommand(
  module: Module,
  node: SyntaxNode,
  callee: SyntaxNode | undefined,
  line: SyntaxNode | undefined,
  knowledge: Knowledge,
): DataLoss | null {
  if (!shells.test(lastName(callee) ?? '')) return null;
  const written = stringPattern(line, module.constants);
  if (written === null || written.length > 2000) return null;
  for (const command of parseShell(written).commands) {
    const match = matchDestructive(command, knowledge);
    if (match === null || !match.skipsPrompt || match.spec.targets.length === 0) continue;
    const verb = match.spec.argv.map((word) => word.split('|')[0] ?? word).join(' ');
    const { destroys, targets } = match.spec;
    return { node, verb, via: 'shell', destroys, targets, loadsEnv: false };
  }
  return null;
}
