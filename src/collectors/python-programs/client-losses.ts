import type { CommandClientSpec, Knowledge } from '../../model/knowledge.ts';
import {
  type PythonArgument,
  type PythonCall,
  stringPieces,
} from '../../recognize/python/calls.ts';
import type { PythonLoss } from './losses.ts';
import type { PythonModule } from './module.ts';

/** Who works by the age of copies clears out the old ones by a rule, which automation is there for. */
const clearsOut = /retention|retain|timedelta|older|expire|max_age|\bage\b|\bkeep\b/i;
/** Stands for a value that only a run can tell. */
const computed = '…';

/** Tokens of a chain of calls that are looked through. */
const maxChain = 200;

/** A client of one service. */
interface Client {
  /** As the tool calls it. */
  readonly service: string;
  /** What it is assigned to: `rds`, `self.rds`; `null` where a method is called on it at once. */
  readonly name: string | null;
  readonly call: PythonCall;
}

/** Methods of clients that do what a destructive command of the vendor's tool does. */
export function clientLosses(module: PythonModule, knowledge: Knowledge): readonly PythonLoss[] {
  return knowledge.providers.flatMap(({ commandClients }) =>
    (commandClients ?? []).flatMap((spec) =>
      imports(module, spec.module) && !spec.fakes.some((fake) => imports(module, fake))
        ? lossesOf(spec, module, knowledge)
        : [],
    ),
  );
}

function lossesOf(
  spec: CommandClientSpec,
  module: PythonModule,
  knowledge: Knowledge,
): readonly PythonLoss[] {
  return [
    ...methodLosses(spec, clientsOf(spec.factory, spec, module), module, knowledge),
    ...(clientsOf(spec.resourceFactory, spec, module).length === 0
      ? []
      : emptyingLosses(spec, module, knowledge)),
  ];
}

function methodLosses(
  spec: CommandClientSpec,
  clients: readonly Client[],
  module: PythonModule,
  knowledge: Knowledge,
): readonly PythonLoss[] {
  if (clients.length === 0) return [];
  return module.calls.flatMap((call): readonly PythonLoss[] => {
    const method = /\.([a-z][a-z0-9_]{2,80})$/.exec(call.name)?.[1];
    if (method === undefined || spec.unjudged.includes(method)) return [];
    const client = clientOf(call, call.name.slice(0, -method.length - 1), clients, module);
    const words = client === undefined ? null : wordsOf(call, module);
    if (client === undefined || words === null) return [];
    const argv = [spec.program, client.service, method.replaceAll('_', '-'), ...words];
    return lossOf(call, `${method}()`, argv, module, knowledge);
  });
}

/** `bucket.objects.all().delete()`, `bucket.objects.delete()`. What is filtered before is a part of it. */
function emptyingLosses(
  { emptied, program }: CommandClientSpec,
  module: PythonModule,
  knowledge: Knowledge,
): readonly PythonLoss[] {
  const lists = new Map(
    module.calls.map((call) => [call.end, /\.(\w+)\.all$/.exec(call.name)?.[1]]),
  );
  return module.calls.flatMap((call): readonly PythonLoss[] => {
    const before = module.tokens[call.position - 1];
    const list =
      call.name === '.delete'
        ? lists.get(before?.end ?? -1)
        : /\.(\w+)\.delete$/.exec(call.name)?.[1];
    const words = list !== undefined && Object.hasOwn(emptied, list) ? emptied[list] : undefined;
    if (words === undefined || call.arguments.length > 0) return [];
    return lossOf(call, `${list}.delete()`, [program, ...words.split(' ')], module, knowledge);
  });
}

function lossOf(
  { start, end }: PythonCall,
  verb: string,
  argv: readonly string[],
  module: PythonModule,
  knowledge: Knowledge,
): readonly PythonLoss[] {
  const known = knowledge.command(argv);
  if (known === undefined) return [];
  const { provider } = known;
  const { destroys, recovery, products } = known.spec;
  if (destroys === 'backup' && clearsOut.test(module.text)) return [];
  const loss = { start, end, provider, verb, via: 'api', destroys, recovery, targets: [] } as const;
  return [{ ...loss, ...(products === undefined ? {} : { products }) }];
}

/** `import boto3`, `from moto import mock_aws`. */
function imports({ tokens }: PythonModule, module: string): boolean {
  return tokens.some(
    ({ text }, position) =>
      text === module && /^(?:import|from)$/.test(tokens[position - 1]?.text ?? ''),
  );
}

/** The clients that a module makes. One that is sent elsewhere, or to nobody knows where, is none of the vendor's. */
function clientsOf(
  factory: string,
  spec: CommandClientSpec,
  { calls, tokens, constants }: PythonModule,
): readonly Client[] {
  return calls.flatMap((call): readonly Client[] => {
    if (!call.name.endsWith(`.${factory}`)) return [];
    const { arguments: given } = call;
    if (given.some(({ keyword, tokens: [first] }) => keyword === spec.endpoint || isOpen(first)))
      return [];
    const named = given.find(({ keyword }) => keyword === null || keyword === 'service_name');
    const [piece, ...others] = stringPieces(named?.tokens ?? [], constants) ?? [];
    if (piece?.kind !== 'text' || others.length > 0) return [];
    const service = spec.services[piece.text] ?? piece.text;
    return [{ service, name: assignedName(tokens, call.position), call }];
  });
}

/** `**options`: what stands in it is not looked for. */
function isOpen(first: PythonArgument['tokens'][number] | undefined): boolean {
  return first?.text === '*';
}

/** What the value that a call ends is assigned to: the name before `=`, with what it belongs to. */
function assignedName(tokens: PythonModule['tokens'], position: number): string | null {
  const equals = startOfValue(tokens, position) - 1;
  if (tokens[equals]?.text !== '=') return null;
  return tokens
    .slice(startOfName(tokens, equals - 1), equals)
    .map(({ text }) => text)
    .join('');
}

/** The calls before it in one chain belong to the value too: `Session(…).client(…)`. */
function startOfValue(tokens: PythonModule['tokens'], position: number): number {
  if (tokens[position]?.text !== '.' || tokens[position - 1]?.text !== ')') return position;
  let depth = 0;
  for (let at = position - 1; at >= Math.max(0, position - maxChain); at -= 1) {
    const { kind, text } = tokens[at] ?? {};
    if (kind === 'sign' && text === ')') depth += 1;
    if (kind === 'sign' && text === '(') depth -= 1;
    if (depth > 0) continue;
    return startOfName(tokens, at - 1);
  }
  return position;
}

function startOfName(tokens: PythonModule['tokens'], last: number): number {
  let first = last;
  while (tokens[first - 1]?.text === '.' && tokens[first - 2]?.kind === 'name') first -= 2;
  return first;
}

/** The client that a method belongs to: the one made right before its dot, else the last that was given the name. */
function clientOf(
  call: PythonCall,
  owner: string,
  clients: readonly Client[],
  { tokens }: PythonModule,
): Client | undefined {
  if (owner !== '')
    return clients.findLast(({ name, call: made }) => name === owner && made.start < call.start);
  const before = tokens[call.position - 1];
  return clients.find(({ call: made }) => made.end === before?.end);
}

/** The arguments as flags of the tool; `null` where some of them are not written out. */
function wordsOf(call: PythonCall, { constants }: PythonModule): readonly string[] | null {
  const words: string[] = [];
  for (const { keyword, tokens } of call.arguments) {
    if (keyword === null) return null;
    const flag = `--${kebab(keyword)}`;
    const [value] = tokens;
    const isAlone = tokens.length === 1;
    if (isAlone && value?.text === 'True') words.push(flag);
    else if (isAlone && value?.text === 'False') words.push(flag, 'false');
    else if (isAlone && value?.kind === 'number') words.push(flag, value.text);
    else {
      const pieces = stringPieces(tokens, constants) ?? [];
      const text = pieces.map((piece) => (piece.kind === 'text' ? piece.text : computed)).join('');
      words.push(flag, text === '' || text.startsWith('-') ? computed : text);
    }
  }
  return words;
}

/** `DBInstanceIdentifier` is `db-instance-identifier`. */
function kebab(name: string): string {
  return name
    .slice(0, 100)
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}
