import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import {
  addressFacts,
  connectionPartFacts,
  type NamedSetting,
  type PartsOwner,
} from '../../recognize/credential/connection-parts.ts';
import {
  type ConnectionUrl,
  parseConnectionUrl,
} from '../../recognize/credential/connection-url.ts';
import { parseKeyedAddress } from './keyed-address.ts';
import type { Setting } from './settings.ts';

const hosts = /(?:^|\.)(?:host|hostname|server|endpoint)$/;
/** What stands beside the host of a database and beside no other host. */
const marks = 'database dbname dbpath db adapter dialect engine client driver'.split(' ');
const databases = 'database dbname db name path';
const users = 'username user userid uid';
const passwords = 'password pass passwd pwd';

/** Databases that settings lead to, in one address or in parts. */
export function connectionsIn(
  settings: readonly Setting[],
  owner: PartsOwner,
  knowledge: Knowledge,
): readonly Fact[] {
  const byPath = new Map(settings.map((setting) => [setting.path, setting]));
  const facts: Fact[] = [];
  for (const setting of settings) {
    const parent = setting.path.slice(0, setting.path.lastIndexOf('.') + 1);
    const beside = (names: string): NamedSetting | undefined => {
      for (const name of names.split(' ')) {
        const found = byPath.get(`${parent}${name}`);
        if (found !== undefined && found !== setting) return found;
      }
      return undefined;
    };
    const url = addressOf(setting);
    if (url !== null) {
      const password = url.password === null ? beside(passwords) : undefined;
      const user = beside(users);
      const whole = {
        ...url,
        user: url.user ?? textOf(user),
        password: url.password ?? textOf(password),
      };
      facts.push(...addressFacts({ url: whole, address: setting, password }, owner, knowledge));
    } else if (hosts.test(setting.path) && marks.some((name) => byPath.has(`${parent}${name}`))) {
      const parts = {
        engine: textOf(
          beside('adapter dialect engine client driver type') ?? above(byPath, parent),
        ),
        host: setting,
        port: beside('port'),
        database: beside(databases),
        user: beside(users),
        password: beside(passwords),
      };
      facts.push(...connectionPartFacts(parts, owner, knowledge));
    }
  }
  // A program reads these itself; no command beside the file sees them as variables.
  return facts.filter(({ kind }) => kind !== 'Binding');
}

/** Knex names its client one level above the connection. */
function above(byPath: ReadonlyMap<string, Setting>, parent: string): NamedSetting | undefined {
  const outer = parent.slice(0, parent.slice(0, -1).lastIndexOf('.') + 1);
  return byPath.get(`${outer}client`) ?? byPath.get(`${outer}dialect`);
}

/** The address that a setting writes out. */
function addressOf({ value, path }: Setting): ConnectionUrl | null {
  if (value.type !== 'scalar') return null;
  return parseConnectionUrl(value.text) ?? parseKeyedAddress(value.text, path);
}

function textOf(setting: NamedSetting | undefined): string | null {
  if (setting?.value.type !== 'scalar' || setting.value.value === null) return null;
  return setting.value.text === '' ? null : setting.value.text;
}
