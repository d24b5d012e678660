import { baseName } from '../../model/source.ts';
import type { SourceText } from '../credential/credential.ts';
import { iniSections, iniValue } from '../ini-sections.ts';

/** The service that a timer starts: the one it names, else the one of its own name. `null` for any other unit. */
export function startedByTimer(document: SourceText): string | null {
  const name = baseName(document.file);
  if (!name.endsWith('.timer')) return null;
  const timer = iniSections(document).find((section) => section.name === 'Timer');
  if (timer === undefined) return null;
  return iniValue(timer, 'unit')?.value.text ?? name.replace(/\.timer$/, '.service');
}
