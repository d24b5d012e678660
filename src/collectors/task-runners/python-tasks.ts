import {
  at,
  type DataNode,
  entries,
  items,
  type ScalarNode,
  sourceOffset,
} from '../../model/document.ts';
import { ProgramText } from '../../recognize/task/program-text.ts';
import { maxRecipes, type Recipe } from './recipe.ts';

/**
 * The tasks of Poe: a line, a table with one (`cmd` takes no shell, which changes nothing here), or a sequence. In a sequence plain text is the name of a task
 * where a table stands for a line. Tasks in Python (`script`, `expr`) are not followed.
 * @see https://poethepoet.natn.io/tasks/index.html
 */
export function poeRecipes(root: DataNode | undefined): readonly Recipe[] {
  return recipesOf(at(root, 'tool', 'poe', 'tasks'), (value, draft) => {
    const sequence = value.type === 'list' ? value : at(value, 'sequence');
    const isNames = textOf(at(value, 'default_item_type')) === undefined;
    for (const item of items(sequence)) {
      if (item.type === 'scalar') {
        if (isNames) draft.calls.push(...firstWord(item));
      } else addTable(draft, item, ['cmd', 'shell']);
    }
    if (value.type === 'scalar') addLine(draft.program, value);
    addTable(draft, value, ['cmd', 'shell']);
    draft.calls.push(...items(at(value, 'deps')).flatMap(firstWord));
  });
}

/**
 * The tasks of taskipy. `pre_x` and `post_x` run around `x`.
 * @see https://github.com/taskipy/taskipy#pre--post-task-hooks
 */
export function taskipyRecipes(root: DataNode | undefined): readonly Recipe[] {
  return recipesOf(at(root, 'tool', 'taskipy', 'tasks'), (value, draft) => {
    if (value.type === 'scalar') addLine(draft.program, value);
    addTable(draft, value, ['cmd']);
    draft.calls.push(...around(draft.name));
  });
}

/**
 * The scripts of PDM; functions (`call`) are not followed. `_` holds options for all of them.
 * @see https://pdm-project.org/latest/usage/scripts/
 */
export function pdmRecipes(root: DataNode | undefined): readonly Recipe[] {
  return recipesOf(at(root, 'tool', 'pdm', 'scripts'), (value, draft) => {
    if (draft.name === '_') return;
    if (value.type === 'scalar') addLine(draft.program, value);
    addTable(draft, value, ['cmd', 'shell']);
    for (const item of items(at(value, 'composite'))) {
      // The name of a script with its arguments, else a line.
      draft.calls.push(...firstWord(item));
      if (item.type === 'scalar') addLine(draft.program, item);
    }
    draft.calls.push(...around(draft.name));
  });
}

interface Draft {
  readonly name: string;
  readonly program: ProgramText;
  readonly calls: string[];
}

function recipesOf(
  tasks: DataNode | undefined,
  read: (value: DataNode, draft: Draft) => void,
): readonly Recipe[] {
  return entries(tasks)
    .slice(0, maxRecipes)
    .map(({ key, value }) => {
      const draft: Draft = { name: key, program: new ProgramText(), calls: [] };
      read(value, draft);
      return { name: key, program: draft.program.done(), calls: draft.calls, asksAt: null };
    });
}

function around(task: string): readonly string[] {
  return [`pre_${task}`, `post_${task}`];
}

/** A line under one of these keys; a list is its words. */
function addTable({ program }: Draft, table: DataNode, keys: readonly string[]): void {
  for (const key of keys) {
    const line = at(table, key);
    if (line?.type === 'scalar') addLine(program, line);
    else if (line?.type === 'list') addWords(program, items(line));
  }
}

function addLine(program: ProgramText, node: ScalarNode): void {
  if (typeof node.value !== 'string') return;
  program.addPart(node, 0, node.text.length);
  program.add('\n', sourceOffset(node, node.text.length));
}

/** Words of which nothing but their own letters reaches the program. */
function addWords(program: ProgramText, words: readonly DataNode[]): void {
  for (const word of words) {
    if (word.type !== 'scalar') continue;
    const start = sourceOffset(word, 0);
    if (/^[\w@%+=:,./-]+$/.test(word.text)) program.addPart(word, 0, word.text.length);
    else program.add(`'${word.text.replaceAll("'", '"')}'`, start);
    program.add(' ', start + word.text.length);
  }
  const last = words.at(-1);
  if (last !== undefined) program.add('\n', last.at.end);
}

function firstWord(node: DataNode): readonly string[] {
  const word = textOf(node)?.split(' ', 1)[0] ?? '';
  return word === '' ? [] : [word];
}

function textOf(node: DataNode | undefined): string | undefined {
  return node?.type === 'scalar' ? node.text : undefined;
}
