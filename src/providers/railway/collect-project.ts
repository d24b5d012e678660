import type { Document } from '../../model/document.ts';
import type { Backup, Fact, FailureDomain, Holds } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { edge, keyIn, type Origin, storeFact } from '../../recognize/platform/platform-facts.ts';

const backups = 'https://docs.railway.com/reference/backups';
const call =
  /(?:\b(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*=\s*)?\b(project|postgres|mysql|redis|mongo|volume|bucket)\(\s*(["'`])([^"'`\n]{1,80})\3/g;
const schedules = /\bbackupSchedules\s*:\s*\[([^\]]{0,200})\]/g;

const kinds: Readonly<Record<string, readonly [product: string, holds: Holds, title: string]>> = {
  postgres: ['railway-database', 'database', 'Postgres'],
  mysql: ['railway-database', 'database', 'MySQL'],
  mongo: ['railway-database', 'database', 'MongoDB'],
  redis: ['railway-redis', 'cache', 'Redis'],
  volume: ['railway-volume', 'volume', 'volume'],
  bucket: ['railway-bucket', 'bucket', 'bucket'],
};

/** Stores that `.railway/railway.ts` declares, in their project, and the schedules on which Railway copies its volumes. */
export const collect: Collect = (unit) => unit.documents.flatMap(projectFacts);

function projectFacts(document: Document): readonly Fact[] {
  const origin = { collector: 'railway-project', provider: 'railway', file: document.file };
  const calls = [...withoutComments(document).matchAll(call)].slice(0, 200);
  const named = calls.find((match) => match[2] === 'project');
  const project = named === undefined ? null : domainOf(origin, named);
  const facts: Fact[] = project === null ? [] : [project];
  const volumes: {
    readonly variable: string;
    readonly key: Backup['key'];
    readonly name: string;
  }[] = [];
  for (const match of calls) {
    const kind = kinds[match[2] ?? ''];
    if (kind === undefined) continue;
    const [product, holds, title] = kind;
    const name = match[4] ?? '';
    const at = placeOf(origin, match);
    const id = `${match[2]}/${name}`;
    const store = storeFact(
      origin,
      { id, name: `Railway ${title} ${name}`, at },
      { product, holds },
    );
    facts.push(store);
    if (project !== null) {
      facts.push(
        edge('placed-in', store, project, `${document.file} declares it in ${project.name}`, at),
      );
    }
    if (holds === 'volume') volumes.push({ variable: match[1] ?? '', key: store.key, name });
  }
  return [...facts, ...scheduleFacts(document, origin, volumes)];
}

/** A schedule belongs to the volume that is named right before it, or to the only one. */
function scheduleFacts(
  document: Document,
  origin: Origin,
  volumes: readonly {
    readonly variable: string;
    readonly key: Backup['key'];
    readonly name: string;
  }[],
): readonly Fact[] {
  const text = withoutComments(document);
  return [...text.matchAll(schedules)].slice(0, 50).flatMap((match, index): readonly Fact[] => {
    const before = text.slice(Math.max(0, match.index - 200), match.index);
    const owner = volumes.length === 1 ? volumes[0] : nearest(before, volumes);
    if (owner === undefined) return [];
    const at: SourceRange = {
      file: document.file,
      start: match.index,
      end: match.index + match[0].length,
    };
    const days = daysOf(match[1] ?? '');
    const backup: Backup = {
      kind: 'Backup',
      key: keyIn(origin, `backups/${owner.name}/${index}`),
      aliases: [],
      name: `Railway's backups of volume ${owner.name}`,
      at,
      collector: origin.collector,
      implied: false,
      confidence: 'high',
      method: 'snapshot',
      retentionDays: days === null ? unknown('interpolated', at) : written(days, at),
      survivesSourceDeletion: byDefault(false, at, backups),
    };
    const because = 'Railway copies it on this schedule';
    return [backup, edge('backs-up', backup, { key: owner.key }, because, at)];
  });
}

/** The volume whose variable is named last. */
function nearest<V extends { readonly variable: string }>(
  text: string,
  volumes: readonly V[],
): V | undefined {
  let found: V | undefined;
  let last = -1;
  for (const volume of volumes) {
    const position = volume.variable === '' ? -1 : text.lastIndexOf(volume.variable);
    if (position > last) [found, last] = [volume, position];
  }
  return found;
}

/** Daily backups are kept 6 days, weekly ones a month, monthly ones three: the longest counts. */
function daysOf(list: string): number | null {
  if (list.includes('MONTHLY')) return 90;
  if (list.includes('WEEKLY')) return 30;
  return list.includes('DAILY') ? 6 : null;
}

function domainOf(origin: Origin, match: RegExpMatchArray): FailureDomain {
  const name = match[4] ?? '';
  return {
    kind: 'FailureDomain',
    key: entityKey(`railway:project-name/${name}`),
    aliases: [],
    name: `Railway project ${name}`,
    at: placeOf(origin, match),
    collector: origin.collector,
    implied: false,
    confidence: 'high',
    level: 'project',
  };
}

/** From the call's own name to the name it is given. */
function placeOf(origin: Origin, match: RegExpMatchArray): SourceRange {
  const end = (match.index ?? 0) + match[0].length;
  const start = (match.index ?? 0) + match[0].search(new RegExp(`\\b${match[2] ?? ''}\\(`));
  return { file: origin.file, start, end };
}

/** The text with comments blanked, so that offsets stay. */
function withoutComments({ text }: Document): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
}
