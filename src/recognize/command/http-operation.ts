import type { Knowledge, Known, OperationSpec } from '../../model/knowledge.ts';

/**
 * The destructive HTTP operation that a method and URL are. In the URL, `{}` stands for a part that only a run can tell; it fits one segment.
 */
export function httpOperation(
  method: string,
  url: string,
  knowledge: Knowledge,
): Known<OperationSpec> | undefined {
  const address = /^https?:\/\/([^/?#:\s]+)(?::\d+)?([^?#\s]*)/.exec(url);
  if (address?.[1] === undefined) return undefined;
  const provider = knowledge.apiByHost(address[1].toLowerCase());
  const path = segments(address[2] ?? '');
  for (const spec of provider?.api?.operations ?? []) {
    const [verb, template] = spec.name.split(' ');
    if (spec.transport !== 'http' || verb !== method.toUpperCase()) continue;
    if (template === undefined || !fits(segments(template), path)) continue;
    return { provider: provider?.id ?? '', spec };
  }
  return undefined;
}

function fits(template: readonly string[], path: readonly string[]): boolean {
  return (
    template.length === path.length &&
    template.every((segment, index) => /^\{.*\}$/.test(segment) || segment === path[index])
  );
}

function segments(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}
