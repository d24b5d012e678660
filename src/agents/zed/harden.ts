import type { Harden } from '../../model/hardening.ts';
import { hardenedJson } from '../../recognize/edit/hardened-file.ts';
import { addToJsonList } from '../../recognize/edit/json-edit.ts';
import { isPrivate } from './private-files.ts';

const settingsFile = '.zed/settings.json';

/** Zed publishes no schema of its settings. */
export const schemas = {};

/**
 * Adds files with credentials to those that the agent's tools do not open. It is all that a project may say: permissions and sandbox belong to the user.
 * @see https://zed.dev/docs/reference/all-settings#private-files (read 2026-11-21)
 */
export const harden: Harden = (request) => {
  const files = request.secrets.filter((path) => !isPrivate(path)).map((path) => `**/${path}`);
  return hardenedJson(request, settingsFile, (text) =>
    addToJsonList(text, ['private_files'], files),
  );
};
