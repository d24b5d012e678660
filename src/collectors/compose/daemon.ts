import { rawText } from './interpolate.ts';
import { field } from './project.ts';
import { hostPorts } from './service.ts';
import type { Stack } from './stack.ts';

/**
 * Which stacks of a folder can run on one machine beside each other: equal labels. What a developer starts runs elsewhere than what serves users, and
 * two stacks that want the same port or container name, or that change one base file, cannot both be up on one engine.
 */
export function daemonsOf(stacks: readonly Stack[]): ReadonlyMap<Stack, string> {
  const serving = stacks.filter((stack) => !isLaptop(stack) && !stack.isCopy);
  const first = serving.find(({ tier }) => tier === 'production') ?? serving[0];
  return new Map(
    stacks.map((stack) => {
      if (isLaptop(stack)) return [stack, 'laptop'];
      const isApart =
        stack.isCopy || (first !== undefined && first !== stack && collide(first, stack));
      return [stack, isApart ? `machine of ${stack.own.file}` : 'server'];
    }),
  );
}

/** A stage whose data is there to be thrown away. */
export function isLaptop({ tier }: Stack): boolean {
  return tier === 'development' || tier === 'preview';
}

function collide(a: Stack, b: Stack): boolean {
  if (a.project.documents.some((document) => b.project.documents.includes(document))) return true;
  const taken = new Set(claims(a));
  return claims(b).some((claim) => taken.has(claim));
}

function claims({ project, variables }: Stack): readonly string[] {
  return project.services.flatMap((service) => {
    const name = rawText(field(service, 'container_name'));
    const ports = hostPorts(service, variables).map((port) => `port ${port}`);
    return name === null ? ports : [...ports, `name ${name}`];
  });
}
