import { wideOpen } from '../../recognize/agent/wide-open-path.ts';
import { setToml, tomlKeys, tomlValue } from '../../recognize/edit/toml-edit.ts';

/**
 * The configuration with its permission profiles narrowed: none gives the machine away, none opens the network to every host, and the one in use denies
 * files with credentials.
 * @see https://developers.openai.com/codex/permissions (read 2026-11-21)
 */
export function narrowedProfiles(text: string, secrets: readonly string[]): string {
  const selected = tomlValue(text, ['default_permissions']);
  let edited =
    selected === ':danger-full-access'
      ? setToml(text, ['default_permissions'], ':workspace')
      : text;
  for (const name of tomlKeys(edited, ['permissions'])) {
    const profile = ['permissions', name];
    if (tomlValue(edited, [...profile, 'extends']) === ':danger-full-access') {
      edited = setToml(edited, [...profile, 'extends'], ':workspace');
    }
    edited = withoutHoles(edited, profile);
    if (name === selected) edited = withDenials(edited, profile, secrets);
  }
  return edited;
}

function withoutHoles(text: string, profile: readonly string[]): string {
  let edited = text;
  const replace = (path: readonly string[], from: unknown, to: string | boolean): void => {
    if (tomlValue(edited, path) === from) edited = setToml(edited, path, to);
  };
  const files = [...profile, 'filesystem'];
  for (const path of tomlKeys(edited, files)) {
    if (path === ':root' || wideOpen.test(path)) replace([...files, path], 'write', 'read');
  }
  const network = [...profile, 'network'];
  replace([...network, 'dangerously_allow_all_unix_sockets'], true, false);
  for (const socket of tomlKeys(edited, [...network, 'unix_sockets'])) {
    if (wideOpen.test(socket)) replace([...network, 'unix_sockets', socket], 'allow', 'deny');
  }
  const hosts = tomlKeys(edited, [...network, 'domains']);
  const isList = hosts.length > 0 && !hosts.some((host) => isEvery(edited, network, host));
  const hasProxy = tomlValue(edited, ['features', 'network_proxy']) === true;
  // Hosts count only while the proxy runs.
  if (!isList || !hasProxy) replace([...network, 'enabled'], true, false);
  for (const host of hosts) {
    if (isEvery(edited, network, host)) replace([...network, 'domains', host], 'allow', 'deny');
  }
  return edited;
}

function isEvery(text: string, network: readonly string[], host: string): boolean {
  return /^\*{1,2}$/.test(host) && tomlValue(text, [...network, 'domains', host]) === 'allow';
}

function withDenials(text: string, profile: readonly string[], secrets: readonly string[]): string {
  const roots = [...profile, 'filesystem', ':workspace_roots'];
  let edited = text;
  const whole = tomlValue(edited, roots);
  if (typeof whole === 'string' && secrets.length > 0) {
    edited = setToml(edited, roots, { '.': whole });
  }
  for (const path of secrets) {
    const entry = [...roots, path];
    if (tomlValue(edited, entry) !== 'deny') edited = setToml(edited, entry, 'deny');
  }
  return edited;
}
