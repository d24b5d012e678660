import type { DataStore, DestructiveCommand } from '../model/fact.ts';

/** Whether what a command takes and names may be this store. Where either side says nothing of it, it may. */
export function mayName(command: DestructiveCommand, store: DataStore): boolean {
  if (!store.implied && command.products?.includes(store.product) === false) return false;
  const { names, within } = command;
  const { calledBy } = store;
  if (names === undefined || calledBy === undefined) return true;
  if (within !== undefined && store.within !== undefined && !isLike(within, store.within)) {
    return false;
  }
  return names.some((name) => calledBy.some((called) => isLike(name, called)));
}

/** `*` is any text. A path fits where it ends like the other: a script may run anywhere in the tree. */
function isLike(pattern: string, text: string): boolean {
  const plain = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  if (plain === '.' || plain === '..') return true;
  return isGlob(plain, text) || (/[/.]/.test(pattern) && isGlob(`*/${plain}`, text));
}

function isGlob(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!text.startsWith(first)) return false;
  let position = first.length;
  for (const [index, part] of rest.entries()) {
    if (index === rest.length - 1)
      return text.length - part.length >= position && text.endsWith(part);
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return position === text.length;
}
