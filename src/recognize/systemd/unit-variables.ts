import { type DataEntry, sourceRange } from '../../model/document.ts';
import type { IniSection } from '../ini-sections.ts';

const pair = /(?:^|\s)(["']?)([A-Za-z_]\w*)=([^\s"']*)/g;
const maxVariables = 200;

/** What `Environment=` sets: `A=1 "B=2"`, in several lines. */
export function variablesOf(section: IniSection): readonly DataEntry[] {
  return section.pairs
    .filter(({ name }) => name === 'Environment')
    .flatMap(({ value }) =>
      [...value.text.matchAll(pair)].map((found): DataEntry => {
        const [whole, quote = '', key = '', text = ''] = found;
        const start = found.index + whole.length - text.length - key.length - 1;
        const { file } = value.at;
        const at = sourceRange(
          file,
          value,
          start + key.length + 1,
          start + key.length + 1 + text.length,
        );
        return {
          key,
          keyAt: sourceRange(file, value, start - quote.length, start + key.length),
          labels: [],
          value: { type: 'scalar', value: text, text, map: [[0, at.start]], at },
        };
      }),
    )
    .slice(0, maxVariables);
}
