import { wideOpen } from '../agent/wide-open-path.ts';
import { dropFromJsonList, jsonValue, setJson } from './json-edit.ts';

const engine = ['tools', 'sandbox'];

/**
 * The settings of Gemini CLI, or of a product made from it, with the sandbox switched on and its holes closed. One that the team has chosen stays.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/sandbox.md (read 2026-11-21)
 */
export function withSandbox(text: string): string {
  const isPerTool = jsonValue(text, ['security', 'toolSandboxing']) === true;
  let edited = isPerTool ? text : switchedOn(text);
  for (const path of [
    ['tools', 'sandboxNetworkAccess'],
    [...engine, 'networkAccess'],
  ]) {
    if (jsonValue(edited, path) === true) edited = setJson(edited, path, false);
  }
  for (const path of [
    ['tools', 'sandboxAllowedPaths'],
    [...engine, 'allowedPaths'],
  ]) {
    edited = dropFromJsonList(edited, path, (item) => wideOpen.test(String(item)));
  }
  return edited;
}

function switchedOn(text: string): string {
  const chosen = jsonValue(text, engine);
  const isTable = typeof chosen === 'object' && chosen !== null;
  const path = isTable ? [...engine, 'enabled'] : engine;
  const value = jsonValue(text, path);
  const isOff = value === undefined || /^(?:false|0|null|)$/.test(String(value));
  return isOff ? setJson(text, path, true) : text;
}
