import { at } from '../../model/document.ts';
import type { Agent } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { type Layer, plain, setting } from './setting-layers.ts';

const engines = new Set([
  'true',
  '1',
  'docker',
  'podman',
  'sandbox-exec',
  'runsc',
  'lxc',
  'windows-native',
]);

/**
 * Whether `tools.sandbox` puts the program into a sandbox, for Gemini CLI and the products made from it; `source` says where the default is stated.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/sandbox.md (read 2026-11-21)
 */
export function sandboxEngine(
  layers: readonly Layer[],
  place: SourceRange,
  source: string,
): Agent['sandbox'] {
  const found = setting(layers, 'tools', 'sandbox');
  const perTool = setting(layers, 'security', 'toolSandboxing');
  const single =
    perTool !== undefined && plain(perTool) === true
      ? written<'on' | 'escapable' | 'off'>('on', perTool.node.at)
      : undefined;
  if (found === undefined) return single ?? byDefault('off', place, source);
  const { node } = found;
  const isTable = node.type === 'map';
  const enabled = isTable ? at(node, 'enabled') : node;
  if (enabled?.type !== 'scalar') return single ?? unknown('unparsed', node.at);
  if (/^(?:false|0|)$/.test(enabled.text)) return single ?? written('off', enabled.at);
  return engines.has(enabled.text) ? written('on', enabled.at) : unknown('unparsed', enabled.at);
}
