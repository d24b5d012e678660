import type { Fact } from '../model/fact.ts';
import type { FilePath } from '../model/source.ts';
import type { Lens } from './lens.ts';
import { createLens } from './lens.ts';
import { placeText } from './path-text.ts';
import { printable } from './printable.ts';
import type { PlaceView } from './view.ts';

/** Parts of a fact that are no use outside one run, or could tell two secrets apart. */
const hidden = new Set(['digest']);
/** Shown in the headline, or too long for a line. */
const common = new Set([
  'habits',
  'kind',
  'key',
  'name',
  'at',
  'rel',
  'from',
  'to',
  'because',
  'variable',
  'entity',
]);

/** What riskscan understood: every entity, relation and binding with its place, in the order given. */
export function renderFacts(
  facts: readonly Fact[],
  texts: ReadonlyMap<FilePath, string>,
  format: 'text' | 'json',
): string {
  const lens = createLens(texts);
  if (format === 'json') {
    const data = facts.map((fact) => plain(fact, lens));
    return `${JSON.stringify({ schemaVersion: 1, facts: data }, null, 2)}\n`;
  }
  if (facts.length === 0) return 'No facts: no file here is one that riskscan understands.\n';
  return facts.map((fact) => `${factText(fact, lens)}\n`).join('');
}

function factText(fact: Fact, lens: Lens): string {
  const place = lens.locate(fact.at, '');
  const where = placeText({ ...place, file: printable(place.file) });
  const details = Object.entries(fact)
    .filter(([name]) => !common.has(name) && !hidden.has(name))
    .map(([name, value]) => `${name}=${detailText(value, lens)}`)
    .filter((text) => !/=(?:\[\]|null|false)?$/.test(text));
  return [
    `${fact.kind} ${headline(fact, lens)}`,
    `  ${where}`,
    ...(details.length > 0 ? [`  ${details.join(' ')}`] : []),
  ].join('\n');
}

function headline(fact: Fact, lens: Lens): string {
  switch (fact.kind) {
    case 'Relation':
      return `${lens.clean(fact.from)} ${fact.rel} ${lens.clean(fact.to)}: ${lens.clean(fact.because)}`;
    case 'Binding':
      return `${lens.clean(fact.variable)} = ${lens.clean(fact.entity)}`;
    default:
      return `"${lens.clean(fact.name)}" ${lens.clean(fact.key)}`;
  }
}

function detailText(value: unknown, lens: Lens): string {
  if (typeof value === 'string') return lens.clean(value);
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : `[${value.map((item) => detailText(item, lens)).join(', ')}]`;
  if (!isRecord(value)) return String(value);
  if ('state' in value)
    return value['state'] === 'unknown' ? 'unknown' : detailText(value['value'], lens);
  return Object.values(value)
    .map((part) => detailText(part, lens))
    .join(':');
}

/** The fact as data: ranges become places, text is cleaned, per-run digests are dropped. */
function plain(value: unknown, lens: Lens): unknown {
  if (typeof value === 'string') return lens.clean(value);
  if (Array.isArray(value)) return value.map((item) => plain(item, lens));
  if (!isRecord(value)) return value;
  const place = asPlace(value, lens);
  if (place !== null) return place;
  const entries = Object.entries(value).filter(([name]) => !hidden.has(name));
  return Object.fromEntries(entries.map(([name, part]) => [name, plain(part, lens)]));
}

function asPlace(
  value: Readonly<Record<string, unknown>>,
  lens: Lens,
): Omit<PlaceView, 'label'> | null {
  const { file, start, end } = value;
  if (typeof file !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null;
  const { label: _, ...place } = lens.locate({ file: file as FilePath, start, end }, ''); // only ranges have this shape
  return place;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
