import {
  at,
  type DataDocument,
  type DataNode,
  entries,
  items,
  type ScalarNode,
  sourceRange,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import type { ContainerSettings } from '../../recognize/container/backup-image.ts';
import { imageName } from '../../recognize/container/database-image.ts';
import { filledIn, rawText, type Variables } from './interpolate.ts';
import { field, type Merged, shares } from './project.ts';

/** One `NAME: value` of a service's environment. */
export interface Setting {
  readonly name: string;
  readonly keyAt: SourceRange;
  readonly value: ScalarNode;
  readonly document: DataDocument;
}

/** Literal and interpolated variables of a service, the one that counts last; those passed through from outside are left out. */
export function settingsOf(service: Merged): readonly Setting[] {
  return shares(service, 'environment').flatMap(({ node, document }) => [
    ...entries(node).flatMap(({ key, keyAt, value }) =>
      value.type === 'scalar' && value.value !== null
        ? [{ name: key, keyAt, value, document }]
        : [],
    ),
    ...items(node).flatMap((item) => listed(item, document)),
  ]);
}

/** `- NAME=value`. */
function listed(item: DataNode, document: DataDocument): readonly Setting[] {
  if (item.type !== 'scalar') return [];
  const equals = item.text.indexOf('=');
  if (equals <= 0) return [];
  const { file } = item.at;
  const text = item.text.slice(equals + 1);
  const at = sourceRange(file, item, equals + 1, item.text.length);
  const map = shifted(item, equals + 1, at.start);
  const value: ScalarNode = { type: 'scalar', value: text, text, map, at };
  const keyAt = sourceRange(file, item, 0, equals);
  return [{ name: item.text.slice(0, equals).trim(), keyAt, value, document }];
}

function shifted(item: ScalarNode, by: number, start: number): ScalarNode['map'] {
  const rest = item.map.filter(([decoded]) => decoded > by);
  return [[0, start], ...rest.map(([decoded, source]) => [decoded - by, source] as const)];
}

/** A service's variable with its own variables filled in; `null` where it is not set or not known. */
export function setting(service: Merged, name: string, variables: Variables): string | null {
  const found = settingsOf(service).findLast((candidate) => candidate.name === name);
  if (found !== undefined) return filledIn(found.value.text, variables);
  return readsEnvFile(service) ? (variables.get(name) ?? null) : null;
}

/** Where a variable of a service is written. */
export function settingAt(service: Merged, name: string): SourceRange | null {
  return settingsOf(service).findLast((candidate) => candidate.name === name)?.value.at ?? null;
}

function readsEnvFile(service: Merged): boolean {
  return envFilesOf(service).some(isProjectsOwn);
}

/** Whether a service takes variables from a file that nobody read: one beside the project's own `.env`, or that one where it is missing. */
function readsUnreadFile(service: Merged, variables: Variables): boolean {
  return envFilesOf(service).some((file) => !isProjectsOwn(file) || variables.size === 0);
}

function envFilesOf(service: Merged): readonly string[] {
  return shares(service, 'env_file').flatMap(({ node }) =>
    [node, ...items(node)].flatMap((one) => rawText(one) ?? rawText(at(one, 'path')) ?? []),
  );
}

function isProjectsOwn(file: string): boolean {
  return /^(?:\.\/)?\.env$/.test(file);
}

/** Ports of the machine that a service takes, as they are written when a variable decides them. */
export function hostPorts(service: Merged, variables: Variables): readonly string[] {
  return shares(service, 'ports').flatMap(({ node }) =>
    items(node).flatMap((item) => {
      const published =
        item.type === 'map'
          ? rawText(entries(item).find(({ key }) => key === 'published')?.value)
          : shortPort(rawText(item) ?? '', variables);
      return published === null || published === '' ? [] : [published];
    }),
  );
}

/** `8080` of `127.0.0.1:8080:80/tcp`. */
function shortPort(text: string, variables: Variables): string | null {
  const parts = (filledIn(text, variables) ?? text).replace(/\/(?:tcp|udp)$/, '').split(':');
  return parts.length < 2 ? null : (parts.at(-2) ?? null);
}

/** Image of a service without registry, tag and digest, lower case: `prodrigestivill/postgres-backup-local`. */
export function imageOf(service: Merged, variables: Variables): string {
  const raw = rawText(field(service, 'image')) ?? '';
  return imageName(filledIn(raw, variables) ?? raw.replace(/\$\{[^}]*\}/g, ''));
}

/** The variables of a service for recognisers that know no Compose. */
export function containerSettings(service: Merged, variables: Variables): ContainerSettings {
  return {
    value: (name) => setting(service, name, variables),
    isSet: (name) => {
      const found = settingsOf(service).findLast((candidate) => candidate.name === name);
      if (found === undefined) return (setting(service, name, variables) ?? '') !== '';
      return filledIn(found.value.text, variables) !== '';
    },
    at: (name) => settingAt(service, name),
    isOpen: readsUnreadFile(service, variables),
  };
}

/** Words of `command` and `entrypoint`, as one text to look for flags in. */
export function commandText(service: Merged): string {
  return ['entrypoint', 'command']
    .flatMap((key) => {
      const node = field(service, key);
      return node?.type === 'list' ? node.items.map(rawText) : [rawText(node)];
    })
    .join(' ');
}
