import type { Holds } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import {
  type Attachment,
  attachedStoreFacts,
  type ToolCommand,
  toolCommands,
} from '../../recognize/platform/attached-stores.ts';
import { keyIn, type Origin } from '../../recognize/platform/platform-facts.ts';
import { databasePlugins } from './plugins.ts';

/** What the services of a plugin keep, by its name; what memcached keeps is nobody's loss. */
const plugins: ReadonlyMap<string, Holds> = new Map<string, Holds>([
  ...databasePlugins.map((plugin) => [plugin, 'database'] as const),
  ['redis', 'cache'],
  ['rabbitmq', 'queue'],
  ['nats', 'queue'],
]);

/** One service may hold a database for each app, which a link does not show; whoever makes them by hand means that. */
const ownDatabases = /\bcreate\s+database\b|\bcreatedb\b/i;

/** The apps that the services of one script are linked to in the end. */
export const collect: Collect = ({ documents }) =>
  documents.flatMap((document) => {
    if (document.shape !== 'shell' || ownDatabases.test(document.text)) return [];
    const origin: Origin = { collector: 'dokku-links', provider: 'dokku', file: document.file };
    const links = new Map<string, Attachment>();
    for (const tool of toolCommands(document)) {
      const call = callOf(tool);
      if (call === null) continue;
      const id = `${call.host}/${call.plugin}/${call.service} ${call.app}`;
      if (call.verb === 'unlink') links.delete(id);
      else links.set(id, attachmentOf(call, origin, tool));
    }
    return attachedStoreFacts(origin, [...links.values()]);
  });

interface Call {
  /** Whom the command is sent to, `''` for the machine that runs the script. */
  readonly host: string;
  readonly plugin: string;
  readonly verb: string;
  readonly service: string;
  readonly app: string;
}

/** `dokku postgres:link db app`, `ssh dokku@host postgres:link db app`. Flags stand behind what they are about. */
function callOf({ words }: ToolCommand): Call | null {
  const [program] = words;
  if (program === 'dokku') return callIn(words.slice(1), '');
  if (program !== 'ssh') return null;
  const position = words.findIndex((word) => word?.startsWith('dokku@') === true);
  if (position < 0) return null;
  // The client takes flags of its own behind the host too.
  const rest = words.slice(position + 1);
  const start = rest.findIndex((word) => word?.startsWith('-') !== true);
  return start < 0 ? null : callIn(rest.slice(start), words[position] ?? '');
}

function callIn(words: readonly (string | null)[], host: string): Call | null {
  const [subcommand, service, app] = words;
  const [, plugin = '', verb = ''] = /^([a-z]+):(link|unlink)$/.exec(subcommand ?? '') ?? [];
  if (!plugins.has(plugin) || !isName(service) || !isName(app)) return null;
  return { host, plugin, verb, service, app };
}

function isName(word: string | null | undefined): word is string {
  return word !== null && word !== undefined && /^[a-z0-9][\w.-]{0,100}$/i.test(word);
}

/** Every host has services of its own by the same names, so that a name means one store within one script only. */
function attachmentOf(call: Call, origin: Origin, { command }: ToolCommand): Attachment {
  const { host, plugin, service, app } = call;
  return {
    app,
    store: {
      key: keyIn(origin, `${host}/${plugin}/${service}`),
      name: `${plugin} service ${service}`,
      product: plugin,
      holds: plugins.get(plugin) ?? 'database',
    },
    because: `${service} is linked to ${app}`,
    at: command.at,
  };
}
