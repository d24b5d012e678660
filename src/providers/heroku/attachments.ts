import { type DataStore, entityKey } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import {
  type AttachedStore,
  type Attachment,
  attachedStoreFacts,
  type ToolCommand,
  toolCommands,
} from '../../recognize/platform/attached-stores.ts';
import { keptByAddon } from './addons.ts';
import { type Call, callOf, isText } from './call.ts';
import { copyFacts } from './copies.ts';

type Kept = Pick<DataStore, 'product' | 'holds'>;

/** The apps that the add-ons of one script belong to or are attached to, and those whose data it gives to others. */
export const collect: Collect = ({ documents }) =>
  documents.flatMap((document) => {
    if (document.shape !== 'shell') return [];
    const created = new Map<string, Kept>();
    let attachments: readonly Attachment[] = [];
    for (const tool of toolCommands(document)) {
      const call = callOf(tool);
      const verb = verbs.get(call?.subcommand ?? '');
      if (call === null || verb === undefined) continue;
      const { app } = call;
      // What was attached for a while, as data was copied over, is shared no longer.
      if (verb === 'detach') attachments = attachments.filter((one) => one.app !== app);
      else if (verb === 'attach') attachments = [...attachments, ...attached(call, tool, created)];
      else attachments = [...attachments, ...made(call, tool, created)];
    }
    const origin = {
      collector: 'heroku-attachments',
      provider: 'heroku',
      file: document.file,
    } as const;
    return [...attachedStoreFacts(origin, attachments), ...copyFacts(document)];
  });

const verbs: ReadonlyMap<string, 'create' | 'attach' | 'detach'> = new Map([
  ['addons:create', 'create'],
  ['addons:attach', 'attach'],
  ['addons:detach', 'detach'],
]);

/** An add-on with a name of its own, which nobody else's has. */
function made(
  { operands: [operand = ''], app, flags }: Call,
  { command }: ToolCommand,
  created: Map<string, Kept>,
): readonly Attachment[] {
  const name = flags.get('--name');
  const kept = keptByAddon(operand);
  if (!isText(name) || kept === null) return [];
  created.set(name, kept);
  return [{ app, store: addon(name, kept), because: `${name} is made for ${app}`, at: command.at }];
}

/** A login of its own may do less than the owner's, and nothing here tells what. */
function attached(
  { operands: [operand = ''], app, flags }: Call,
  { command }: ToolCommand,
  created: ReadonlyMap<string, Kept>,
): readonly Attachment[] {
  const login = flags.get('--credential');
  if (login !== undefined && login !== 'default') return [];
  const [owner, alias] = operand.split('::');
  const because = `${operand} is attached to ${app}`;
  if (isText(owner) && isText(alias)) {
    const kept = keptByAlias(alias);
    if (kept === null) return [];
    const store = addon(`${owner}::${alias.replace(/_URL$/, '')}`, kept);
    return [
      { app: owner, store, because: `${operand} is its own`, at: command.at },
      { app, store, because, at: command.at },
    ];
  }
  const kept = created.get(operand) ?? keptByName(operand) ?? keptByAlias(flags.get('--as') ?? '');
  return kept === null ? [] : [{ app, store: addon(operand, kept), because, at: command.at }];
}

function addon(name: string, kept: Kept): AttachedStore {
  return { key: entityKey(`heroku:addon/${name}`), name: `add-on ${name}`, ...kept };
}

/** `postgresql-curved-12345`: what Heroku calls an add-on that was given no name. */
function keptByName(name: string): Kept | null {
  const [, service] = /^(postgresql|redis)-[a-z]+-\d+$/.exec(name) ?? [];
  return service === undefined ? null : keptByAddon(`heroku-${service}`);
}

/** What an app calls an add-on by default, its variable without the end or with it. */
function keptByAlias(alias: string): Kept | null {
  if (/^(?:DATABASE|HEROKU_POSTGRESQL(?:_[A-Z]+)?)(?:_URL)?$/.test(alias))
    return keptByAddon('heroku-postgresql');
  return /^(?:REDIS|HEROKU_REDIS(?:_[A-Z]+)?)(?:_URL)?$/.test(alias)
    ? keptByAddon('heroku-redis')
    : null;
}
