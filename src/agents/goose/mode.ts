import { at, type DataDocument, type ScalarNode } from '../../model/document.ts';
import type { Verdict } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';

const modesPage = 'https://block.github.io/goose/docs/guides/goose-permissions';

/** What Goose does with tools, and whether it looks at the permissions of single tools. */
export interface Mode {
  readonly verdict: Value<Verdict>;
  readonly looksAtTools: boolean;
}

/**
 * `GOOSE_MODE` of the user's configuration. Without it Goose runs everything.
 * @see https://block.github.io/goose/docs/guides/goose-permissions
 */
export function modeOf(config: DataDocument | undefined, place: SourceRange): Mode {
  const node = at(config?.roots[0], 'GOOSE_MODE');
  if (node === undefined) {
    return { verdict: byDefault('runs', place, modesPage), looksAtTools: false };
  }
  if (node.type !== 'scalar')
    return { verdict: unknown('interpolated', node.at), looksAtTools: false };
  const verdict = verdictOf(node);
  return {
    verdict: verdict === null ? unknown('external', node.at) : written(verdict, node.at),
    looksAtTools: verdict === 'asks',
  };
}

function verdictOf(mode: ScalarNode): Verdict | null {
  switch (mode.text) {
    case 'auto':
      return 'runs';
    case 'approve':
    case 'smart_approve':
      return 'asks';
    case 'chat':
      return 'blocks';
    default:
      return null;
  }
}
