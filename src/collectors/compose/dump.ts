import type { OffsetPair, ScalarNode } from '../../model/document.ts';
import type { Copying } from '../../recognize/container/backup-image.ts';
import {
  type ContainerScript,
  dumpsOfScript,
  mayDump,
} from '../../recognize/container/dump-script.ts';
import { filledIn, type Variables } from './interpolate.ts';
import { field, type Merged } from './project.ts';
import { setting } from './service.ts';

/** The dumps that a service's own `command` or `entrypoint` makes. */
export function dumpsOf(service: Merged, variables: Variables): readonly Copying[] {
  const scope = {
    value: (name: string) => setting(service, name, variables),
    filledIn: (text: string) => filledIn(text, variables),
  };
  return ['entrypoint', 'command'].flatMap((key) => {
    const node = field(service, key);
    const scripts = node?.type === 'list' ? node.items : node === undefined ? [] : [node];
    return scripts.flatMap((script) =>
      script.type === 'scalar' && mayDump(script.text)
        ? dumpsOfScript(unescaped(script), scope)
        : [],
    );
  });
}

/** The script as the shell receives it: Compose turns `$$` into `$`. */
function unescaped(script: ScalarNode): ContainerScript {
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
