/** Whether the pattern covers the whole text; `*` stands for any text. Parts between stars are looked for from left to right. */
export function globCovers(pattern: string, text: string): boolean {
  const parts = pattern.split(/\*+/);
  const [first = ''] = parts;
  if (parts.length === 1) return pattern === text;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  const last = parts.at(-1) ?? '';
  return text.length - last.length >= from && text.endsWith(last);
}
