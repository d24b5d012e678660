import type { HardenRequest } from '../../model/hardening.ts';
import { stopGlobs } from './stop-globs.ts';

/**
 * Command globs for what cannot be undone: agents that can deny deny it, and the rest asks by itself once nothing loose is left. `kept` are commands
 * that the team allows, which no wider glob may cover.
 */
export function deniedGlobs(request: HardenRequest, kept: readonly string[]): readonly string[] {
  const denied = request.stops.filter(({ effect }) => effect === 'deny');
  return stopGlobs(denied, kept);
}

/**
 * A glob as an expression to be searched for in a line, so that the command is found behind `&&` too, however it is spaced; what stands between its
 * words is of the same command. Every dialect reads it.
 */
export function globExpression(glob: string): string {
  const endsOpen = glob.endsWith(' *');
  const bare = glob.replace(/[ ]?\*$/, '');
  const source = bare
    .split('*')
    .map((part) => part.split(' ').map(escaped).join('\\s+'))
    .join('[^;&|]*');
  const start = /^\w/.test(bare) ? '\\b' : '';
  const end = endsOpen && /\w$/.test(bare) ? '\\b' : '';
  return `${start}${source}${end}`;
}

/** Longer expressions are split: some engines refuse them. */
const longest = 1_500;

/**
 * One expression for the commands of each program, without what `have` already denies; for agents whose rules are too long to have one for each
 * command.
 */
export function programExpressions(
  globs: readonly string[],
  have: readonly string[],
): readonly string[] {
  const missing = globs
    .map(partsOf)
    .filter(
      ({ program, rest }) =>
        !have.some((expression) => expression.startsWith(program) && isBranch(expression, rest)),
    );
  const found: string[] = [];
  for (const program of new Set(missing.map((part) => part.program))) {
    let rests: string[] = [];
    for (const part of missing.filter((candidate) => candidate.program === program)) {
      if (rests.join('|').length + part.rest.length > longest) {
        found.push(`${program}(?:${rests.join('|')})`);
        rests = [];
      }
      rests.push(part.rest);
    }
    found.push(`${program}(?:${rests.join('|')})`);
  }
  return found;
}

/** Whether the expression has it between two bars. */
function isBranch(expression: string, rest: string): boolean {
  return ['(?:', '|'].some((before) =>
    ['|', ')'].some((after) => expression.includes(`${before}${rest}${after}`)),
  );
}

/** `\brailway\s+` and what follows. */
function partsOf(glob: string): { readonly program: string; readonly rest: string } {
  const whole = globExpression(glob);
  const end = whole.indexOf('\\s+') + 3;
  return end < 3
    ? { program: '', rest: whole }
    : { program: whole.slice(0, end), rest: whole.slice(end) };
}

function escaped(text: string): string {
  return text.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
}
