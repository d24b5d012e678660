import type { EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

const page =
  'https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/policy-engine.md';
const paths = [
  ['general', 'defaultApprovalMode'],
  ['tools', 'approvalMode'],
] as const;

/** The mode that sessions start in, as rules name it. */
export interface Mode {
  readonly name: string;
  readonly shell: Value<Verdict>;
  readonly facts: readonly Fact[];
}

/**
 * Reads the approval mode; `yolo` counts only as a flag. Plan mode runs nothing, and a person ends it, so it asks.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/configuration.md (read 2026-11-21)
 */
export function modeOf(layers: readonly Layer[], agent: EntityKey, place: SourceRange): Mode {
  const path = paths.find((candidate) => setting(layers, ...candidate) !== undefined);
  const found = path === undefined ? undefined : setting(layers, ...path);
  if (found === undefined || path === undefined) {
    return { name: 'default', shell: byDefault('asks', place, page), facts: [] };
  }
  const { at } = found.node;
  const value = plain(found);
  switch (value) {
    case 'default':
    case 'plan':
      return { name: value, shell: written('asks', at), facts: [] };
    case 'auto_edit':
      return { name: 'autoEdit', shell: written('asks', at), facts: [] };
    case 'yolo': {
      const because = 'Gemini CLI takes yolo from the command line only';
      const remedy = 'Remove it.';
      const what = { because, remedy, looksProtective: false };
      const facts = [write.inert(agent, `${path.join('.')} yolo`, at, what)];
      return { name: 'default', shell: byDefault('asks', at, page), facts };
    }
    default: {
      // Values may come from the environment.
      if (typeof value !== 'string' || value.includes('$')) {
        return { name: 'default', shell: unknown('interpolated', at), facts: [] };
      }
      const short = value.slice(0, 40);
      const what = {
        because: `Gemini CLI has no approval mode "${short}"`,
        remedy: 'Use one of default, auto_edit, plan.',
        looksProtective: !/auto|yolo|full|bypass|never/i.test(short),
      };
      const facts = [write.inert(agent, `${path.join('.')} ${short}`, at, what)];
      return { name: 'default', shell: unknown('unparsed', at), facts };
    }
  }
}
