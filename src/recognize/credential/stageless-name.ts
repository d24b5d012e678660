import { tierOf } from '../tier.ts';

const decorations = new Set([
  'OLD',
  'NEW',
  'BAK',
  'BACKUP',
  'LEGACY',
  'DEPRECATED',
  'TMP',
  'TEMP',
  'V1',
  'V2',
  'NEXT',
  'PUBLIC',
  'VITE',
  'REACT',
  'APP',
  'EXPO',
  'NUXT',
  'GATSBY',
  'TF',
  'VAR',
  'MY',
  'CI',
  'EDGE',
  'AGENT',
]);

/**
 * Names a decorated variable may stand for, longest first: stage, version and public-build words are taken off either end, so that
 * `VITE_RAILWAY_TOKEN` and `RAILWAY_TOKEN_PROD_2` still are what they are.
 */
export function stageless(name: string): readonly string[] {
  const words = wordsOf(name);
  if (words.length < 2 || words.length > 20) return [];
  const found: string[] = [];
  for (let dropped = 0; dropped < words.length; dropped += 1) {
    for (let front = 0; front <= dropped; front += 1) {
      const back = dropped - front;
      const removed = [...words.slice(0, front), ...words.slice(words.length - back)];
      if (!removed.every(isDecoration)) continue;
      const rest = words.slice(front, words.length - back).join('_');
      if (rest !== name) found.push(rest);
    }
  }
  return found;
}

/** `railwayApiToken` and `railway_api_token` are the variable's name in other notations. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[_-]/)
    .filter((word) => word !== '');
}

function isDecoration(word: string): boolean {
  return decorations.has(word) || /^\d{1,3}$/.test(word) || tierOf(word) !== null;
}
