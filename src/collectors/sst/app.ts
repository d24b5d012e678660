import type { SourceRange } from '../../model/source.ts';
import { nameTokens } from '../../recognize/name-tokens.ts';
import {
  type ObjectVal,
  type Property,
  plainVal,
  propOf,
  textOf,
  unknownVal,
  type Val,
} from '../../recognize/program/value.ts';
import { tierOf } from '../../recognize/tier.ts';

/** Stages that are told apart. */
const MAX_STAGES = 6;

/** What `app()` returns for one stage. */
export interface App {
  readonly name: string;
  /** `undefined` where it is left out, `null` where it cannot be known. */
  readonly removal: { readonly policy: string | null; readonly at: SourceRange } | undefined;
  readonly protect: Val | undefined;
  readonly home: string | null;
  /** Settings of a provider. */
  readonly provider: (name: string) => Val | undefined;
}

export function appOf(returned: Val, where: SourceRange): App {
  const removal = propOf(returned, 'removal');
  const isOpen = returned.kind !== 'object' || returned.isOpen;
  const place = returned.kind === 'object' ? (returned.props.get('removal')?.at ?? where) : where;
  return {
    name: textOf(propOf(returned, 'name')) ?? 'app',
    removal:
      removal === undefined && !isOpen ? undefined : { policy: textOf(removal) ?? null, at: place },
    protect: propOf(returned, 'protect') ?? (isOpen ? unknownVal(where) : undefined),
    home: textOf(propOf(returned, 'home')) ?? null,
    provider: (name) => propOf(propOf(returned, 'providers'), name),
  };
}

/** Stages that scripts ask for by name, `null` where none does. Lines that compare a stage say `stage`. */
export function stagesIn(texts: readonly string[]): readonly (string | null)[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const line of text.split('\n')) {
      if (line.length > 400 || !/stage/i.test(line)) continue;
      for (const [, word = ''] of line.matchAll(/["'`]([A-Za-z][\w-]{1,30})["'`]/g))
        if (tierOf(word) !== null && nameTokens(word).length <= 2) found.add(word);
    }
  }
  // What a setting is called is no stage.
  found.delete('stage');
  return found.size === 0 ? [null] : [...found].sort().slice(0, MAX_STAGES);
}

/** An object that a program is handed. */
export function objectVal(values: Readonly<Record<string, Val>>, at: SourceRange): ObjectVal {
  const props = new Map<string, Property>(
    Object.entries(values).map(([key, value]) => [key, { value, keyAt: at, at }]),
  );
  return { kind: 'object', props, isOpen: false, at };
}

/** The stage as programs see it. */
export function stageVal(stage: string | null, at: SourceRange): Val {
  return stage === null ? unknownVal(at, 'stage') : plainVal(stage, at);
}
