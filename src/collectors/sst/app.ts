import type { SourceRange } from '../../model/source.ts';
import { plainVal, propOf, textOf, unknownVal, type Val } from '../../recognize/program/value.ts';

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

/** The stage as programs see it. */
export function stageVal(stage: string | null, at: SourceRange): Val {
  return stage === null ? unknownVal(at, 'stage') : plainVal(stage, at);
}
