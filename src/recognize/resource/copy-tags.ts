import { type DataEntry, type DataNode, entries } from '../../model/document.ts';
import type { Resource } from '../../model/resource.ts';
import { byDefault, known, type Value, written } from '../../model/value.ts';
import { nameTokens } from '../name-tokens.ts';
import { literal } from './derived-settings.ts';
import { settingAt } from './settings.ts';

/** Names by which whoever makes copies chooses what to copy; words beside them that change nothing about it. */
const COPIES: ReadonlySet<string> = new Set('snapshot snapshots backup backups dlm'.split(' '));
const BESIDE: ReadonlySet<string> = new Set(
  'enable enabled policy schedule plan daily hourly weekly auto automatic automated ebs disk volume data include'.split(
    ' ',
  ),
);
const REFUSALS: ReadonlySet<string> = new Set(
  'disabled disable off false no none never skip exclude excluded'.split(' '),
);
/** Words that turn such a name around: `skip-backup = "true"`. */
const TURNING: ReadonlySet<string> = new Set(
  'skip no exclude excluded disable disabled'.split(' '),
);
const YES: ReadonlySet<string> = new Set(['true', 'yes', '1', 'on']);

/** Whether tags ask for copies: `false` at the tag that tells not to make any, where no other asks for some; absent where none speaks of copies. */
function copiesByTag(resource: Resource): Value<boolean> | undefined {
  const said = tagsOf(resource).flatMap(({ key, value }) => {
    const asks = asksForCopies(key, value);
    return asks === null ? [] : [{ at: value.at, asks }];
  });
  const [first] = said;
  const asking = said.find(({ asks }) => asks);
  return first === undefined ? undefined : written(asking !== undefined, (asking ?? first).at);
}

/** `null` for a tag that does not say whether copies are made. What nobody can read may ask for some. */
function asksForCopies(key: string, value: DataNode): boolean | null {
  const words = nameTokens(key);
  if (!words.some((word) => COPIES.has(word))) return null;
  const others = words.filter((word) => !COPIES.has(word) && !BESIDE.has(word));
  if (value.type !== 'scalar') return true;
  const text = value.text.trim().toLowerCase();
  if (others.length === 0) return !REFUSALS.has(text);
  return others.every((word) => TURNING.has(word)) ? !YES.has(text) : null;
}

/** Tags, or labels as Google calls them. */
function tagsOf(resource: Resource): readonly DataEntry[] {
  return ['tags', 'labels'].flatMap((name) => {
    const node = settingAt(resource, name);
    return node?.type === 'map' ? entries(node) : [];
  });
}

const DATABASES: ReadonlySet<string> = new Set(
  'db database databases postgres postgresql pgdata mysql mariadb mongo mongodb mssql sqlserver oracle cassandra clickhouse'.split(
    ' ',
  ),
);

/** Its address, its name or a tag says that a database lives on it. */
function isForDatabase(resource: Resource): boolean {
  const address = resource.name.slice(resource.name.lastIndexOf('.') + 1);
  const tags = tagsOf(resource)
    .filter(({ key }) =>
      /^(?:name|role|purpose|usage|service|component|app|application)$/i.test(key),
    )
    .map(({ value }) => (value.type === 'scalar' ? value.text : ''));
  return [address, literal(resource, 'name') ?? '', ...tags].some((text) =>
    nameTokens(text.slice(0, 200)).some((word) => DATABASES.has(word)),
  );
}

/**
 * Whether somebody copies a disk, which no vendor does by itself. Whoever makes copies looks for tags: what they say counts, a refusal only on the
 * disk of a database, because scratch disks need no copies. Nothing copies the disk of a database whose stack has no resource that `makers` match.
 */
export function copiesOfDisk(
  resource: Resource,
  makers: RegExp,
  source: string,
): Value<boolean> | undefined {
  const said = copiesByTag(resource);
  if (said !== undefined && known(said) === true) return said;
  if (!isForDatabase(resource)) return undefined;
  if (said !== undefined) return said;
  const isCopied = resource.stack.resources.some(({ type }) => makers.test(type));
  return isCopied ? undefined : byDefault(false, resource.at, source);
}
