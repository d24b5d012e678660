import { cellWidth } from '../report/text-width.ts';

/**
 * Stands in the bundle where yargs asks for the package of this name, which compiles emoji tables at start-up for 40 ms;
 * help text is ours and needs none of them. `scripts/build.ts` puts it there.
 */
export default function stringWidth(text: string): number {
  return cellWidth(text);
}
