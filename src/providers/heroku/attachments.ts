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

type Kept = Pick<DataStore, 'product' | 'holds'>;

/** The apps that the add-ons of one script belong to or are attached to. */
export const collect: Collect = ({ documents }) =>
  documents.flatMap((document) => {
    if (document.shape !== 'shell') return [];
    const created = new Map<string, Kept>();
    let attachments: readonly Attachment[] = [];
    for (const tool of toolCommands(document)) {
      const call = callOf(tool);
      if (call === null) continue;
      const { verb, app } = call;
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
    return attachedStoreFacts(origin, attachments);
  });

interface Call {
  readonly verb: 'create' | 'attach' | 'detach';
  /** Plan, add-on or attachment that it is about. */
  readonly operand: string;
  /** The app it works on, by its name or by that of a git remote. */
  readonly app: string;
  readonly flags: ReadonlyMap<string, string | null>;
}

const verbs: ReadonlyMap<string, Call['verb']> = new Map([
  ['addons:create', 'create'],
  ['addons:attach', 'attach'],
  ['addons:detach', 'detach'],
]);
const valued = new Set(
  '-a --app -r --remote --as --name --credential --confirm --follow --fork'.split(' '),
);

/** `heroku addons:attach OPERAND -a APP`; without an app the folder decides, which no script shows. */
function callOf({ words }: ToolCommand): Call | null {
  const verb = verbs.get(words[1] ?? '');
  if (words[0] !== 'heroku' || verb === undefined) return null;
  const flags = new Map<string, string | null>();
  const operands: (string | null)[] = [];
  for (let position = 2; position < words.length; position += 1) {
    const word = words[position] ?? null;
    const glued = /^(--[a-z-]+)=(.*)$/.exec(word ?? '');
    if (glued !== null) flags.set(glued[1] ?? '', glued[2] ?? '');
    else if (word !== null && valued.has(word)) {
      position += 1;
      flags.set(word, words[position] ?? null);
    } else if (word?.startsWith('-') !== true) operands.push(word);
  }
  const app = ['--app', '-a', '--remote', '-r'].map((flag) => flags.get(flag)).find(isText);
  const [operand] = operands;
  if (!isText(operand) || !isText(app) || !/^[a-z0-9][\w-]{0,60}$/i.test(app)) return null;
  return { verb, operand, app, flags };
}

function isText(word: string | null | undefined): word is string {
  return word !== null && word !== undefined && word !== '';
}

/** An add-on with a name of its own, which nobody else's has. */
function made(
  { operand, app, flags }: Call,
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
  { operand, app, flags }: Call,
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
