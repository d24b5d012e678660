import { expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { settingOf, terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge } from '../../engine/knowledge.ts';

const knowledge = createKnowledge([], new Uint8Array(32));
const resourcesOf = (text: string) => terraformTree({ 'main.tf': text }, knowledge).resources;
const repeated = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

it('a local that depends on itself is unknown', () => {
  const [one] = resourcesOf(
    'locals {\n  a = local.b\n  b = local.c\n  c = "${local.a}!"\n  d = try(local.a, "x")\n}\nresource "x_y" "z" {\n  a = local.a\n  d = local.d\n  e = false && local.a\n}',
  );
  expect(['a', 'd', 'e'].map((name) => settingOf(one, name))).toEqual([
    'unknown',
    'unknown',
    false,
  ]);
});

it('modules that call one another end', () => {
  const files = {
    'main.tf': 'module "a" {\n  source = "./a"\n}',
    'a/main.tf':
      'module "b" {\n  source = "../b"\n  x = module.b.x\n}\nmodule "c" {\n  source = "../b"\n}\noutput "x" {\n  value = module.b.x\n}',
    'b/main.tf':
      'variable "x" {\n  default = 1\n}\nmodule "a" {\n  source = "../a"\n}\nmodule "d" {\n  source = "../a"\n}\nresource "x_y" "z" {\n  v = var.x\n}\noutput "x" {\n  value = module.a.x\n}',
  };
  expect(terraformTree(files, knowledge).resources.length).toBeLessThanOrEqual(20_000);
});

it('a module that calls itself is a root, and ends', () => {
  const { facts } = terraformTree(
    { 'main.tf': 'module "me" {\n  source = "./"\n}\nresource "x_y" "z" {}' },
    knowledge,
  );
  expect(ofKind(facts, 'InfraStack')).toHaveLength(1);
});

it('instances without end are one', () => {
  expect(resourcesOf('resource "x_y" "z" {\n  count = 1000000000\n}')).toHaveLength(1);
  expect(
    resourcesOf(
      'resource "x_y" "z" {\n  for_each = toset([for n in range(4000) : tostring(n)])\n}',
    ),
  ).toHaveLength(1);
  expect(resourcesOf('resource "x_y" "z" {\n  for_each = range(100000000)\n}')).toHaveLength(1);
  expect(resourcesOf('resource "x_y" "z" {\n  count = -1\n}')).toHaveLength(1);
});

it('ten thousand resources are read', () => {
  const text = repeated(
    10_000,
    (index) => `resource "x_y" "z${index}" {\n  a = local.l${index % 50}\n}`,
  );
  const locals = `locals {\n${repeated(50, (index) => `  l${index} = ${index === 0 ? '"start"' : `"\${local.l${index - 1}}-${index}"`}`)}\n}\n`;
  const resources = resourcesOf(`${locals}${text}`);
  expect(resources).toHaveLength(10_000);
  expect(settingOf(resources[1], 'a')).toBe('start-1');
});

it('a long chain of locals and texts that double end', () => {
  const chain = `locals {\n${repeated(20_000, (index) => `  l${index} = ${index === 0 ? '1' : `local.l${index - 1}`}`)}\n}\nresource "x_y" "z" {\n  a = local.l19999\n  b = local.l100\n}`;
  const [one] = resourcesOf(chain);
  expect(settingOf(one, 'a')).toBe('unknown');
  const doubling = `locals {\n${repeated(60, (index) => `  l${index} = ${index === 0 ? '"ab"' : `"\${local.l${index - 1}}\${local.l${index - 1}}"`}`)}\n}\nresource "x_y" "z" {\n  a = local.l59\n}`;
  expect(settingOf(resourcesOf(doubling)[0], 'a')).toBe('unknown');
  const lists = `locals {\n${repeated(40, (index) => `  l${index} = ${index === 0 ? '[1]' : `concat(local.l${index - 1}, local.l${index - 1})`}`)}\n}\nresource "x_y" "z" {\n  a = length(local.l39)\n}`;
  expect(settingOf(resourcesOf(lists)[0], 'a')).toBeLessThanOrEqual(5_000);
  const nested = `locals {\n${repeated(60, (index) => `  l${index} = ${index === 0 ? '1' : `[local.l${index - 1}, local.l${index - 1}]`}`)}\n}\nresource "x_y" "z" {\n  a = local.l59\n}`;
  expect(JSON.stringify(settingOf(resourcesOf(nested)[0], 'a')).length).toBeLessThan(1_000_000);
  const compared =
    'locals {\n  big = [for n in range(5000) : "x${n}"]\n  a = [for n in range(5000) : [for m in range(5000) : local.big == concat(local.big, [m])]]\n}\nresource "x_y" "z" {\n  a = local.a\n}';
  expect(resourcesOf(compared).map((one) => settingOf(one, 'a'))).toHaveLength(1);
});

it('broken, empty and deep files give no error', () => {
  const files = {
    'main.tf': 'resource "x_y" {\n',
    'b.tf': `resource "x_y" "z" {\n  a = ${'('.repeat(5_000)}1${')'.repeat(5_000)}\n}`,
    'c.tf': '',
    'd.tf': `${'block {\n'.repeat(500)}${'}\n'.repeat(500)}`,
    'e.tf.json': '{"resource": {"x_y": {"w": [{"a": "${var.q}"}]}}, "module": 7, "variable": []}',
    'f.tfvars': 'a = = b',
    'g.tf': 'variable {}\nmodule {}\nlocals "x" {}\nprovider {}\nterraform {\n  backend {}\n}',
  };
  expect(() => terraformTree(files, knowledge)).not.toThrow();
});
