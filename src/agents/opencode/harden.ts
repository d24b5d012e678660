import type { Harden } from '../../model/hardening.ts';
import { hardenedFrontMatter, hardenedJson } from '../../recognize/edit/hardened-file.ts';
import {
  narrowAgentSettings,
  narrowPermissionMap,
} from '../../recognize/edit/permission-map-harden.ts';
import { configSchema } from './config-schema.ts';

const files = [
  '.opencode/opencode.jsonc',
  '.opencode/opencode.json',
  'opencode.jsonc',
  'opencode.json',
] as const;

export const schemas = Object.fromEntries(files.map((file) => [file, configSchema]));

/**
 * Commands and tools of servers ask, and what cannot be undone is denied. Files are merged key by key, so each that is there says it; there is no
 * sandbox to switch on.
 * @see https://opencode.ai/docs/permissions/ (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const present = files.filter((file) => request.texts.has(file));
  const wanted = present.length === 0 ? (['opencode.json'] as const) : present;
  const settings = wanted.flatMap((file) =>
    hardenedJson(request, file, (text) => narrowPermissionMap(text, request, true), true),
  );
  const agents = [...request.texts.keys()].filter((file) => file.endsWith('.md'));
  return [
    ...settings,
    ...agents.flatMap((file) =>
      hardenedFrontMatter(request, file, (front) => narrowAgentSettings(front, request)),
    ),
  ];
};
