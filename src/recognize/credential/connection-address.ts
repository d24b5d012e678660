import { type ConnectionUrl, parseConnectionUrl } from './connection-url.ts';

/** An address of a database or broker that stands in a text, with what stands for its password. */
export interface ConnectionAddress {
  readonly text: string;
  readonly url: ConnectionUrl;
  readonly start: number;
  readonly end: number;
  /** Where the host is written; empty where only an option of the address names it. */
  readonly host: readonly [start: number, end: number];
}

/** A host may be a placeholder, whose brackets are its own; any other bracket closes one that was opened before the address. */
const host = String.raw`(?:[$#]?\{{1,2}[^\s{}]{0,100}\}{1,2}|[^\s"'\x60:/?,)\]};]){0,253}`;
const pattern = new RegExp(
  String.raw`(?<![A-Za-z0-9])[a-z][a-z0-9+]{1,30}:\/\/[^\s:@/"'\x60]{0,100}:[^\s@/"'\x60]{1,400}@(${host})[^\s"'\x60)\]},;]{0,500}`,
  'dg',
);

/** Addresses such as `postgresql://user:password@host:5432/name`, in the order of the text. The caller decides how many are enough. */
export function* connectionAddresses(text: string): Iterable<ConnectionAddress> {
  for (const match of text.matchAll(pattern)) {
    const url = parseConnectionUrl(match[0]);
    const written = match.indices?.[1];
    if (url === null || written === undefined) continue;
    const end = match.index + match[0].length;
    yield { text: match[0], url, start: match.index, end, host: written };
  }
}
