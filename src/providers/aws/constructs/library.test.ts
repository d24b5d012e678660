import { expect, it } from 'vitest';
import { isSourced } from '../../../../test/pack-claims.ts';
import { library } from './library.ts';

it('every claim has a source, and no construct is claimed twice', () => {
  const { constructs, removals } = library;
  for (const claim of [...constructs, ...removals]) expect(isSourced(claim)).toBe(true);
  const names = constructs.flatMap((spec) => spec.names);
  expect(new Set(names).size).toBe(names.length);
  const types = removals.flatMap((spec) => spec.types);
  expect(new Set(types).size).toBe(types.length);
});

it('plain constructs make the type that they are called after', () => {
  const plain = library.constructs.filter(({ names }) => names[0]?.includes('.Cfn'));
  for (const { names, type, removal } of plain) {
    expect(names[0]?.split('.Cfn')[1]).toBe(type.split('::')[2]);
    expect(removal).toBeNull();
  }
});

it('settings of a name lead to names of a template', () => {
  const names = library.constructs.flatMap(({ settings, defaults, mayHold }) => [
    ...Object.entries(settings).flat(),
    ...Object.keys(defaults),
    ...mayHold,
  ]);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$/);
});
