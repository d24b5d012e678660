import type {
  Confidence,
  DestructiveCommand,
  EntityKey,
  InfraStack,
  Relation,
  Tier,
} from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import { known } from '../model/value.ts';
import type { LinkIndex } from './link-index.ts';
import { canTake } from './pass-authorizes.ts';

/** Joins commands of infrastructure tools (`terraform destroy`, `cdk deploy`) with the stores of the stacks they can be run on. */
export function destroyByStack(index: LinkIndex): readonly Relation[] {
  const stacks = index.all('InfraStack');
  return index.all('DestructiveCommand').flatMap((command) => {
    const own = ofItsStage(index, command, stacksOf(command, stacks));
    // Nothing in the files shows the login that the tool works with. In which of several projects it is run is a guess.
    const confidence = new Set(own.map(({ folder }) => folder)).size === 1 ? 'medium' : 'low';
    return own.flatMap((stack) => lossesOf(index, command, stack, confidence));
  });
}

/**
 * Stacks that a command works on. Where nothing tells its folder, they are those of the project that its file lies in; a file outside of all
 * projects can be run on every stack of its tool.
 */
function stacksOf(
  command: DestructiveCommand,
  stacks: readonly InfraStack[],
): readonly InfraStack[] {
  const ofTool = stacks.filter(({ tool }) => isOf(command, tool));
  if (command.folder !== undefined) return ofTool.filter(({ folder }) => folder === command.folder);
  const around = ofTool
    .map(({ folder }) => folder)
    .filter((folder) => folder !== '' && command.at.file.startsWith(`${folder}/`));
  const project = around.sort((one, other) => other.length - one.length)[0];
  return project === undefined ? ofTool : ofTool.filter(({ folder }) => folder === project);
}

/** One folder is often run once for each stage: a command that says its stage works on the stack of that stage, where there is one. */
function ofItsStage(
  index: LinkIndex,
  command: DestructiveCommand,
  stacks: readonly InfraStack[],
): readonly InfraStack[] {
  const [stage] = tiersOf(index, command.key);
  const own = stacks.filter(
    ({ key }) => stage !== undefined && tiersOf(index, key).includes(stage),
  );
  return own.length > 0 ? own : stacks;
}

function tiersOf(index: LinkIndex, key: EntityKey): readonly Tier[] {
  return index.out(key, 'in').flatMap((edge) => {
    const environment = index.entity(edge.to);
    return environment?.kind === 'Environment' ? [environment.tier] : [];
  });
}

/** A tool is all commands of a pack, or those of one that begin alike: `aws cloudformation`. */
export function isOf({ provider, verb }: DestructiveCommand, tool: string): boolean {
  return provider === tool || verb.startsWith(`${tool} `);
}

function lossesOf(
  index: LinkIndex,
  command: DestructiveCommand,
  stack: InfraStack,
  confidence: Confidence,
): readonly Relation[] {
  const made: Relation[] = [];
  for (const edge of index.into(stack.key, 'placed-in')) {
    const store = index.entity(edge.from);
    if (store?.kind !== 'DataStore' || !canTake(index, command.destroys, store)) continue;
    // The vendor refuses, whoever asks: the tool's command fails there until somebody has switched that off.
    if (known(store.deletionProtection) === true || isHeldBack(index, store.key, stack)) continue;
    made.push({
      kind: 'Relation',
      rel: 'destroys',
      from: command.key,
      to: store.key,
      actions: ['delete'],
      because: `${command.verb} takes it away with ${stack.name}`,
      at: command.at,
      confidence: weaker(weaker(command.confidence, store.confidence), confidence),
    });
  }
  return made;
}

/** Whether something refuses that the tool cannot pass: its own setting, or a guard that binds everybody. */
function isHeldBack(index: LinkIndex, store: Relation['from'], stack: InfraStack): boolean {
  return index
    .out(store, 'guarded-by')
    .map((edge) => index.entity(edge.to))
    .some(
      (guard) =>
        guard?.kind === 'Guard' &&
        guard.strength === 'blocks' &&
        (guard.honouredBy === undefined || guard.honouredBy === stack.tool),
    );
}
