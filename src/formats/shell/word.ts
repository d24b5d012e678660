import type { Assignment, HereDocBody, Word, WordPart } from 'unbash';
import type { ShellWord } from '../../model/document.ts';
import { holesWithin, type ShellSource } from './source.ts';

/** A word after quote removal. */
export function shellWord(word: Word, source: ShellSource): ShellWord {
  return wordOf(word, word.value, word.parts, source);
}

/** `NAME=value` as the argument of `export`, `declare` and their like. */
export function assignmentWord(assignment: Assignment, source: ShellSource): ShellWord {
  const { value } = assignment;
  const isArray = value.type === 'ArrayValue';
  const head = assignment.text.slice(0, value.pos - assignment.pos);
  const parts = isArray ? value.elements.flatMap(({ parts }) => parts ?? []) : value.parts;
  const word = wordOf(assignment, isArray ? '' : head + value.value, parts, source);
  return isArray ? { ...word, text: null } : word;
}

/** What an assignment assigns; a list has no text of its own. */
export function assignedWord({ value }: Assignment, source: ShellSource): ShellWord {
  if (value.type === 'Word') return shellWord(value, source);
  const parts = value.elements.flatMap((element) => element.parts ?? []);
  return { ...wordOf(value, '', parts, source), text: null };
}

/** The body of a here-document. */
export function bodyWord(body: HereDocBody, source: ShellSource): ShellWord {
  const text = source.text.slice(body.pos, body.end);
  return wordOf(body, text, body.parts, source);
}

function wordOf(
  { pos, end }: { readonly pos: number; readonly end: number },
  value: string,
  parts: readonly WordPart[] | undefined,
  source: ShellSource,
): ShellWord {
  const holes = holesWithin(source.holes, pos, end);
  const found: Named[] = holes.flatMap((hole) =>
    hole.name === null ? [] : [{ pos: hole.start, name: hole.name }],
  );
  const isDynamic = expansions(parts ?? [], found, 0);
  const refs = found.sort((a, b) => a.pos - b.pos).map(({ name }) => name);
  return {
    text: isDynamic || holes.length > 0 ? null : value,
    raw: source.shown.slice(pos, end),
    refs,
    at: source.at(pos, end),
  };
}

/** A variable name and where it is expanded. */
interface Named {
  readonly pos: number;
  readonly name: string;
}

/** Adds the names that parts expand; true when any part is known at run time only. */
function expansions(parts: readonly WordPart[], found: Named[], depth: number): boolean {
  let isDynamic = false;
  for (const part of parts) {
    if (part.type === 'SimpleExpansion') addName(found, part.pos, part.text.slice(1));
    else if (part.type === 'ParameterExpansion') {
      addName(found, part.pos, part.parameter);
      if (depth < 50)
        for (const word of operands(part)) expansions(word.parts ?? [], found, depth + 1);
    } else if (part.type === 'ArithmeticExpansion') {
      for (const [name] of part.text.matchAll(/(?<![\w#])[A-Za-z_]\w*/g))
        addName(found, part.pos, name);
    } else if (part.type !== 'CommandExpansion' && part.type !== 'ProcessSubstitution') {
      const inner = 'parts' in part ? part.parts : undefined;
      if (inner === undefined || depth >= 50 || !expansions(inner, found, depth + 1)) continue;
    }
    isDynamic = true;
  }
  return isDynamic;
}

function addName(found: Named[], pos: number, name: string): void {
  if (!/^__+$/.test(name)) found.push({ pos, name });
}

function operands(part: WordPart): readonly Word[] {
  if (part.type !== 'ParameterExpansion' || part.operation === undefined) return [];
  const { operation } = part;
  const index = part.index === undefined ? [] : [part.index];
  if (operation.type === 'Replace') return [...index, operation.pattern, operation.replacement];
  if (operation.type === 'Slice')
    return [...index, operation.offset, ...(operation.length ? [operation.length] : [])];
  return 'operand' in operation && operation.operand !== undefined
    ? [...index, operation.operand]
    : index;
}
