import type { Harden } from '../../model/hardening.ts';
import { hardenedFrontMatter, hardenedJson } from '../../recognize/edit/hardened-file.ts';
import { jsonValue, setJson } from '../../recognize/edit/json-edit.ts';
import { removeJsonKey } from '../../recognize/edit/json-remove.ts';
import {
  narrowAgentSettings,
  narrowPermissionMap,
} from '../../recognize/edit/permission-map-harden.ts';

const files = ['.kilo/kilo.jsonc', '.kilo/kilo.json', 'kilo.jsonc', 'kilo.json'] as const;
const approval = ['require_approval_for_config_edits'];

/** The published schema lists models and providers by name, and nothing that is written here is more than a word of its own. */
export const schemas = {};

/**
 * Commands ask, and what cannot be undone is denied; the sandbox is on and its network closed, which a project may say, and the agent does not change
 * its own permissions unasked.
 * @see https://kilo.ai/docs/getting-started/settings/sandboxing (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const present = files.filter((file) => request.texts.has(file));
  const wanted = present.length === 0 ? (['kilo.jsonc'] as const) : present;
  const settings = wanted.flatMap((file) =>
    hardenedJson(
      request,
      file,
      (text) => confined(narrowPermissionMap(text, request, false)),
      true,
    ),
  );
  const agents = [...request.texts.keys()].filter((file) => file.endsWith('.md'));
  return [
    ...settings,
    ...agents.flatMap((file) =>
      hardenedFrontMatter(request, file, (front) => narrowAgentSettings(front, request)),
    ),
  ];
};

function confined(text: string): string {
  let edited = jsonValue(text, approval) === false ? removeJsonKey(text, approval) : text;
  for (const [key, value] of [
    ['enabled', true],
    ['network', 'deny'],
  ] as const) {
    const path = ['sandbox', key];
    if (jsonValue(edited, path) !== value) edited = setJson(edited, path, value);
  }
  return edited;
}
