import type { DataEntry, DataNode, MapNode } from '../../model/document.ts';
import type { Known } from '../../model/knowledge.ts';
import type { ModuleResource, ModuleSetting, ModuleSpec } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import type { ReadNode } from '../../recognize/hcl/expression-cache.ts';
import { evaluatedNode, scalarNode } from '../../recognize/hcl/node-value.ts';
import { settingAt } from '../../recognize/resource/settings.ts';
import type { Call } from './module-tree.ts';

/** A registry module's source without host, protocol and version: `terraform-aws-modules/rds/aws//modules/x`. */
export function registrySource(source: string): string {
  const github =
    /(?:github\.com[/:])([\w-]+)\/terraform-([a-z]+)-([\w-]+?)(?:\.git)?(?=\/\/|\?|$)/.exec(source);
  if (github !== null) {
    const [, owner = '', provider = '', name = ''] = github;
    const inside = /\.?\/\/(?!github)([\w./-]+)/.exec(
      source.slice(github.index + github[0].length),
    );
    return `${owner}/${name}/${provider}${inside === null ? '' : `//${inside[1]}`}`;
  }
  return source
    .replace(/^(?:registry\.terraform\.io|registry\.opentofu\.org)\//, '')
    .replace(/\?.*$/, '');
}

/** One resource that a call of a registry module makes. */
export interface MadeResource {
  readonly address: string;
  readonly type: string;
  readonly settings: MapNode;
  /** Whether it is sure that it is made. */
  readonly isSure: boolean;
  readonly source: string;
}

/** What a call of a well-known module makes of its inputs. */
export function madeBy(
  call: Call,
  { spec }: Known<ModuleSpec>,
  read: ReadNode,
): readonly MadeResource[] {
  const inputs: DataEntry[] = [...call.block.attributes.values()].map((entry) => ({
    ...entry,
    value: evaluatedNode(entry.value, call.scope, read),
  }));
  const given: MapNode = { type: 'map', entries: inputs, at: call.block.at };
  return spec.makes.flatMap((resource) => {
    const switches = Object.entries(resource.unless).map(([input, otherwise]) =>
      isOn(given, input, otherwise),
    );
    if (switches.includes(false)) return [];
    if (resource.needs !== undefined && inputAt(given, resource.needs) === undefined) return [];
    return [
      {
        address: `${call.address}.${resource.type}.${resource.name}`,
        type: resource.type,
        settings: madeSettings(call, resource, given),
        isSure: call.instance.isSure && !switches.includes(null),
        source: spec.source,
      },
    ];
  });
}

function isOn(given: MapNode, input: string, otherwise: boolean): boolean | null {
  const node = inputAt(given, input);
  if (node === undefined) return otherwise;
  if (node.type !== 'scalar') return null;
  return node.text === 'true' ? true : node.text === 'false' ? false : null;
}

function madeSettings(call: Call, resource: ModuleResource, given: MapNode): MapNode {
  const { at } = call.block;
  const values = Object.entries(resource.settings).flatMap(([path, setting]) => {
    const value = settingNode(call, setting, given, at);
    return value === undefined ? [] : [{ path: path.split('.'), value }];
  });
  return nested(values, at);
}

/** A setting by the names on the way to it. */
interface Setting {
  readonly path: readonly string[];
  readonly value: DataNode;
}

/** Settings as a resource has them: those with more than one name in blocks. */
function nested(settings: readonly Setting[], at: SourceRange): MapNode {
  const entries: DataEntry[] = [];
  const blocks = new Map<string, Setting[]>();
  for (const { path, value } of settings) {
    const [first = '', ...rest] = path;
    if (rest.length === 0) entries.push(plainEntry(first, value));
    else blocks.set(first, [...(blocks.get(first) ?? []), { path: rest, value }]);
  }
  for (const [key, inner] of blocks) {
    const items = [nested(inner, at)];
    entries.push(plainEntry(key, { type: 'list', items, at }));
  }
  return { type: 'map', entries, at };
}

function plainEntry(key: string, value: DataNode): DataEntry {
  return { key, keyAt: value.at, labels: [], value };
}

function settingNode(
  call: Call,
  { input, otherwise, words, refersTo }: ModuleSetting,
  given: MapNode,
  at: SourceRange,
): DataNode | undefined {
  if (refersTo !== undefined)
    return { type: 'expr', text: refersTo, refs: [`${call.address}.${refersTo}.id`], at };
  const node = input === undefined ? undefined : inputAt(given, input);
  if (node === undefined) return otherwise === undefined ? undefined : scalarNode(otherwise, at);
  if (node.type !== 'scalar') return node;
  const word = words?.[node.text];
  return word === undefined ? node : scalarNode(word, node.at);
}

/** An input, or a part of one, the first of several; `undefined` where it is left out or `null`. */
function inputAt(given: MapNode, paths: string): DataNode | undefined {
  for (const path of paths.split('|')) {
    const found = settingAt({ settings: given }, path);
    if (found !== undefined) return found;
  }
  return undefined;
}
