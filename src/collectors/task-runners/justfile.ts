import { ProgramText } from '../../recognize/task/program-text.ts';
import { type Line, linesOf, maxLength, maxRecipes, type Recipe } from './recipe.ts';

interface Open {
  readonly names: readonly string[];
  readonly calls: readonly string[];
  readonly asksAt: number | null;
  readonly program: ProgramText;
}

/** The recipes of a justfile; `[confirm]` makes it ask before one. */
export function justfileRecipes(text: string): readonly Recipe[] {
  if (text.length > maxLength) return [];
  const lines = linesOf(text);
  const values = valuesOf(lines);
  const recipes: Recipe[] = [];
  let open: Open | null = null;
  let asksAt: number | null = null;
  const close = (): void => {
    if (open === null) return;
    const { names, calls, program } = open;
    for (const name of names) {
      recipes.push({ name, calls, asksAt: open.asksAt, program: program.done() });
    }
    open = null;
  };
  for (const line of lines) {
    if (recipes.length >= maxRecipes) break;
    if (/^\s+\S/.test(line.text)) {
      if (open !== null) addLine(open.program, line, values);
      continue;
    }
    if (/^\s*$|^#/.test(line.text)) continue;
    close();
    if (/^\[.*\bconfirm\b.*\]\s*$/.test(line.text)) {
      asksAt = line.start;
      continue;
    }
    if (line.text.startsWith('[')) continue;
    const head = headOf(line.text);
    if (head !== null) open = { ...head, asksAt, program: new ProgramText() };
    asksAt = null;
  }
  close();
  return recipes;
}

/** `name parameters: dependencies`; the colon may not stand in a quoted default, nor begin `:=`. */
function headOf(line: string): Pick<Open, 'names' | 'calls'> | null {
  const name = /^@?([A-Za-z_][\w-]{0,80})/.exec(line)?.[1];
  if (name === undefined) return null;
  let quote = '';
  for (let index = name.length; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ':') {
      if (line[index + 1] === '=') return null;
      const calls = line.slice(index + 1, index + 1000).match(/[A-Za-z_][\w-]*/g) ?? [];
      return { names: [name], calls };
    }
  }
  return null;
}

function valuesOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { text } of lines) {
    const found = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(?:"([^"]*)"|'([^']*)')\s*$/.exec(text);
    const value = found?.[2] ?? found?.[3];
    if (found?.[1] !== undefined && value !== undefined) values.set(found[1], value);
  }
  return values;
}

/** One line of a recipe: `@` and `-` are not the shell's, `{{name}}` is a variable or an argument. */
function addLine(program: ProgramText, line: Line, values: ReadonlyMap<string, string>): void {
  const begin = /^\s*[@-]*/.exec(line.text)?.[0].length ?? 0;
  let at = begin;
  for (const found of line.text.matchAll(/\{\{\s*([^{}]{1,100})\}\}/g)) {
    if (found.index < begin) continue;
    if (found.index > at) program.add(line.text.slice(at, found.index), line.start + at);
    const name = (found[1] ?? '').trim();
    const shell = /^[A-Za-z_]\w*$/.test(name) ? `\${${name}}` : '${computed}';
    program.add(values.get(name) ?? shell, line.start + found.index);
    at = found.index + found[0].length;
  }
  program.add(`${line.text.slice(at)}\n`, line.start + at);
}
