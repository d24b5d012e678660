import type { ShellCommand, ShellDocument } from '../../model/document.ts';
import type { HiddenFailure } from '../../model/fact.ts';
import { commandWords } from '../command/command-line.ts';

/** Programs that look at what was written: they fail where it is empty, broken or missing. */
const verifiers =
  /^(?:test|\[|\[\[|stat|wc|du|sha256sum|md5sum|b3sum|cmp|pg_restore|restic|borg|mysqlcheck|pg_verifybackup)$/;
const tester = /^(?:gzip|gunzip|zstd|xz|bzip2|tar|pigz|unzip|7z|age|gpg)$/;
/** What tells somebody: a ping that stops coming, a message, a metric. */
const tellers =
  /healthchecks|hc-ping|heartbeat|cronitor|uptime|pushgateway|webhook|hooks\.slack|slack|discord|sentry|pagerduty|opsgenie|ntfy|telegram|\bmail(?:x|gun)?\b|sendmail|alert|notify/i;
/** Deeds that are no check: whatever follows, the job ends well. */
const shrugs = new Set(['true', ':', 'echo', 'printf', 'logger']);

/**
 * How a program hides that its dump failed, `null` where somebody could notice: a check of the result, a message, or an exit code that reaches
 * whoever started it.
 */
export function hiddenFailure(dump: ShellCommand, document: ShellDocument): HiddenFailure | null {
  const { commands } = document;
  // Somebody looks at the exit code.
  if (dump.within.some(({ kind }) => kind === 'if-test')) return null;
  if (isVerified(dump, commands) || isTold(dump, commands)) return null;
  const tool = commandWords(dump)[0] ?? 'the dump';
  const ignored = shrugAfter(dump, commands);
  if (ignored !== undefined) {
    const last = ignored.words[0]?.text ?? 'true';
    const silent = discardsMessages(dump) ? ' and its messages go to /dev/null' : '';
    return {
      because: `\`|| ${last}\` lets the job end well when ${tool} fails${silent}`,
      at: ignored.at,
    };
  }
  if (isFollowedInPipe(dump, commands) && !failsInPipe(document)) {
    const silent = discardsMessages(dump) ? ', and its messages go to /dev/null' : '';
    return {
      because: `a pipe without pipefail loses the exit code of ${tool}${silent}`,
      at: dump.at,
    };
  }
  const pruning = stopsOnError(document) ? undefined : pruneAfter(dump, commands);
  if (pruning !== undefined) {
    return {
      because: `the script goes on when ${tool} fails, and deletes older copies`,
      at: pruning.at,
    };
  }
  return null;
}

function isAfter(other: ShellCommand, dump: ShellCommand): boolean {
  return other.at.start > dump.at.start && other.pipeline !== dump.pipeline;
}

function isVerified(dump: ShellCommand, commands: readonly ShellCommand[]): boolean {
  return commands.some((other) => {
    if (!isAfter(other, dump)) return false;
    const [program = '', ...words] = commandWords(other).map((word) => word ?? '');
    if (tester.test(program))
      return words.some((word) => /^(?:-[a-zA-Z]*t[a-zA-Z]*|--test|--list)$/.test(word));
    if (program === 'restic') return words.includes('check');
    if (program === 'borg') return words.includes('check');
    if (/^(?:test|\[|\[\[)$/.test(program)) {
      return other.words.some((word) => /^-[sf]$|\$\?|PIPESTATUS|SIZE|size/.test(word.raw));
    }
    return verifiers.test(program);
  });
}

/** A message that is sent only, or only stays away, when the job fails. */
function isTold(dump: ShellCommand, commands: readonly ShellCommand[]): boolean {
  return commands.some((other) => {
    if (
      other.words[0]?.text === 'trap' &&
      other.words.some((word) => /^(?:ERR|EXIT)$/.test(word.raw))
    )
      return true;
    return isAfter(other, dump) && other.words.some((word) => tellers.test(word.raw));
  });
}

/** What `||` runs instead when the dump fails, where that is nothing. */
function shrugAfter(
  dump: ShellCommand,
  commands: readonly ShellCommand[],
): ShellCommand | undefined {
  const words = dump.words.map((word) => word.raw).join(' ');
  const instead = commands.filter(({ within, at }) => {
    const inner = within.at(-1);
    return (
      at.start > dump.at.start && inner?.kind === 'or' && spaced(inner.text).includes(spaced(words))
    );
  });
  const isNothing = instead.every((command) => shrugs.has(command.words[0]?.text ?? ''));
  return isNothing ? instead.at(-1) : undefined;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function isFollowedInPipe(dump: ShellCommand, commands: readonly ShellCommand[]): boolean {
  return commands.some(
    (other) => other.pipeline === dump.pipeline && other.at.start > dump.at.start,
  );
}

function discardsMessages(dump: ShellCommand): boolean {
  return dump.redirects.some(
    ({ operator, target }) => /^(?:2>>?|&>>?)$/.test(operator) && target.raw === '/dev/null',
  );
}

function failsInPipe(document: ShellDocument): boolean {
  return /\bpipefail\b|PIPESTATUS|pipestatus/.test(document.text);
}

function stopsOnError(document: ShellDocument): boolean {
  return (
    /^#!.*\s-[a-z]*e/.test(document.text) ||
    document.commands.some(
      ({ words }) =>
        words[0]?.text === 'set' && words.some((word) => /^-[a-zA-Z]*e|^errexit$/.test(word.raw)),
    ) ||
    // Its own handling of the exit code.
    /\$\?/.test(document.text)
  );
}

/** `find … -mtime +7 -delete`, `rm` of what is old. */
function pruneAfter(
  dump: ShellCommand,
  commands: readonly ShellCommand[],
): ShellCommand | undefined {
  return commands.find((other) => {
    if (!isAfter(other, dump) || other.within.some(({ kind }) => kind === 'and')) return false;
    const [program = '', ...words] = commandWords(other).map((word) => word ?? '');
    return (
      program === 'find' &&
      words.some((word) => /^-m(?:time|min)$/.test(word)) &&
      words.some((word) => /^-delete$|^rm$/.test(word))
    );
  });
}
