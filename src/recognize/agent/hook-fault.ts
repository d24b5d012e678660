import type { Document } from '../../model/document.ts';
import { baseName } from '../../model/source.ts';

/** Why a hook that means to refuse lets the action pass. */
export interface HookFault {
  /** A clause. */
  readonly because: string;
  /** Imperative. */
  readonly remedy: string;
}

/** One hook as its file tells it. */
export interface HookText {
  readonly command: string;
  /** Every file of the folder that the agent keeps its hook scripts in. */
  readonly scripts: readonly Document[];
  /** That folder, from the project folder on: `.claude/hooks/`. */
  readonly folder: string;
  /** The agent stops the action when the hook itself fails. */
  readonly failsClosed: boolean;
}

const answers =
  /["']?(?:permission|permissionDecision|decision)["']?\s*[:=]\s*\\?["'](?:deny|block|ask)\\?["']/;
const exitsTwo = /\bexit\s*\(?\s*2\b|exitCode\s*=\s*2\b/;
const exitsOne = /\bexit\s*\(?\s*1\b|exitCode\s*=\s*1\b/;
const swallows = /(?:\|\|\s*(?:true|:|exit\s+0)|;\s*(?:true|exit\s+0))\s*$/;
const destroys =
  /\brm\s+-|\bdestroy|\bdelete\b|\bdrop\b|\btruncate|--force|\bterraform\b|\brailway\b|\bkubectl\b|production/i;
const refusing = /guard|block|protect|prevent|deny|refus|forbid|not allowed|dangerous|restrict/i;

/** Whether what the hook or its script says is about refusing something destructive, whatever it then does. */
export function meansToRefuse(hook: Pick<HookText, 'command' | 'scripts'>): boolean {
  const script = scriptOf(hook);
  const text = script === undefined ? hook.command : `${hook.command}\n${script.text}`;
  return destroys.test(text) && refusing.test(text);
}

/**
 * The first way in which the hook cannot stop anything: its script is not there, its exit code is thrown away, or it leaves with a code that no
 * agent takes for a refusal. `null` where it can, or where its text is not in the tree.
 */
export function hookFault(hook: HookText): HookFault | null {
  const missing = missingScript(hook);
  if (missing !== null && !hook.failsClosed) {
    return {
      because: `its script ${missing} is not in the tree, and a hook that cannot start lets the action pass`,
      remedy: `Add ${missing}, and make it executable.`,
    };
  }
  const script = scriptOf(hook);
  const text = script === undefined ? hook.command : `${hook.command}\n${script.text}`;
  if (answers.test(text)) return null;
  if (swallows.test(hook.command.trim())) {
    return {
      because: 'the end of its command turns every exit code into success',
      remedy: 'Take `|| true` off the command, so that exit code 2 arrives.',
    };
  }
  if (script === undefined || hook.failsClosed) return null;
  if (exitsOne.test(text) && !exitsTwo.test(text)) {
    return {
      because: 'it leaves with exit code 1, and only 2 stops the action',
      remedy: 'Leave with exit code 2 where the hook refuses.',
    };
  }
  return null;
}

function scriptOf({
  command,
  scripts,
}: Pick<HookText, 'command' | 'scripts'>): Document | undefined {
  const names = command.split(/[\s"'`$(){};&|=]+/).map((word) => baseName(word));
  return scripts.find((candidate) => names.includes(baseName(candidate.file)));
}

/** The script below the hook folder that the command starts, where no such file is in the tree; scripts of the user's home are not looked for. */
function missingScript({ command, scripts, folder }: HookText): string | null {
  for (const word of command.replace(/["']/g, '').split(/[\s`;&|()]+/)) {
    const from = word.indexOf(folder);
    if (from < 0) continue;
    const before = word.slice(0, from);
    if (/^(?:~|\$\{?HOME\b|\/(?:home|Users|root)\b)/.test(before)) continue;
    const path = word.slice(from).replace(/[^\w./-].*$/, '');
    if (!/\.\w+$/.test(path)) continue;
    if (!scripts.some((script) => script.file.endsWith(path))) return path;
  }
  return null;
}
