import type { Resource } from '../../model/resource.ts';
import { nameTokens } from '../name-tokens.ts';
import { settingAt } from './settings.ts';

/** Words of what is there to be thrown away. */
const passing = new Set(
  'tmp temp temporary scratch cache caches artifact artifacts logs logging log accesslogs athena'.split(
    ' ',
  ),
);
/** Words of a record that somebody will want to read again. */
const records = new Set('audit trail cloudtrail backup backups archive state tfstate'.split(' '));
/** Words of copies. */
const copies = new Set('backup backups bak dump dumps snapshots offsite wal dr'.split(' '));

/** It is called what nobody misses: `…-access-logs`, `…-tmp`. */
export function soundsPassing(resource: Resource, path: string): boolean {
  const words = wordsOf(resource, path);
  return words.some((word) => passing.has(word)) && !words.some((word) => records.has(word));
}

/** It is called what copies are kept in. */
export function soundsLikeCopies(resource: Resource, path: string): boolean {
  return wordsOf(resource, path).some((word) => copies.has(word));
}

/** The name that its vendor will know it by where it is written, and the one that the code gives it. */
function wordsOf(resource: Resource, path: string): readonly string[] {
  const label = resource.name.split('.').at(-1) ?? '';
  return [...nameTokens(spokenName(resource, path)), ...nameTokens(label)];
}

/** The name as it is written; of one that is put together, the words that are always in it. */
function spokenName(resource: Resource, path: string): string {
  const node = settingAt(resource, path);
  if (node?.type === 'scalar') return node.text;
  return node?.type === 'expr' && node.text.startsWith('"')
    ? node.text.replace(/\$\{[^}]{0,500}\}/g, ' ')
    : '';
}
