import {
  type Case,
  type CommandExpansionPart,
  forEachChild,
  type ParsedScript,
  type ProcessSubstitutionPart,
  parse as parseBash,
  type Statement,
  type SyntaxNode,
} from 'unbash';
import type {
  ParseProblem,
  ShellCommand,
  ShellContext,
  ShellRedirect,
  ShellWord,
} from '../../model/document.ts';
import { MAX_PROBLEMS } from '../positions.ts';
import { shellRedirects, simpleCommand } from './command.ts';
import { innerProgram, readsProgram } from './inner-programs.ts';
import { backtickSlices, inputSlices, joinedSlices } from './slices.ts';
import { innerSource, type ShellSource, type Slice } from './source.ts';

const MAX_NESTING = 200;
/** Programs within arguments of programs within arguments. */
const MAX_PROGRAMS = 8;

/** What one flattening gathers. */
export interface Flattened {
  readonly commands: ShellCommand[];
  readonly problems: ParseProblem[];
  /** Quoted text and bodies of the outermost program, where `#` starts no comment. Not sorted. */
  readonly opaque: { readonly start: number; readonly end: number }[];
  pipelines: number;
  /** Nesting of the node that is visited. */
  depth: number;
  /** Characters that may still be parsed again for nested programs. */
  budget: number;
}

/** Where in the program the walk is. */
interface Place {
  readonly source: ShellSource;
  readonly within: readonly ShellContext[];
  /** Redirects of enclosing groups, outermost first. */
  readonly redirects: readonly ShellRedirect[];
  /** Number of the pipeline that the enclosing group is a stage of. */
  readonly pipeline: number | null;
  readonly programs: number;
  readonly isOutermost: boolean;
}

/** Parses a program and lists its simple commands, those of programs inside it included. */
export function flatten(source: ShellSource): Flattened {
  const state: Flattened = {
    commands: [],
    problems: [],
    opaque: [],
    pipelines: 0,
    depth: 0,
    budget: 1_000_000 + 20 * source.text.length,
  };
  program(state, parseBash(source.text), {
    source,
    within: [],
    redirects: [],
    pipeline: null,
    programs: 0,
    isOutermost: true,
  });
  state.commands.sort((a, b) => a.at.start - b.at.start);
  return state;
}

function program(state: Flattened, script: ParsedScript, place: Place): void {
  for (const { message, pos } of script.errors ?? []) {
    if (state.problems.length >= MAX_PROBLEMS) break;
    const start = Math.min(pos, place.source.text.length);
    const at = place.source.at(start, Math.min(start + 1, place.source.text.length));
    // Only these messages quote the program, which may hold a secret.
    const safe = message.startsWith('unexpected') ? 'unexpected token' : message;
    state.problems.push({ at, message: safe });
  }
  statements(state, script.commands, place);
}

function statements(state: Flattened, list: readonly Statement[], place: Place): void {
  for (const statement of list) {
    const inner = statement.background === true ? inside(place, 'background', '') : place;
    visit(state, statement.command, inner);
  }
}

function inside(place: Place, kind: ShellContext['kind'], text: string): Place {
  return moved(place, { within: [...place.within, { kind, text }] });
}

/** A place that differs from another one. Written out because spreading it was a third of the walk. */
function moved(place: Place, change: Partial<Place>): Place {
  return {
    source: change.source ?? place.source,
    within: change.within ?? place.within,
    redirects: change.redirects ?? place.redirects,
    pipeline: change.pipeline === undefined ? place.pipeline : change.pipeline,
    programs: change.programs ?? place.programs,
    isOutermost: change.isOutermost ?? place.isOutermost,
  };
}

/** The place of something that is no stage of the pipeline around it. */
function alone(place: Place): Place {
  return place.pipeline === null ? place : moved(place, { pipeline: null });
}

function shown(place: Place, start: number, end: number): string {
  return place.source.shown.slice(start, end);
}

/** Visits any node: a command, a group of them, or a word that holds some. */
function visit(state: Flattened, node: SyntaxNode, place: Place): void {
  if (isLeaf(node)) {
    if (place.isOutermost) state.opaque.push({ start: node.pos, end: node.end });
  } else if (state.depth < MAX_NESTING) {
    state.depth += 1;
    visitGroup(state, node, place);
    state.depth -= 1;
  }
}

function visitGroup(state: Flattened, node: SyntaxNode, place: Place): void {
  switch (node.type) {
    case 'Command':
      command(state, node, place);
      break;
    case 'Pipeline': {
      state.pipelines += 1;
      children(state, node, moved(place, { pipeline: state.pipelines }));
      break;
    }
    case 'AndOr':
      andOr(state, node, place);
      break;
    case 'If':
      branches(state, node, place);
      break;
    case 'Case':
      cases(state, node, place);
      break;
    case 'Redirected': {
      const redirects = node.redirects.flatMap((part) => shellRedirects(part, place.source));
      const all = [...place.redirects, ...redirects];
      visit(state, node.command, moved(place, { redirects: all }));
      for (const redirect of node.redirects) visit(state, redirect, place);
      break;
    }
    case 'Statement':
      statements(state, [node], place);
      break;
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticCommandExpansion':
      substitution(state, node, place);
      break;
    default:
      if (node.type === 'ParameterExpansion' && place.isOutermost) {
        state.opaque.push({ start: node.pos, end: node.end });
      }
      children(state, node, groupPlace(node, place));
  }
}

/** Each branch of a `case` knows what is compared, and to what. */
function cases(state: Flattened, node: Case, place: Place): void {
  const subject = shown(place, node.word.pos, node.word.end);
  visit(state, node.word, inside(alone(place), 'case', ''));
  for (const item of node.items) {
    const pattern = item.pattern.map((word) => shown(place, word.pos, word.end)).join('|');
    children(state, item, inside(alone(place), 'case', `${subject} in ${pattern}`));
  }
}

/** The place of what a group holds. Loops and branches hide the pipeline they are a stage of: their commands come and go. */
function groupPlace(node: SyntaxNode, place: Place): Place {
  switch (node.type) {
    case 'Function':
      return inside(alone(place), 'function', node.name.value);
    case 'For':
    case 'ArithmeticFor':
    case 'Select':
    case 'While':
      return inside(alone(place), 'loop', '');
    case 'Subshell':
      return inside(place, 'subshell', '');
    case 'Coproc':
      return inside(place, 'background', '');
    default:
      return place;
  }
}

function children(state: Flattened, node: SyntaxNode, place: Place): void {
  forEachChild(node, (child) => visit(state, child, place));
}

/** Text without a command in it, where a `#` starts no comment. Most nodes are such. */
function isLeaf(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'Word':
    case 'HereDocBody':
      return node.parts === undefined;
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'SimpleExpansion':
      return true;
    case 'ParameterExpansion':
      return node.operation === undefined && node.index === undefined;
    default:
      return false;
  }
}

type Node<T extends SyntaxNode['type']> = Extract<SyntaxNode, { readonly type: T }>;

function andOr(state: Flattened, node: Node<'AndOr'>, place: Place): void {
  for (const [index, part] of node.commands.entries()) {
    const previous = node.commands[index - 1];
    if (previous === undefined) visit(state, part, place);
    else {
      const kind = node.operators[index - 1] === '||' ? 'or' : 'and';
      visit(state, part, inside(place, kind, shown(place, node.pos, previous.end)));
    }
  }
}

function branches(state: Flattened, node: Node<'If'>, outer: Place): void {
  let place = alone(outer);
  for (const { clause, then } of [node, ...node.elif]) {
    const condition = shown(place, clause.pos, clause.end);
    visit(state, clause, inside(place, 'if-test', ''));
    visit(state, then, inside(place, 'if', condition));
    place = inside(place, 'else', condition);
  }
  if (node.else !== undefined) visit(state, node.else, place);
}

function substitution(
  state: Flattened,
  node: CommandExpansionPart | ProcessSubstitutionPart | Node<'ArithmeticCommandExpansion'>,
  outer: Place,
): void {
  state.budget -= node.end - node.pos;
  if (state.budget < 0 || node.script === undefined) return;
  const place = moved(inside(alone(outer), 'substitution', ''), { redirects: [] });
  const { script } = node;
  if (script.source === undefined) {
    program(state, script, place);
    return;
  }
  // Backticks with escapes: positions count the text without its backslashes.
  const source = innerSource(outer.source, backtickSlices(node, script.source, outer.source.text));
  program(state, script, moved(place, { source, isOutermost: false }));
}

function command(state: Flattened, node: Node<'Command'>, place: Place): void {
  const own = node.redirects.flatMap((redirect) => shellRedirects(redirect, place.source));
  const { words, assignments, at } = simpleCommand(node, place.source);
  state.pipelines += place.pipeline === null ? 1 : 0;
  state.commands.push({
    words,
    assignments,
    redirects: place.redirects.length === 0 ? own : [...own, ...place.redirects],
    within: place.within,
    pipeline: place.pipeline ?? state.pipelines,
    at,
  });
  children(state, node, alone(place));
  if (place.programs >= MAX_PROGRAMS || words.length + own.length < 2) return;
  innerPrograms(state, node, words, place);
}

function innerPrograms(
  state: Flattened,
  node: Node<'Command'>,
  shellWords: readonly ShellWord[],
  place: Place,
): void {
  const words = shellWords.map(({ text }) => text);
  const inner = innerProgram(words);
  if (inner !== null) {
    const parts = [...(node.name === undefined ? [] : [node.name]), ...node.args];
    const program = parts.slice(inner.from, inner.to);
    runProgram(state, joinedSlices(program.filter((part) => part.type === 'Word')), place);
    return;
  }
  const inputs = inputSlices(node.redirects);
  if (inputs.length === 0 || !readsProgram(words)) return;
  for (const slices of inputs) runProgram(state, slices, place);
}

function runProgram(state: Flattened, slices: readonly Slice[], outer: Place): void {
  const source = innerSource(outer.source, slices);
  state.budget -= source.text.length;
  if (state.budget < 0 || source.text.trim() === '') return;
  const place = inside(outer, 'substitution', '');
  const programs = outer.programs + 1;
  program(state, parseBash(source.text), moved(place, { source, programs, isOutermost: false }));
}
