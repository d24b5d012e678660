import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { DataNode } from '../../model/document.ts';
import { items } from '../../model/document.ts';
import type { DestructiveCommand, EntityKey, Fact, Relation } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { answersPrompt, matchDestructive } from '../command/command-line.ts';
import { keyIn, type Origin } from './platform-facts.ts';

/** A command line that a deploy runs, without anybody there to answer a question. */
export interface DeployLine {
  readonly node: DataNode | undefined;
  /** Below the file: `web/preDeployCommand`. */
  readonly id: string;
  /** Command lines of the tree that set it off: `fly deploy`. */
  readonly invocations: readonly string[];
  /** Where a variable of the deploy leads; what destroys "whatever DATABASE_URL names" then has its target. */
  readonly variables?: ReadonlyMap<string, EntityKey>;
}

/** What the lines of a deploy destroy. */
export function deployCommands(
  origin: Origin,
  line: DeployLine,
  knowledge: Knowledge,
): readonly Fact[] {
  const nodes = line.node?.type === 'list' ? items(line.node) : [line.node];
  const found: Fact[] = [];
  for (const node of nodes.slice(0, 50)) {
    if (node?.type !== 'scalar' || typeof node.value !== 'string') continue;
    const { commands } = parseEmbeddedShell(origin.file, node);
    for (const command of commands) {
      const match = matchDestructive(command, knowledge);
      if (match === null) continue;
      const { spec, at, provider } = match;
      const verb = spec.argv.map((word) => word.split('|')[0] ?? word).join(' ');
      const fact: DestructiveCommand = {
        kind: 'DestructiveCommand',
        key: keyIn(origin, `${line.id}/${found.length}`),
        aliases: [],
        name: verb,
        at,
        collector: origin.collector,
        implied: false,
        confidence: 'high',
        provider,
        verb,
        via: 'shell',
        destroys: spec.destroys,
        skipsPrompt: match.skipsPrompt || answersPrompt(command, commands),
        invocations: line.invocations,
        recovery: spec.recovery,
        safeVariant: spec.safeVariant,
        ...match.named,
      };
      found.push(fact, ...targets(fact, spec.targets, line.variables));
    }
  }
  return found;
}

function targets(
  command: DestructiveCommand,
  names: readonly string[],
  variables: DeployLine['variables'],
): readonly Relation[] {
  return names.flatMap((name): readonly Relation[] => {
    const store = variables?.get(name);
    if (store === undefined) return [];
    const because = `${command.verb} works on what ${name} names in that deploy`;
    return [
      {
        kind: 'Relation',
        rel: 'destroys',
        from: command.key,
        to: store,
        actions: ['delete'],
        because,
        at: command.at,
        confidence: 'high',
      },
    ];
  });
}
