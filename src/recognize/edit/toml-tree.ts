import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';

/** A `key = value`, and the table that it stands in. */
export interface TomlPair {
  /** All keys from the root on. */
  readonly path: readonly string[];
  readonly start: number;
  readonly value: AST.TOMLContentNode;
  readonly table: TomlTable;
}

/** The root, a table with a header, or one in braces. */
export interface TomlTable {
  readonly path: readonly string[];
  readonly kind: 'root' | 'header' | 'inline';
  /** Of the header's line, of the braces. */
  readonly start: number;
  /** Behind the header, behind the braces. */
  readonly end: number;
  readonly pairs: TomlPair[];
}

/** Where everything of a TOML file stands, in the order of the file. Tables of arrays of tables are left out: they have no path of their own. */
export interface TomlTree {
  readonly tables: readonly TomlTable[];
  readonly pairs: readonly TomlPair[];
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** Reads a file's tables; `null` for a text that is no TOML. */
export function tomlTree(text: string): TomlTree | null {
  const program = tomlProgram(text);
  if (program === null) return null;
  const [top] = program.body;
  const root: TomlTable = { path: [], kind: 'root', start: 0, end: 0, pairs: [] };
  const tables: TomlTable[] = [root];
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') {
      addPair(node, root, tables);
    } else if (node.kind === 'standard' && node.resolvedKey.every(isName)) {
      const [start] = node.range;
      const table: TomlTable = {
        path: node.resolvedKey,
        kind: 'header',
        start,
        end: headerEnd(text, node.key.range[1]),
        pairs: [],
      };
      tables.push(table);
      for (const pair of node.body) addPair(pair, table, tables);
    }
  }
  const comments = program.comments.map(({ range: [start, end] }) => ({ start, end }));
  return { tables, pairs: tables.flatMap(({ pairs }) => pairs), comments };
}

/** The file as the parser sees it; `null` for a text that is no TOML. */
export function tomlProgram(text: string): AST.TOMLProgram | null {
  try {
    // The parser takes the mark for a key.
    return parseTOML(text.replace(/^\ufeff/, ' '), { tomlVersion: '1.1' });
  } catch (error) {
    if (error instanceof ParseError || error instanceof RangeError) return null;
    throw error;
  }
}

function isName(part: string | number): part is string {
  return typeof part === 'string';
}

function headerEnd(text: string, from: number): number {
  return text.indexOf(']', from) + 1;
}

function addPair(node: AST.TOMLKeyValue, table: TomlTable, tables: TomlTable[]): void {
  const keys = node.key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
  const path = [...table.path, ...keys];
  table.pairs.push({ path, start: node.range[0], value: node.value, table });
  if (node.value.type !== 'TOMLInlineTable') return;
  const [start, end] = node.value.range;
  const inner: TomlTable = { path, kind: 'inline', start, end, pairs: [] };
  tables.push(inner);
  for (const pair of node.value.body) addPair(pair, inner, tables);
}
