import type { RulePattern } from '../../model/permission.ts';

/**
 * Whether a rule would also catch what another one names, so that it must not stand on a stricter list beside it. Paths and expressions are taken to
 * catch nothing: no list of commands or tools is written in them.
 */
export function patternCovers(wide: RulePattern, narrow: RulePattern): boolean {
  if (wide.type === 'any') return true;
  if (narrow.type === 'any') return false;
  const text = narrow.text.replace(/[\s:]*\*+$/, '');
  switch (wide.type) {
    case 'exact':
      return wide.text === text;
    case 'prefix':
      return text.startsWith(wide.text) && /^(?:$|\W)/.test(text.slice(wide.text.length));
    case 'glob':
      return globCovers(wide.text, text);
    case 'regex':
    case 'path':
      return false;
  }
}

/** A space and a star at the end may both be missing. */
function globCovers(glob: string, text: string): boolean {
  const parts = glob.replace(/ \*$/, '*').split('*');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return glob === text;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
