import {
  at,
  type DataNode,
  entries,
  items,
  type ScalarNode,
  sourceOffset,
} from '../../model/document.ts';
import { addTemplated, ProgramText } from '../../recognize/task/program-text.ts';
import { maxRecipes, type Recipe } from './recipe.ts';

/** The tasks of a Taskfile; `prompt` makes it ask before one. */
export function taskfileRecipes(root: DataNode | undefined): readonly Recipe[] {
  return entries(at(root, 'tasks'))
    .slice(0, maxRecipes)
    .map(({ key, value }) => {
      const program = new ProgramText();
      const calls: string[] = [];
      const list = value.type === 'map' ? (at(value, 'cmds') ?? at(value, 'cmd')) : value;
      for (const item of list?.type === 'list' ? items(list) : [list]) {
        const called = scalar(at(item, 'task'));
        if (called !== undefined) calls.push(called.text);
        addScalar(program, scalar(item) ?? scalar(at(item, 'cmd')));
      }
      for (const item of items(at(value, 'deps'))) {
        const called = scalar(item) ?? scalar(at(item, 'task'));
        if (called !== undefined) calls.push(called.text);
      }
      const prompt = at(value, 'prompt');
      return { name: key, program: program.done(), calls, asksAt: prompt?.at.start ?? null };
    });
}

/** The scripts of a `composer.json`: `@name` starts another one, `@php` is the interpreter. */
export function composerRecipes(root: DataNode | undefined): readonly Recipe[] {
  return entries(at(root, 'scripts'))
    .slice(0, maxRecipes)
    .map(({ key, value }) => {
      const program = new ProgramText();
      const calls: string[] = [];
      for (const item of value.type === 'list' ? items(value) : [value]) {
        const line = scalar(item);
        if (line === undefined) continue;
        const called = /^@(?!php\b|composer\b|putenv\b)(\S+)/.exec(line.text)?.[1];
        if (called !== undefined) calls.push(called);
        else addScalar(program, line, /^@(?=php\b)/);
      }
      return { name: key, program: program.done(), calls, asksAt: null };
    });
}

/**
 * The tasks of a `deno.json`: a line, or a table with `command` and `dependencies`.
 * @see https://docs.deno.com/runtime/reference/cli/task/
 */
export function denoRecipes(root: DataNode | undefined): readonly Recipe[] {
  return entries(at(root, 'tasks'))
    .slice(0, maxRecipes)
    .map(({ key, value }) => {
      const calls = items(at(value, 'dependencies')).flatMap((item) => scalar(item)?.text ?? []);
      const line = scalar(value) ?? scalar(at(value, 'command'));
      const program = line ?? new ProgramText().done();
      return { name: key, program, calls, asksAt: null };
    });
}

/** Scripts of one manifest that are read. Some people write hundreds of them. */
const maxScripts = 3000;

/** The scripts of a `package.json`. A later duplicate replaces the earlier one, as in npm. */
export function packageRecipes(root: DataNode | undefined): readonly Recipe[] {
  const byName = new Map(
    entries(at(root, 'scripts')).flatMap(({ key, value }) => {
      const line = scalar(value);
      return line === undefined ? [] : [[key, line] as const];
    }),
  );
  return [...byName]
    .slice(0, maxScripts)
    .map(([name, program]) => ({ name, program, calls: [], asksAt: null }));
}

function scalar(node: DataNode | undefined): ScalarNode | undefined {
  return node?.type === 'scalar' && typeof node.value === 'string' ? node : undefined;
}

/** Adds the lines of a scalar, template expressions as variables. */
function addScalar(program: ProgramText, node: ScalarNode | undefined, prefix?: RegExp): void {
  if (node === undefined) return;
  addTemplated(program, node, variableOf, prefix);
  program.add('\n', sourceOffset(node, node.text.length));
}

function variableOf(expression: string): string {
  const name = expression.replace(/^\./, '');
  return /^\w+$/.test(name) ? `\${${name}}` : '${computed}';
}
