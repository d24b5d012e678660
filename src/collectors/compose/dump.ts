import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type {
  EmbeddedText,
  OffsetPair,
  ScalarNode,
  ShellCommand,
  ShellWord,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import { commandWords } from '../../recognize/command/command-line.ts';
import { type DatabaseDump, databaseDump } from '../../recognize/command/database-tool.ts';
import { connectionScheme } from '../../recognize/credential/connection-scheme.ts';
import { filledIn, type Variables } from './interpolate.ts';
import { field, type Merged } from './project.ts';
import { setting } from './service.ts';
import type { Copying, Destination } from './sidecar.ts';

const withoutRows = /^(?:--schema-only|--no-data|--roles-only|--globals-only|-s)$/;
/** Dumps of one service that are looked at. */
const maxDumps = 10;

/** The dumps that a service's own `command` or `entrypoint` makes. */
export function dumpsOf(service: Merged, variables: Variables): readonly Copying[] {
  return ['entrypoint', 'command'].flatMap((key) => {
    const node = field(service, key);
    const scripts = node?.type === 'list' ? node.items : node === undefined ? [] : [node];
    return scripts.flatMap((script) =>
      script.type === 'scalar' && /dump|basebackup|--rdb|\.backup/.test(script.text)
        ? dumpsIn(script, service, variables)
        : [],
    );
  });
}

function dumpsIn(script: ScalarNode, service: Merged, variables: Variables): readonly Copying[] {
  const { commands } = parseEmbeddedShell(script.at.file, unescaped(script));
  return commands
    .slice(0, 500)
    .flatMap((command) => {
      const dump = databaseDump(command, commands);
      if (dump === null || commandWords(command).some((word) => withoutRows.test(word ?? ''))) {
        return [];
      }
      const destination = destinationOf(dump, command, commands, service, variables);
      if (destination === null) return [];
      const product = connectionScheme(dump.scheme)?.scheme ?? dump.scheme;
      return [
        {
          product,
          host: hostOf(dump, service, variables),
          sources: '',
          destinations: [destination],
          retention: unknown<number>('external', command.at),
        },
      ];
    })
    .slice(0, maxDumps);
}

function destinationOf(
  { destination }: DatabaseDump,
  command: ShellCommand,
  commands: readonly ShellCommand[],
  service: Merged,
  variables: Variables,
): Destination | null {
  const { kind, word } = destination;
  if (kind === 'stdout') return null;
  if (kind === 'remote')
    return { kind, where: word?.raw ?? 'elsewhere', at: word?.at ?? command.at };
  const path = word === null ? null : pathOf(word, service, commands, variables);
  if (path === null || word === null || path.startsWith('/dev/')) return null;
  return { kind: 'folder', where: path, at: word.at };
}

/** The beginning of a path that does not change from run to run: `/backups/` of `/backups/$(date +%F).sql`. */
function pathOf(
  word: ShellWord,
  service: Merged,
  commands: readonly ShellCommand[],
  variables: Variables,
): string | null {
  const raw = (word.text ?? word.raw).replace(/["']/g, '');
  const name = /^\$\{?([A-Za-z_]\w*)/.exec(raw)?.[1];
  const assigned = commands
    .flatMap((command) => command.assignments)
    .findLast((assignment) => assignment.name === name)?.value;
  const start =
    name === undefined
      ? raw
      : assigned === undefined
        ? setting(service, name, variables)
        : (assigned.text ?? assigned.raw).replace(/["']/g, '');
  const path = (start ?? '').replace(/[$`].*$/s, '').replace(/\/[^/]*$/, '');
  return path.startsWith('/') ? path : null;
}

function hostOf({ source }: DatabaseDump, service: Merged, variables: Variables): string | null {
  if (source?.kind === 'connection') {
    const { host } = source.connection;
    return host === '' ? null : host;
  }
  const word = source?.word;
  const name = source?.kind === 'variable' ? source.variable : null;
  if (word === undefined || name === null) return null;
  const value = setting(service, name, variables) ?? filledIn(word.raw, variables);
  if (value === null || /DB|DATABASE$|NAME$/i.test(name)) return null;
  return /^[a-z]+(?:\+\w+)?:\/\/(?:[^@/]*@)?([\w.-]+)/.exec(value)?.[1] ?? value;
}

/** The script as the shell receives it: Compose turns `$$` into `$`. */
function unescaped(script: ScalarNode): EmbeddedText & { readonly at: SourceRange } {
  const pairs: OffsetPair[] = [];
  let text = '';
  let from = 0;
  for (const match of script.text.matchAll(/\$\$/g)) {
    text += `${script.text.slice(from, match.index)}$`;
    from = match.index + 2;
    pairs.push([text.length, from]);
  }
  text += script.text.slice(from);
  return { text, map: joined(script.map, pairs), at: script.at };
}

/** Both maps in one: `dropped` leads from the shell's text to the scalar's, `map` from there to the file. */
function joined(map: ScalarNode['map'], dropped: readonly OffsetPair[]): ScalarNode['map'] {
  if (dropped.length === 0) return map;
  const shift = (decoded: number): number => {
    const before = dropped.filter(([, original]) => original <= decoded).length;
    return decoded - before;
  };
  const toFile = (decoded: number): number => {
    const pair = map.findLast(([start]) => start <= decoded) ?? [0, 0];
    return pair[1] + (decoded - pair[0]);
  };
  const starts = [...map.map(([decoded]) => decoded), ...dropped.map(([, original]) => original)];
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .map((decoded) => [shift(decoded), toFile(decoded)] as const);
}
