import type { DestructiveCommand } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { addressName } from '../../recognize/credential/address-name.ts';
import { type PythonCall, stringPieces } from '../../recognize/python/calls.ts';
import type { PythonToken } from '../../recognize/python/tokens.ts';
import { firstLoss } from '../../recognize/shell/sql-commands.ts';
import { tierOf } from '../../recognize/tier.ts';
import { clientLosses } from './client-losses.ts';
import { environmentOf, type PythonModule } from './module.ts';

/** A call that loses something, before it becomes facts. */
export interface PythonLoss
  extends Pick<
    DestructiveCommand,
    'provider' | 'verb' | 'via' | 'destroys' | 'recovery' | 'products'
  > {
  readonly start: number;
  readonly end: number;
  /** Variables that name the database it works on. */
  readonly targets: readonly string[];
}

/** Calls that lose something by themselves: SQL, a library that drops tables, requests to an API. */
export function lossesIn(module: PythonModule, knowledge: Knowledge): readonly PythonLoss[] {
  return [
    ...module.calls.flatMap(
      (call) =>
        sqlLoss(call, module) ??
        libraryLoss(call, module, knowledge) ??
        httpLoss(call, module, knowledge) ??
        [],
    ),
    ...mutations(module, knowledge),
    ...clientLosses(module, knowledge),
  ].sort((a, b) => a.start - b.start);
}

function sqlLoss(call: PythonCall, module: PythonModule): PythonLoss | null {
  if (!/\.(?:execute|executescript|exec_driver_sql)$/.test(call.name)) return null;
  const sql = textOf(call.arguments[0]?.tokens ?? [], module, '…');
  const verb = sql === null ? undefined : firstLoss(sql);
  if (verb === undefined) return null;
  const targets = addressesOf(module);
  return {
    ...placeOf(call),
    provider: null,
    verb,
    via: 'sql',
    destroys: 'database',
    recovery: null,
    targets,
  };
}

function libraryLoss(
  call: PythonCall,
  module: PythonModule,
  knowledge: Knowledge,
): PythonLoss | null {
  for (const { calls } of knowledge.providers) {
    const spec = calls?.find(
      ({ method, when }) => method.includes('.') && when === 'always' && call.name.endsWith(method),
    );
    if (spec === undefined || !/(?:^|\.)$/.test(call.name.slice(0, -spec.method.length))) continue;
    const own = addressesOf(module);
    const targets = own.length > 0 ? own : spec.targets;
    const verb = `${spec.method}()`;
    return {
      ...placeOf(call),
      provider: null,
      verb,
      via: 'sql',
      destroys: spec.destroys,
      recovery: null,
      targets,
    };
  }
  return null;
}

/** `requests.delete(url)`, `client.request("DELETE", url)`. */
function httpLoss(call: PythonCall, module: PythonModule, knowledge: Knowledge): PythonLoss | null {
  const verb = /\.(delete|post|put|patch|request)$/.exec(call.name)?.[1];
  if (verb === undefined) return null;
  const texts = call.arguments
    .filter(({ keyword }) => keyword === null || keyword === 'url' || keyword === 'method')
    .flatMap(({ tokens }) => textOf(tokens, module, '{}') ?? []);
  const url = texts.find((text) => /^https?:\/\//.test(text));
  const method = verb === 'request' ? texts.find((text) => /^[A-Z]{3,7}$/i.test(text)) : verb;
  if (url === undefined || method === undefined) return null;
  const known = httpOperation(method.toUpperCase(), url, knowledge);
  if (known === undefined) return null;
  const { name, destroys, recovery } = known.spec;
  return {
    ...placeOf(call),
    provider: known.provider,
    verb: name,
    via: 'api',
    destroys,
    recovery,
    targets: [],
  };
}

/** Documents of GraphQL that a module writes out, where it names the host of the API too. */
function mutations(module: PythonModule, { providers }: Knowledge): readonly PythonLoss[] {
  const documents = module.tokens.filter(
    ({ kind, text }) => kind === 'string' && /\bmutation\b/.test(text),
  );
  if (documents.length === 0) return [];
  return providers.flatMap(({ id, api }) => {
    if (!api?.hosts.some((host) => module.text.includes(host))) return [];
    return api.operations.flatMap((spec) =>
      spec.transport !== 'graphql'
        ? []
        : documents.flatMap((token): readonly PythonLoss[] => {
            const found = new RegExp(`(?:^|\\W)(${spec.name})\\s*\\(`).exec(token.text);
            if (found?.[1] === undefined) return [];
            const start = token.start + found.index + found[0].indexOf(found[1]);
            const end = start + found[1].length;
            const { name, destroys, recovery } = spec;
            return [
              { start, end, provider: id, verb: name, via: 'api', destroys, recovery, targets: [] },
            ];
          }),
    );
  });
}

/** Variables with the address of the database; one of tests says that it is none of production. */
function addressesOf(module: PythonModule): readonly string[] {
  const read = environmentOf(module).filter((name) => addressName.test(name));
  return read.some((name) => tierOf(name) === 'development') ? [] : read;
}

function textOf(
  tokens: readonly PythonToken[],
  { constants }: PythonModule,
  hole: string,
): string | null {
  const pieces = stringPieces(tokens, constants);
  return pieces?.map((piece) => (piece.kind === 'text' ? piece.text : hole)).join('') ?? null;
}

function placeOf({ start, end }: PythonCall): { readonly start: number; readonly end: number } {
  return { start, end };
}
