import fc from 'fast-check';
import type { CredentialSpec } from '../src/model/knowledge.ts';

/** Made-up values of a kind, always the same ones: whatever the expression of its shape can produce. */
export function samplesOf(spec: CredentialSpec, count = 60): readonly string[] {
  if (spec.shape === null) return [];
  const whole = new RegExp(`^(?:${spec.shape.source})$`);
  return fc.sample(fc.stringMatching(whole), { numRuns: count, seed: 20_261_121 });
}

/** The same text with one letter or digit changed to another of its class, at the first or the last such place. */
export function misspelt(text: string, place: 'first' | 'last'): string {
  const places = [...text.matchAll(/[A-Za-z0-9]/g)];
  const match = place === 'first' ? places[0] : places.at(-1);
  if (match === undefined) return text;
  const [letter] = match;
  const others = /[0-9]/.test(letter) ? '78' : /[a-z]/.test(letter) ? 'qj' : 'QJ';
  const other = others.startsWith(letter) ? others[1] : others[0];
  return `${text.slice(0, match.index)}${other}${text.slice(match.index + 1)}`;
}
