import type { EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

const page = 'https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/approval-mode.md';

/** The mode that sessions start in. */
export interface Mode {
  readonly shell: Value<Verdict>;
  readonly mcp: Value<Verdict>;
  /** Where edits are accepted unasked. */
  readonly editsAt: SourceRange | null;
  /** A classifier is set to stand in for the person, which sets broad allow rules aside. */
  readonly isAuto: boolean;
  readonly facts: readonly Fact[];
}

/**
 * Reads `tools.approvalMode`, and where there is none the newer `general.defaultPermissionMode`, which is documented for the user's file only. Without both,
 * sessions start with a classifier that answers for the person, so what happens cannot be told.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/approval-mode.md (read 2026-11-21)
 */
export function modeOf(layers: readonly Layer[], agent: EntityKey, place: SourceRange): Mode {
  const found = setting(layers, 'tools', 'approvalMode');
  if (found !== undefined) {
    return ofValue(plain(found), found.node.at, 'tools.approvalMode', agent);
  }
  const newer = setting(layers, 'general', 'defaultPermissionMode');
  if (newer === undefined) return same(byDefault('unknown', place, page));
  if (!newer.layer.isHome) return same(unknown('external', newer.node.at));
  return ofValue(plain(newer), newer.node.at, 'general.defaultPermissionMode', agent);
}

function same(verdict: Value<Verdict>, more: Partial<Mode> = {}): Mode {
  return { shell: verdict, mcp: verdict, editsAt: null, isAuto: false, facts: [], ...more };
}

function ofValue(value: unknown, at: SourceRange, name: string, agent: EntityKey): Mode {
  switch (value) {
    case 'default':
    // Nothing runs while planning, and a person ends it.
    case 'plan':
      return same(written('asks', at));
    case 'auto-edit':
    case 'accept_edits':
      return same(written('asks', at), { editsAt: at });
    case 'dont_ask':
      return same(written('blocks', at));
    case 'yolo':
    case 'bypass_permissions':
      return same(written('runs', at), { editsAt: at });
    case 'auto': {
      const weakness = write.weakness(agent, name, at, {
        control: 'approval',
        because: 'a model answers what a person would be asked',
        remedy: 'Set it to "default".',
      });
      return same(written('unknown', at), { isAuto: true, editsAt: at, facts: [weakness] });
    }
    default:
      return ofUnknown(value, at, name, agent);
  }
}

function ofUnknown(value: unknown, at: SourceRange, name: string, agent: EntityKey): Mode {
  if (typeof value !== 'string' || value.includes('$')) return same(unknown('interpolated', at));
  const short = value.slice(0, 40);
  const inert = write.inert(agent, `${name} ${short}`, at, {
    because: `Qwen Code has no approval mode "${short}"`,
    remedy: 'Use one of plan, default, auto-edit, auto, yolo.',
    looksProtective: !/auto|yolo|full|bypass|never/i.test(short),
  });
  return same(unknown('unparsed', at), { facts: [inert] });
}
