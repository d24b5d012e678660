import { dropFromJsonList, jsonValue, setJson } from '../../recognize/edit/json-edit.ts';
import { isOpenPath, sandboxTypes } from './sandbox.ts';

/**
 * The sandbox on, its network closed but for the listed hosts, its folders without ways out. The built-in list of hosts holds the API of a provider,
 * so it goes too.
 * @see https://cursor.com/docs/reference/sandbox (read 2026-11-21)
 */
export function closedSandbox(text: string): string {
  let edited = text;
  const type = jsonValue(edited, ['type']);
  if (type === 'insecure_none' || !sandboxTypes.some((known) => known === type)) {
    edited = setJson(edited, ['type'], 'workspace_readwrite');
  }
  for (const key of [
    'additionalReadwritePaths',
    'additionalReadonlyPaths',
    'additionalReadPaths',
  ]) {
    edited = dropFromJsonList(edited, [key], (path) => isOpenPath(String(path)));
  }
  if (jsonValue(edited, ['networkPolicy', 'default']) !== 'deny') {
    edited = setJson(edited, ['networkPolicy', 'default'], 'deny');
  }
  edited = dropFromJsonList(edited, ['networkPolicy', 'allow'], (host) => host === '*');
  return jsonValue(edited, ['networkPolicyStrict']) === true
    ? edited
    : setJson(edited, ['networkPolicyStrict'], true);
}
