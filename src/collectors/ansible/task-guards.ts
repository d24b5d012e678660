import { at, type DataNode, entries, items } from '../../model/document.ts';
import type { Strength } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { texts } from '../../recognize/pipeline/plain-job.ts';
import { lastWord, type Task } from './plays.ts';

/** A control of the play that a task passes, with what shows it. */
export interface TaskGuard {
  readonly strength: Strength;
  /** In words: "its condition holds". */
  readonly name: string;
  readonly at: SourceRange;
}

/** Which machine, which role of a server, or whether there is anything to lose: a task that depends on it knows where it runs. */
const looksAtPlace =
  /\binventory_hostname\b|\bansible_(?:hostname|fqdn|nodename)\b|in_recovery|\bgroup_names\b|\bgroups\[|not\s+[\w.]+\.stat\.exists|\.stat\.exists\s*(?:==|is)\s*false/i;
/** What kind of machine this is, or how an earlier task ended: that says nothing of what is at stake. */
const machine =
  /^[\s\w.[\]'"]*(?:\.(?:changed|failed)\b|\bansible_(?:os_family|distribution|facts|system|pkg_mgr|virtualization)|\bis\s+(?:not\s+)?(?:changed|failed|succeeded|skipped|defined))/;
const consent = /confirm|sure|continue|proceed|really|yes/i;

/** What stands before a task: its conditions, tasks that stop the play, questions, and tags without which it is left out. */
export function guardsOf(task: Task): readonly TaskGuard[] {
  return [
    ...task.conditions.flatMap(conditionGuard),
    ...task.before.flatMap(earlierGuard),
    ...questionGuard(task),
    ...tagGuard(task),
    ...createsGuard(task),
  ];
}

function conditionGuard(node: DataNode): readonly TaskGuard[] {
  return textsOf(node).flatMap((text): readonly TaskGuard[] => {
    if (namesNoProduction(text) || looksAtPlace.test(text)) {
      return [{ strength: 'blocks', name: 'a look at where it runs', at: node.at }];
    }
    // A switch that somebody sets, or a result that somebody reads first.
    return machine.test(text) || text === 'true'
      ? []
      : [{ strength: 'asks', name: 'its condition holds', at: node.at }];
  });
}

function namesNoProduction(text: string): boolean {
  return (
    /!=\s*['"]?prod|not\s+in\s+\[?[^\]]*prod|not\s+\w*prod/i.test(text) ||
    /==\s*['"](?:dev|devel|development|test|testing|staging|stage|local|vagrant|ci|qa)\b/i.test(
      text,
    )
  );
}

/** `fail`, `assert` and `pause` before the task. */
function earlierGuard(node: DataNode): readonly TaskGuard[] {
  return entries(node).flatMap(({ key, value }): readonly TaskGuard[] => {
    switch (lastWord(key)) {
      case 'assert':
      case 'fail':
      case 'meta': {
        const said = [...textsOf(at(value, 'that')), ...textsOf(at(node, 'when'))].join(' ');
        if (said === '') return [];
        if (/prod/i.test(said) || looksAtPlace.test(said))
          return [{ strength: 'blocks', name: 'a look at where it runs', at: value.at }];
        return consent.test(said)
          ? [{ strength: 'asks', name: 'somebody has agreed', at: value.at }]
          : [];
      }
      case 'pause':
        return at(value, 'prompt') === undefined
          ? []
          : [{ strength: 'asks', name: 'somebody has agreed', at: value.at }];
      default:
        return [];
    }
  });
}

/** A question that the play asks before it begins. */
function questionGuard({ play }: Task): readonly TaskGuard[] {
  return items(at(play?.node, 'vars_prompt')).flatMap((prompt): readonly TaskGuard[] => {
    const said = [...texts(at(prompt, 'name')), ...texts(at(prompt, 'prompt'))].join(' ');
    return consent.test(said)
      ? [{ strength: 'asks', name: 'somebody has agreed', at: prompt.at }]
      : [];
  });
}

/** `creates`: once the file is there, the command is not run again. */
function createsGuard({ args, node }: Task): readonly TaskGuard[] {
  const isShort = args.type === 'scalar' && /\bcreates=/.test(args.text);
  const made = at(args, 'creates') ?? at(node, 'args', 'creates') ?? (isShort ? args : undefined);
  return made === undefined
    ? []
    : [{ strength: 'blocks', name: 'a look at whether it was done before', at: made.at }];
}

/** `tags: never`: left out unless one of its tags is asked for. */
function tagGuard({ node, play }: Task): readonly TaskGuard[] {
  return [at(node, 'tags'), at(play?.node, 'tags')].flatMap((tags) =>
    tags !== undefined && texts(tags).includes('never')
      ? [{ strength: 'asks' as const, name: 'somebody has asked for its tag', at: tags.at }]
      : [],
  );
}

/** The texts of conditions; one that is computed counts with its expression. */
function textsOf(node: DataNode | undefined): readonly string[] {
  if (node?.type === 'list') return node.items.flatMap(textsOf);
  if (node?.type === 'scalar' || node?.type === 'expr') return [node.text.slice(0, 2000)];
  return [];
}
