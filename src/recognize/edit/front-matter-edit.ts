import { type Document, isCollection, isScalar, parseDocument } from 'yaml';

type Path = readonly (string | number)[];

/**
 * The text of a Markdown file whose front matter was changed as a plain value. Keys that stay are left as they are written, comments included; without
 * front matter, with a broken one, or with nothing changed, the text stays the same.
 */
export function editFrontMatter(text: string, edit: (front: object) => object): string {
  const found = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?\r?\n)(---[ \t]*(?:\r?\n|$))/.exec(text);
  const [whole = '', open = '', source = '', close = ''] = found ?? [];
  if (source === '') return text;
  const document = parseDocument(source);
  if (document.errors.length > 0) return text;
  const before: unknown = document.toJS({ maxAliasCount: 100 });
  if (!isMap(before)) return text;
  const after = edit(before);
  if (JSON.stringify(after) === JSON.stringify(before)) return text;
  write(document, [], before, after);
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const edited = document
    .toString({ lineWidth: 0, flowCollectionPadding: /[[{] /.test(source) })
    .replaceAll(/\r?\n/g, eol);
  return open + edited + close + text.slice(whole.length);
}

/** Changes only what differs: whoever looks at the change sees that and nothing else. */
function write(document: Document, path: Path, before: unknown, after: unknown): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isScalar(node) && (typeof after !== 'object' || after === null)) {
    // The node keeps its quotes and the comment behind it.
    node.value = after;
    return;
  }
  if (isCollection(node) && Array.isArray(before) && Array.isArray(after)) {
    const gone = takenAway(before, after);
    for (const index of gone.toReversed()) document.deleteIn([...path, index]);
    const left = before.filter((_, index) => !gone.includes(index));
    if (gone.length > 0) {
      write(document, path, left, after);
      return;
    }
  }
  const isAlike = isCollection(node) && keepsOrder(before, after);
  if (!isAlike) {
    const made = document.createNode(after);
    if (isCollection(made) && isCollection(node)) made.flow = node.flow ?? false;
    document.setIn(path, made);
    return;
  }
  const old = new Map(entriesOf(before));
  const now = new Map(entriesOf(after));
  for (const key of [...old.keys()].reverse()) {
    if (!now.has(key)) document.deleteIn([...path, key]);
  }
  for (const [key, value] of now) write(document, [...path, key], old.get(key), value);
}

/** Places of items that a shorter list no longer has, where it has nothing else. */
function takenAway(before: readonly unknown[], after: readonly unknown[]): readonly number[] {
  let next = 0;
  const gone = before.flatMap((item, index) => {
    if (JSON.stringify(item) !== JSON.stringify(after[next])) return [index];
    next += 1;
    return [];
  });
  return next === after.length ? gone : [];
}

/** Whether keys were only taken away or added at the end; items of a list only added. */
function keepsOrder(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) !== Array.isArray(after)) return false;
  const old = new Set(entriesOf(before).map(([key]) => key));
  const now = entriesOf(after).map(([key]) => key);
  const stayed = now.filter((key) => old.has(key));
  const kept = [...old].filter((key) => stayed.includes(key));
  if (Array.isArray(before) && stayed.length < old.size) return false;
  return (
    stayed.every((key, index) => key === kept[index]) &&
    now.slice(0, stayed.length).every((key) => old.has(key))
  );
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return isMap(value) ? Object.entries(value) : [];
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
