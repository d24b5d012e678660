import { at, entries } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isOutsideValue } from '../../recognize/container/outside-value.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';
import { id } from './facts.ts';
import { keyOf } from './place.ts';
import { type Setting, settingsOf } from './service.ts';
import type { Stack } from './stack.ts';

/**
 * Credentials and outside stores that a stack's own file writes out. What a container's variables hold is bound to nothing: a command that runs beside
 * the file does not see them.
 */
export function loginFacts(stack: Stack, knowledge: Knowledge): readonly Fact[] {
  if (isTemplateFile(stack.own.file)) return [];
  const environment = keyOf(stack, 'environment');
  const seen = new Set<number>();
  return ownSettings(stack).flatMap((setting) => {
    const { name, value, keyAt, document } = setting;
    if (seen.has(keyAt.start) || !isOutsideValue(value)) return [];
    seen.add(keyAt.start);
    const input = { name, value, keyAt, document, environment, collector: id, comment: null };
    return factsOfVariable(input, knowledge).filter(({ kind }) => kind !== 'Binding');
  });
}

/** Variables that the stack's own file sets: those of a base it builds on are the base's. */
function ownSettings({ own, project }: Stack): readonly Setting[] {
  const services = entries(at(own.roots[0], 'services'));
  const isOwn = new Set(services.map(({ key }) => key));
  return project.services
    .filter(({ name }) => isOwn.has(name))
    .flatMap(settingsOf)
    .filter(({ document, keyAt }) => document === own && keyAt.file === own.file);
}
