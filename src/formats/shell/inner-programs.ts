const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash', 'ash', 'ksh']);
/** Their arguments are text to print or to search for, not programs. */
const PRINTERS = new Set(['echo', 'printf', 'grep', 'egrep', 'rg', 'sed', 'awk', 'git', 'alias']);
/** Words that run the command behind them, with their short options that take an argument other than a number. */
const WRAPPERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sudo: 'ugphrtCDRTU',
    doas: 'uC',
    env: 'uCS',
    sshpass: 'pfdP',
    xargs: 'aEIds',
    timeout: 's',
    exec: 'a',
    nice: '',
    ionice: '',
    stdbuf: 'ioe',
    nohup: '',
    setsid: '',
    time: '',
    command: '',
    builtin: '',
    caffeinate: '',
  }),
);
/** OpenSSH options that take an argument. @see https://man.openbsd.org/ssh */
const SSH_WITH_ARGUMENT = /^-[46AaCfGgKkMNnqsTtVvXxYy]*[BbcDEeFIiJLlmOopQRSWw]$/;

/** Half-open range of words that together are the text of another program. */
export interface InnerProgram {
  readonly from: number;
  readonly to: number;
}

/**
 * Words that a command hands to another shell: `sh -c '…'`, `ssh host '…'`, `eval '…'`, `su -c '…'`, `trap '…' EXIT`.
 * `null` words are those known at run time only.
 */
export function innerProgram(words: readonly (string | null)[]): InnerProgram | null {
  const head = commandIndex(words);
  const name = nameAt(words, head);
  if (PRINTERS.has(name)) return null;
  const rest = words[head + 1] === '--' ? head + 2 : head + 1;
  if (name === 'eval') return range(rest, words.length);
  if (name === 'trap')
    return /^-/.test(words[rest] ?? '') ? null : range(rest, Math.min(rest + 1, words.length));
  if (name === 'ssh') return range(sshCommand(words, head), words.length);
  if (name === 'su' || name === 'runuser') return argumentOf(words, head);
  const shell = shellIndex(words, head);
  return shell < 0 ? null : scriptArgument(words, shell);
}

/** True when a shell that this command starts reads its program from standard input: `bash -s <<EOF`, `ssh host <<EOF`. */
export function readsProgram(words: readonly (string | null)[]): boolean {
  const head = commandIndex(words);
  const name = nameAt(words, head);
  if (PRINTERS.has(name)) return false;
  if (name === 'ssh') {
    const command = sshCommand(words, head);
    if (command >= words.length) return true;
    const remote = words
      .slice(command)
      .flatMap((word) => (word === null ? [null] : word.split(/\s+/)));
    return readsProgram(remote);
  }
  const shell = shellIndex(words, head);
  if (shell < 0) return false;
  const rest = words.slice(shell + 1);
  if (rest.some((word) => word !== null && /^-[a-z]*s$/.test(word))) return true;
  return rest.every((word) => word !== null && /^[-+]/.test(word) && !/^-[a-z]*c/.test(word));
}

function range(from: number, to: number): InnerProgram | null {
  return from < to ? { from, to } : null;
}

function nameAt(words: readonly (string | null)[], index: number): string {
  const word = words[index] ?? '';
  return word.slice(word.lastIndexOf('/') + 1);
}

/** Index of the word that names the command, behind wrappers, their flags, numbers and assignments. */
function commandIndex(words: readonly (string | null)[]): number {
  let index = 0;
  let options = WRAPPERS.get(nameAt(words, index));
  while (options !== undefined && index < words.length) {
    index += 1;
    while (/^(?:-.*|\d+[smhd]?|\w+=.*)$/s.test(words[index] ?? '')) {
      const flag = words[index] ?? '';
      index += flag.length === 2 && options.includes(flag.charAt(1)) ? 2 : 1;
    }
    options = WRAPPERS.get(nameAt(words, index));
  }
  return index;
}

function sshCommand(words: readonly (string | null)[], head: number): number {
  let index = head + 1;
  while (index < words.length && /^-./.test(words[index] ?? '')) {
    index += SSH_WITH_ARGUMENT.test(words[index] ?? '') ? 2 : 1;
  }
  return index + 1;
}

function argumentOf(words: readonly (string | null)[], head: number): InnerProgram | null {
  const flag = words.findIndex(
    (word, index) => index > head && (word === '-c' || word === '--command'),
  );
  return flag < 0 ? null : range(flag + 1, Math.min(flag + 2, words.length));
}

/** A shell anywhere in the command: `docker exec db sh -c '…'`, `kubectl exec pod -- bash -c '…'`. */
function shellIndex(words: readonly (string | null)[], head: number): number {
  return words.findIndex((_, index) => index >= head && SHELLS.has(nameAt(words, index)));
}

function scriptArgument(words: readonly (string | null)[], shell: number): InnerProgram | null {
  let index = shell + 1;
  while (index < words.length && /^[-+]/.test(words[index] ?? '')) {
    const flag = words[index] ?? '';
    if (/^-[A-Za-z]*c[A-Za-z]*$/.test(flag)) {
      const script = words[index + 1] === '--' ? index + 2 : index + 1;
      return range(script, Math.min(script + 1, words.length));
    }
    index += /^[-+][A-Za-z]*[oO]$/.test(flag) ? 2 : 1;
  }
  return null;
}
