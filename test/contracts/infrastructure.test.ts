import { expect, it } from 'vitest';
import { createKnowledge, withResources } from '../../src/engine/knowledge.ts';
import { packs } from '../../src/registry.generated.ts';
import { isSourced } from '../pack-claims.ts';

const loaded = await Promise.all(
  packs.map(async (pack) => ({
    id: pack.id,
    resources: (await pack.resources?.())?.resources ?? [],
    modules: (await pack.terraform?.())?.modules ?? [],
    placements: (await pack.terraform?.())?.placements ?? [],
  })),
);
const knowledge = await withResources(createKnowledge(packs, new Uint8Array([1])), packs);

it('what packs know of infrastructure code is sourced', () => {
  const claims = loaded.flatMap(({ id, resources, modules, placements }) => [
    ...resources.map((spec) => [id, spec.types.join(), isSourced(spec)]),
    ...modules.map((spec) => [id, spec.modules.join(), isSourced(spec)]),
    ...placements.map((spec) => [id, spec.providers.join(), isSourced(spec)]),
  ]);
  expect(claims.length).toBeGreaterThan(10);
  expect(claims.filter(([, , sourced]) => sourced !== true)).toEqual([]);
});

it('no type, module or provider belongs to two specs', () => {
  const names = loaded.flatMap(({ resources, modules, placements }) => [
    ...resources.flatMap((spec) => spec.types.map((type) => `type ${type}`)),
    ...modules.flatMap((spec) => spec.modules.map((source) => `module ${source}`)),
    ...placements.flatMap((spec) => spec.providers.map((name) => `provider ${name}`)),
  ]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('what a module makes means something, and refers to what it makes too', () => {
  for (const { makes } of loaded.flatMap(({ modules }) => modules)) {
    const made = makes.map(({ type, name }) => `${type}.${name}`);
    // What completes a resource, such as a bucket's versioning, is read by the spec of that resource.
    expect(makes.some(({ type }) => knowledge.resource(type) !== undefined)).toBe(true);
    for (const { settings } of makes) {
      const targets = Object.values(settings).flatMap(({ refersTo }) => refersTo ?? []);
      for (const target of targets) expect(made).toContain(target);
    }
  }
});
