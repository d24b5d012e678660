import type { DataNode } from '../../model/document.ts';

const STANDARD =
  /^(?:!!|!<tag:yaml\.org,2002:)(str|int|float|bool|null|map|seq|set|omap|pairs|binary|merge|timestamp)>?$/;

/** Name of one of YAML's own types for a tag as written; `undefined` for anybody else's tag. */
export function standardTag(tag: string): string | undefined {
  return tag === '!' ? 'str' : STANDARD.exec(tag)?.[1];
}

/**
 * Custom tag written before a node, e.g. `!Ref`, `!reference`, `!reset`, else `null`. A tagged list or map keeps its
 * structure, so ask before trusting it: `!If [Prod, true, false]` is no list of three values.
 */
export function tagOf(text: string, node: DataNode): string | null {
  if (node.type === 'scalar' || text.charCodeAt(node.at.start) !== 33) return null;
  return (
    /^!(?:<[^>]*>|[^\s,[\]{}]*)/.exec(text.slice(node.at.start, node.at.start + 200))?.[0] ?? null
  );
}
