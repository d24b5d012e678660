import type { AgentRule } from '../../model/fact.ts';

/**
 * Whether one of the rules goes by this name. Rules are shown with their secrets masked and long ones cut, so what such a name leaves out may be
 * anything. Places would say less: they are those of the file as it was scanned.
 */
export function isLoose(loose: readonly Pick<AgentRule, 'name'>[], name: string): boolean {
  const line = oneLine(name);
  return loose.some((rule) => covers(oneLine(rule.name), line));
}

function covers(shown: string, line: string): boolean {
  const parts = shown.split('…');
  const [first = ''] = parts;
  if (parts.length === 1) return shown === line;
  if (!line.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts.slice(1)) {
    const found = line.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from === line.length || parts.at(-1) === '' || line.endsWith(parts.at(-1) ?? '');
}

/** Whether the text may be written a second time: a secret must not be. */
export function mayBeCopied(rule: string): boolean {
  return !/[A-Za-z_]\w*=\S{8,}|Bearer\s|:\/\/[^\s/]*:[^\s/]*@|--?\w*(?:token|password|key|secret)\w*[= ]\S/i.test(
    rule,
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
