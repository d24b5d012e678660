import { at, type DataNode, type EmbeddedText, entries, items } from '../../model/document.ts';
import { type Hook, maxHooks } from './hook.ts';
import { linesOfHook } from './hook-lines.ts';

/**
 * Commands and jobs of a lefthook file.
 * @see https://lefthook.dev/configuration/ (read 2026-11-21)
 */
export function lefthookHooks(root: DataNode | undefined): readonly Hook[] {
  return entries(root)
    .filter(({ key }) => linesOfHook(key) !== undefined)
    .flatMap(({ key: event, value }) => [
      ...entries(at(value, 'commands')).flatMap((entry) => hookOf(event, entry.key, entry.value)),
      ...jobsIn(at(value, 'jobs'), 0).flatMap((job, index) =>
        hookOf(event, textOf(at(job, 'name')) || `job ${index + 1}`, job),
      ),
    ])
    .slice(0, maxHooks);
}

const maxDepth = 5;

/** Jobs in their order, those of groups in place. */
function jobsIn(node: DataNode | undefined, depth: number): readonly DataNode[] {
  return items(node).flatMap((job) => {
    const group = at(job, 'group', 'jobs');
    return group === undefined || depth > maxDepth ? [job] : jobsIn(group, depth + 1);
  });
}

function hookOf(event: string, name: string, job: DataNode): readonly Hook[] {
  const run = at(job, 'run');
  if (run?.type !== 'scalar' || textOf(at(job, 'skip')) === 'true') return [];
  const program: EmbeddedText = run;
  return [{ event, name, program }];
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}
