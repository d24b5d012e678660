import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  entries,
  entry,
  items,
  type MapNode,
} from '../../model/document.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { texts } from '../../recognize/pipeline/plain-job.ts';

/** A play of a playbook. */
export interface Play {
  readonly document: DataDocument;
  /** As written: `db:&production`. */
  readonly hosts: string;
  readonly node: MapNode;
  /** Roles that it names, by any keyword. */
  readonly roles: readonly string[];
  /** Files of tasks that it takes in, without their folders. */
  readonly taskFiles: readonly string[];
}

/** One task, with what stands around and before it. */
export interface Task {
  readonly document: DataDocument;
  readonly name: string;
  readonly at: SourceRange;
  /** Without its collection: `shell` for `ansible.builtin.shell`. */
  readonly module: string;
  readonly args: DataNode;
  readonly node: MapNode;
  /** Its own conditions and those of the blocks around it. */
  readonly conditions: readonly DataNode[];
  /** Tasks that run before it in the same list. */
  readonly before: readonly MapNode[];
  /** `null` for a task of a role or of a file that plays take in. */
  readonly play: Play | null;
  readonly role: string | null;
}

const taskLists = ['pre_tasks', 'tasks', 'post_tasks', 'handlers'];
const blockLists = ['block', 'rescue', 'always'];
/** Keywords of a task, which are no modules. */
const keywords = new Set(
  'name when tags become become_user become_method become_flags register vars notify listen loop until retries delay ignore_errors ignore_unreachable changed_when failed_when delegate_to delegate_facts run_once environment args no_log check_mode diff any_errors_fatal async poll throttle timeout module_defaults connection port remote_user debugger collections loop_control block rescue always action local_action'.split(
    ' ',
  ),
);
const maxTasks = 3000;
const maxDepth = 10;

/** The plays of a file; none where it is no playbook. */
export function playsOf(document: DataDocument): readonly Play[] {
  return document.roots.flatMap(items).flatMap((node): readonly Play[] => {
    if (node.type !== 'map' || entry(node, 'hosts') === undefined) return [];
    const lists = taskLists.flatMap((key) => items(at(node, key)));
    if (lists.length === 0 && items(at(node, 'roles')).length === 0) return [];
    const tasks = flatTasks(lists, 0);
    const named = (module: RegExp): readonly DataNode[] =>
      tasks.flatMap((task) =>
        entries(task).flatMap(({ key, value }) => (module.test(lastWord(key)) ? [value] : [])),
      );
    const roles = [...items(at(node, 'roles')), ...named(/^(?:include|import)_role$/)];
    const files = named(/^(?:include|import)_tasks$|^include$/);
    return [
      {
        document,
        hosts: texts(at(node, 'hosts')).join(':'),
        node,
        roles: roles.flatMap((role) => texts(at(role, 'role') ?? at(role, 'name') ?? role)),
        taskFiles: files.flatMap((file) =>
          texts(at(file, 'file') ?? file).map((path) => baseName(path.split(' ')[0] ?? '')),
        ),
      },
    ];
  });
}

/** Tasks of a list, those inside blocks in place. */
function flatTasks(nodes: readonly DataNode[], depth: number): readonly MapNode[] {
  if (depth > maxDepth) return [];
  return nodes.flatMap((node): readonly MapNode[] => {
    if (node.type !== 'map') return [];
    const inner = blockLists.flatMap((key) => items(at(node, key)));
    return inner.length === 0 ? [node] : flatTasks(inner, depth + 1);
  });
}

/** The tasks of a play. */
export function tasksOfPlay(play: Play): readonly Task[] {
  const { document, node } = play;
  return taskLists.flatMap((key) =>
    tasksIn(items(at(node, key)), { document, play, role: null }, [], [], 0),
  );
}

/** The tasks of a file that is nothing but a list of them: of a role, or taken in by plays. */
export function tasksOfFile(document: DataDocument): readonly Task[] {
  const found = /(?:^|\/)roles\/([^/]+)\/(?:tasks|handlers)\/|(?:^|\/)tasks\//.exec(document.file);
  if (found === null) return [];
  const owner = { document, play: null, role: found[1] ?? null };
  return document.roots.flatMap((root) => tasksIn(items(root), owner, [], [], 0));
}

function tasksIn(
  nodes: readonly DataNode[],
  owner: Pick<Task, 'document' | 'play' | 'role'>,
  conditions: readonly DataNode[],
  before: readonly MapNode[],
  depth: number,
): readonly Task[] {
  if (depth > maxDepth) return [];
  const earlier = [...before];
  const found: Task[] = [];
  for (const node of nodes.slice(0, maxTasks)) {
    if (node.type !== 'map') continue;
    const when = at(node, 'when');
    const own = when === undefined ? conditions : [...conditions, when];
    for (const key of blockLists) {
      found.push(...tasksIn(items(at(node, key)), owner, own, earlier, depth + 1));
    }
    const module = moduleOf(node);
    if (module !== undefined) {
      const named = at(node, 'name');
      found.push({
        ...owner,
        name: named?.type === 'scalar' ? named.text : lastWord(module.key),
        at: named?.at ?? module.keyAt,
        module: lastWord(module.key),
        args: module.value,
        node,
        conditions: own,
        before: [...earlier],
      });
    }
    // What stops a play stands shortly before what it stops.
    if (earlier.push(node) > 30) earlier.shift();
  }
  return found;
}

function moduleOf(node: MapNode): DataEntry | undefined {
  return node.entries.find(({ key }) => !keywords.has(key) && !key.startsWith('with_'));
}

/** A name without its collection. */
export function lastWord(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
