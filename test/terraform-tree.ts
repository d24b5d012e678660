import { collect } from '../src/collectors/terraform/collect.ts';
import { wholeTree } from '../src/collectors/terraform/group.ts';
import { parse as parseHcl } from '../src/formats/hcl/parse.ts';
import { parse as parseJson } from '../src/formats/json/parse.ts';
import { parse as parseText } from '../src/formats/text/parse.ts';
import type { DataNode, Document } from '../src/model/document.ts';
import type { Fact } from '../src/model/fact.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import type { Resource, ResourceSpec } from '../src/model/resource.ts';
import { filePath } from '../src/model/source.ts';
import { settingAt } from '../src/recognize/resource/settings.ts';

/** What the Terraform collector makes of a small tree: its facts, and every resource of the given types it evaluated. */
export interface TerraformTree {
  readonly facts: readonly Fact[];
  readonly resources: readonly Resource[];
}

/** Reads a tree of files by their paths. Types without a spec are read with one that declares nothing. */
export function terraformTree(
  files: Readonly<Record<string, string>>,
  knowledge: Knowledge,
  specOf: (type: string) => ResourceSpec | undefined = () => undefined,
): TerraformTree {
  const documents = Object.entries(files).map(([file, text]) => documentOf(file, text));
  const resources: Resource[] = [];
  const watching: Knowledge = {
    ...knowledge,
    resource: (type) => ({
      provider: 'aws',
      spec: {
        types: [type],
        source: 'https://vendor.test/docs',
        checkedOn: '2026-11-21',
        ...specOf(type),
        facts: (resource, known) => {
          resources.push(resource);
          return specOf(type)?.facts(resource, known) ?? [];
        },
      },
    }),
  };
  const units = wholeTree(documents.map(({ file }) => file).sort());
  const facts = units.flatMap((unit) => {
    const inside = unit.flatMap((file) => documents.filter((document) => document.file === file));
    return collect({ id: unit[0] ?? '', documents: inside }, watching);
  });
  return { facts, resources };
}

function documentOf(file: string, text: string): Document {
  const path = filePath(file);
  if (file.endsWith('.json')) return parseJson(path, text) ?? parseText(path, text);
  return /\.(?:tf|tofu|tfvars|hcl)$/.test(file) ? parseHcl(path, text) : parseText(path, text);
}

/** A setting as people write it down: its value, `absent`, `null`, or `unknown` with what it depends on. */
export function settingOf(resource: Resource | undefined, path: string): unknown {
  if (resource === undefined) return 'no resource';
  const node = settingAt(resource, path);
  return node === undefined ? 'absent' : plain(node);
}

function plain(node: DataNode): unknown {
  switch (node.type) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
    case 'expr':
      return `unknown ${node.refs.join(' ')}`.trim();
  }
}
