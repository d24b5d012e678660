import { ProgramText } from '../../recognize/task/program-text.ts';
import { type Line, linesOf, maxLength, maxRecipes, type Recipe } from './recipe.ts';

/** Variables of a makefile that are written out. */
type Values = ReadonlyMap<string, string>;

/** The targets of a makefile with their recipes. Conditionals and included files are not evaluated. */
export function makefileRecipes(text: string): readonly Recipe[] {
  if (text.length > maxLength) return [];
  const lines = linesOf(text);
  const values = valuesOf(lines);
  const recipes: Recipe[] = [];
  let open: { names: readonly string[]; calls: readonly string[]; program: ProgramText } | null =
    null;
  const close = (): void => {
    if (open === null) return;
    const program = open.program.done();
    for (const name of open.names) recipes.push({ name, program, calls: open.calls, asksAt: null });
    open = null;
  };
  for (const line of lines) {
    if (recipes.length >= maxRecipes) break;
    if (line.text.startsWith('\t')) {
      if (open !== null) addLine(open.program, line, values);
      continue;
    }
    if (
      /^\s*(?:#|$)/.test(line.text) ||
      /^(?:ifeq|ifneq|ifdef|ifndef|else|endif)\b/.test(line.text)
    )
      continue;
    close();
    const head = headOf(line.text);
    if (head !== null) open = { ...head, program: new ProgramText() };
  }
  close();
  return recipes;
}

/** `targets: prerequisites`; an assignment, `.PHONY` and a pattern are no task. */
function headOf(
  line: string,
): { readonly names: readonly string[]; readonly calls: readonly string[] } | null {
  const colon = line.indexOf(':');
  const rest = line.slice(colon + 1).replace(/^:/, '');
  if (colon < 1 || rest.startsWith('=') || line.slice(0, colon).includes('=')) return null;
  const before = line.slice(0, colon).split(/\s+/).slice(0, 50);
  const names = before.filter((name) => /^[\w/-][\w./-]*$/.test(name));
  const after = rest.split(/[#;]/, 1)[0] ?? '';
  const calls = after.includes('=') ? [] : after.split(/[\s|]+/).slice(0, 200);
  return { names, calls: calls.filter((name) => /^[\w.-]+$/.test(name)) };
}

function valuesOf(lines: readonly Line[]): Values {
  const values = new Map<string, string>();
  for (const { text } of lines) {
    const found = /^(?:export\s+|override\s+)?([A-Za-z_]\w*)\s*(?:::?|\?)?=\s*([^#]*)/.exec(text);
    if (found?.[1] === undefined || values.has(found[1])) continue;
    const value = (found[2] ?? '').trim();
    if (value.length < 200 && !value.includes('$')) values.set(found[1], value);
  }
  return values;
}

/** One line of a recipe: its prefixes are not the shell's, `$$` is one dollar, `$(NAME)` a variable of the makefile. */
function addLine(program: ProgramText, line: Line, values: Values): void {
  const begin = /^\t[\s@+-]*/.exec(line.text)?.[0].length ?? 1;
  let at = begin;
  const parts = /\$\$|\$\(([A-Za-z_]\w*)\)|\$\{([A-Za-z_]\w*)\}/g;
  for (const found of line.text.matchAll(parts)) {
    if (found.index < begin) continue;
    if (found.index > at) program.add(line.text.slice(at, found.index), line.start + at);
    const name = found[1] ?? found[2];
    const value =
      name === undefined ? '$' : name === 'MAKE' ? 'make' : (values.get(name) ?? `\${${name}}`);
    program.add(value, line.start + found.index);
    at = found.index + found[0].length;
  }
  program.add(`${line.text.slice(at)}\n`, line.start + at);
}
