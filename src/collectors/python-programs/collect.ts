import type { Document } from '../../model/document.ts';
import type { DestructiveCommand, EntityKey, Fact } from '../../model/fact.ts';
import { entityKey, variableKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { folderOf } from '../../model/source.ts';
import {
  commandRelation,
  guardFacts,
  strongestGuards,
  targetRelations,
} from '../../recognize/command/command-guards.ts';
import { commandFacts } from '../../recognize/shell/commands.ts';
import { scriptCalls } from '../../recognize/shell/script-calls.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';
import { startedBy } from '../../recognize/task/started.ts';
import { fileLine } from '../../recognize/task/task-line.ts';
import { guardsOf, type PythonGuards } from './guards.ts';
import { lossesIn, type PythonLoss } from './losses.ts';
import { environmentOf, functionAround, type PythonModule, programOf } from './module.ts';
import { startedCommands } from './started.ts';

const collector = 'python-programs';
/** Losses of one program that are looked at closely. */
const maxLosses = 100;

/** Reads what Python programs destroy, by themselves and through the tools they start. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => factsOf(document, knowledge));

function factsOf(document: Document, knowledge: Knowledge): readonly Fact[] {
  const module = programOf(document);
  if (module === null) return [];
  const losses = lossesIn(module, knowledge).slice(0, maxLosses);
  const guards = guardsOf(module);
  return [
    ...losses.flatMap((loss, position) => lossFacts(loss, position, module, knowledge)),
    ...startedFacts(module, guards, knowledge),
  ].flatMap((fact) => guarded(fact, guards));
}

function lossFacts(
  loss: PythonLoss,
  position: number,
  module: PythonModule,
  knowledge: Knowledge,
): readonly Fact[] {
  const { file } = module;
  const { start, end, targets, provider, verb, via, destroys, recovery, products } = loss;
  const caller = functionAround(module, start);
  const command: DestructiveCommand = {
    kind: 'DestructiveCommand',
    key: entityKey(`${collector}:${file}#loses-${position + 1}`),
    aliases: [],
    name: caller === null ? verb : `${caller} (${verb})`,
    at: { file, start, end },
    collector,
    implied: false,
    confidence: 'medium',
    provider,
    verb,
    via,
    destroys,
    skipsPrompt: true,
    invocations: invocationsOf(module),
    recovery,
    safeVariant: null,
    ...(products === undefined ? {} : { products }),
  };
  const environments = loadedEnvFiles(module);
  const credentials = environmentOf(module).filter(
    (name) => knowledge.credentialByName(name)?.provider === provider,
  );
  return [
    command,
    ...startedBy([fileLine(file)], command),
    // Without a file that says what the variable is there is nothing to say about it.
    ...(environments.length === 0 ? [] : targetRelations(command, targets, environments)),
    ...credentials.map((name) =>
      commandRelation('holds', command, variableKey(name), `${file} reads ${name}`, command.at),
    ),
  ];
}

/** Through tools: what a shell script of the same lines would do. */
function startedFacts(
  module: PythonModule,
  guards: PythonGuards,
  knowledge: Knowledge,
): readonly Fact[] {
  const document = startedCommands(module);
  if (document === null) return [];
  const { file } = module;
  const host = {
    collector,
    key: `${collector}:${file}`,
    shown: file,
    task: null,
    invocations: invocationsOf(module),
    lines: [fileLine(file)],
  };
  const commands = commandFacts(document, scriptVariables(document), knowledge, host);
  return [
    ...commands.map((fact) =>
      fact.kind === 'DestructiveCommand' ? { ...fact, confidence: 'medium' as const } : fact,
    ),
    // What is asked before it, or refused in production, is on no way.
    ...scriptCalls(document, host).filter(
      (fact) => fact.kind !== 'Relation' || guards(fact.at.start).length === 0,
    ),
  ];
}

/** Adds what the program has before a command. */
function guarded(fact: Fact, guardsBefore: PythonGuards): readonly Fact[] {
  if (fact.kind !== 'DestructiveCommand') return [fact];
  const { file, start: place } = fact.at;
  const seen = guardsBefore(place).map(({ strength, start, end }) => ({
    strength,
    at: { file, start, end },
  }));
  const guards = strongestGuards(seen);
  const command = { ...fact, skipsPrompt: fact.skipsPrompt && guards.length === 0 };
  return [command, ...guards.flatMap((guard) => guardFacts(guard, command, 'code'))];
}

function invocationsOf({ file }: PythonModule): readonly string[] {
  return [`python ${file}`, `python3 ${file}`, `./${file}`];
}

/** The env files that `load_dotenv()` looks for, the nearest first; none where the program loads none. */
function loadedEnvFiles({ file, calls }: PythonModule): readonly EntityKey[] {
  const load = calls.find(({ name }) => /(?:^|\.)load_dotenv$/.test(name));
  if (load === undefined) return [];
  const written = load.arguments
    .flatMap(({ tokens }) => tokens)
    .flatMap(({ pieces }) => (pieces[0]?.kind === 'text' ? [pieces[0].text] : []))
    .findLast((text) => /(?:^|\/)\.env[\w.-]*$/.test(text));
  const name = written?.split('/').at(-1) ?? '.env';
  const folders: string[] = [];
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === '') break;
  }
  return folders.map((folder) =>
    entityKey(`environment:${folder === '' ? name : `${folder}/${name}`}`),
  );
}
