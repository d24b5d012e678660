import type { Document } from '../../model/document.ts';
import { baseName } from '../../model/source.ts';

const refuses =
  /\bexit\s*\(?\s*2\b|exitCode\s*=\s*2\b|["']?(?:permission|permissionDecision|decision)["']?\s*[:=]\s*\\?["'](?:deny|block|ask)\\?["']/;
const destruction =
  /\brm\s+-|\bdrop\b|\bdestroy|\bdelete|\btruncate|\breset\b|--force|force[- ]push|\bterraform\b|\brailway\b|\bkubectl\b|\bpsql\b|destructive|dangerous|production/i;

/** What a hook command can do, as far as its text or its script tells. */
export interface HookPower {
  /** It can refuse, and what it refuses is destructive. */
  readonly guards: boolean;
  /** Its script is not in the repository. */
  readonly isUnseen: boolean;
}

/** Reads the hook's command and, where it is in the tree, its script. Nothing is run. */
export function hookPower(command: string, scripts: readonly Document[]): HookPower {
  const names = command.split(/[\s"'`$(){};&|=]+/).map((word) => baseName(word));
  const script = scripts.find((candidate) => names.includes(baseName(candidate.file)));
  const text = script === undefined ? command : `${command}\n${script.text}`;
  const callsScript = names.some((name) => /\.(?:sh|bash|py|js|mjs|cjs|ts|rb|ps1)$/.test(name));
  return {
    guards: refuses.test(text) && destruction.test(text),
    isUnseen: script === undefined && callsScript,
  };
}

/** The script or program of a hook as a short name without arguments, which may hold secrets. */
export function hookName(command: string): string {
  const words = command.split(/\s+/).map((word) => word.replace(/["']/g, ''));
  const script = words.find((word) => /\.(?:sh|bash|py|js|mjs|cjs|ts|rb|ps1)$/.test(word));
  const first = words.find((word) => word !== '' && !word.includes('='));
  return baseName(script ?? first ?? '').slice(0, 60);
}
