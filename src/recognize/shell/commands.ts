import type { ShellCommand, ShellDocument } from '../../model/document.ts';
import type { DestructiveCommand, EntityKey, Fact } from '../../model/fact.ts';
import { entityKey, variableKey, variableOf } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { folderOfCommand } from '../command/command-folder.ts';
import {
  commandRelation,
  guardFacts,
  strongestGuards,
  targetRelations,
} from '../command/command-guards.ts';
import { answersPrompt, matchDestructive } from '../command/command-line.ts';
import { stageFacts } from '../command/command-stage.ts';
import { isMadeBefore } from '../command/made-before.ts';
import { worksOnTests } from '../command/test-target.ts';
import { envFilesOf } from '../credential/env-files.ts';
import { startedBy } from '../task/started.ts';
import { apiCall } from './api-call.ts';
import { assignedStores, assignmentsFor } from './assigned-targets.ts';
import { dataRemoval } from './data-removal.ts';
import type { Found, LostStore, UsedCredential } from './found-command.ts';
import { guardsBefore } from './guards.ts';
import { linesOfHost, type ShellHost } from './shell-host.ts';
import { sqlCommand } from './sql-commands.ts';
import { functionOf, type Variables } from './variables.ts';

/** Destructive commands of one script that are looked at closely; more say nothing new. */
const maxCommands = 100;

/** What a script destroys through a provider's tool or API, what guards it, and with which credential. */
export function commandFacts(
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): readonly Fact[] {
  return factsOfEach(
    document,
    host,
    (command) =>
      byTool(command, document, variables, knowledge, host) ??
      byApi(command, document, variables, knowledge, host) ??
      sqlCommand(command, document, variables, knowledge, host) ??
      dataRemoval(command, variables, host),
  );
}

/** The facts of every command in which `find` finds destruction. */
export function factsOfEach(
  document: ShellDocument,
  host: ShellHost,
  find: (command: ShellCommand) => Found | null,
): readonly Fact[] {
  const counts = new Map<string, number>();
  let total = 0;
  return document.commands.flatMap((command) => {
    if (total >= maxCommands) return [];
    const found = find(command);
    if (found === null) return [];
    total += 1;
    const count = (counts.get(found.verb) ?? 0) + 1;
    counts.set(found.verb, count);
    const name = found.verb.replaceAll(' ', '-');
    const key = entityKey(`${host.key}#${name}${count > 1 ? `-${count}` : ''}`);
    return factsOf(found, key, document, host);
  });
}

function byTool(
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): Found | null {
  const match = matchDestructive(command, knowledge, document.commands);
  if (match === null || worksOnTests(match.argv)) return null;
  if (isMadeBefore(command, match, document.commands)) return null;
  const { spec, provider } = match;
  const set = assignedStores(command, spec.targets, document, variables, knowledge, host);
  return {
    command,
    provider,
    verb: spec.argv.map((word) => word.split('|')[0] ?? word).join(' '),
    via: 'shell',
    destroys: spec.destroys,
    skipsPrompt: match.skipsPrompt || answersPrompt(command, document.commands),
    recovery: spec.recovery,
    safeVariant: spec.safeVariant,
    at: match.at,
    credentials: assignedCredentials(command, provider, document, knowledge, host),
    targets: set === null ? spec.targets : [],
    stores: set ?? [],
    named: match.named,
  };
}

function byApi(
  command: ShellCommand,
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): Found | null {
  const call = apiCall(command, document, variables, knowledge);
  if (call === null) return null;
  const { spec, provider } = call.known;
  const credentials = call.headers.flatMap((header) =>
    header.variables.map((variable) => ({
      variable,
      because: `${host.shown} sends $${variable} in the ${header.name} header`,
      at: header.at,
    })),
  );
  return {
    command,
    provider,
    verb: spec.name,
    via: 'api',
    destroys: spec.destroys,
    skipsPrompt: true,
    recovery: spec.recovery,
    safeVariant: null,
    at: call.at,
    credentials,
    targets: [],
    stores: [],
    named: {},
  };
}

/** Credentials of this provider that the script itself puts into the command's environment. */
function assignedCredentials(
  command: ShellCommand,
  provider: string | null,
  document: ShellDocument,
  knowledge: Knowledge,
  host: ShellHost,
): readonly UsedCredential[] {
  const used = new Map<string, UsedCredential>();
  for (const { name, at } of assignmentsFor(command, document)) {
    if (knowledge.credentialByName(name)?.provider !== provider) continue;
    used.set(name, { variable: name, because: `${host.shown} sets ${name} before it`, at });
  }
  return [...used.values()];
}

function factsOf(
  found: Found,
  key: EntityKey,
  document: ShellDocument,
  host: ShellHost,
): readonly Fact[] {
  const guards = strongestGuards(guardsBefore(document, found.command));
  const owner = host.task ?? functionOf(found.command);
  const folder = folderOfCommand(found.command, document.commands, host.folder ?? null);
  const command: DestructiveCommand = {
    kind: 'DestructiveCommand',
    key,
    aliases: [],
    name: owner === null ? found.verb : `${owner} (${found.verb})`,
    at: found.at,
    collector: host.collector,
    implied: false,
    confidence: 'high',
    provider: found.provider,
    verb: found.verb,
    via: found.via,
    destroys: found.destroys,
    skipsPrompt: found.skipsPrompt && guards.length === 0,
    invocations: host.invocations,
    recovery: found.recovery,
    safeVariant: found.safeVariant,
    ...(folder === undefined ? {} : { folder }),
    ...found.named,
  };
  return [
    command,
    ...startedBy(linesOfHost(host, document, found.command), command),
    ...guards.flatMap((guard) => guardFacts(guard, command, 'script')),
    ...stageFacts(command, found.command, document.commands),
    ...targetRelations(command, found.targets, envFilesOf(found.command, host.folder ?? '')),
    ...found.stores.flatMap((store) => lossFacts(command, store, found)),
    ...found.credentials.map(({ variable, because, at }) =>
      commandRelation('holds', command, variableKey(variable), because, at),
    ),
  ];
}

/** What a command is known to take away: whatever a variable names, with the login in it, or a store that its words declare. */
function lossFacts(
  command: DestructiveCommand,
  { key, because, facts }: LostStore,
  found: Found,
): readonly Fact[] {
  const variable = variableOf(key);
  if (variable !== undefined) {
    return targetRelations(command, [variable], envFilesOf(found.command, command.folder ?? ''));
  }
  return [...facts, commandRelation('destroys', command, key, because, command.at)];
}
