import { defineCheck } from '../../../src/model/check.ts';
import type { Backup, Environment } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/source.ts';

export const check = defineCheck({
  id: 'stage-overwritten-from-production',
  title: "Another stage is filled with production's data",
  severity: 'medium',
  since: '0.1.0',
  on: 'Backup',
  needs: ['Backup', 'Environment', 'Relation'],
  why: 'Whoever and whatever works there has the data of production in hand, the job holds the keys of both sides, and the next run overwrites the copy: it is no backup.',
  fix: 'Fill it from a copy that was restored elsewhere and made anonymous, with a login that cannot write to production, and keep backups apart from it.',
  accept:
    'When the data is public or made anonymous on the way by something that riskscan cannot see.',
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/',
    'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/',
  ],

  *run(copy, graph) {
    const { source, target, because } = sidesOf(copy, graph);
    if (target === undefined || copy.method !== 'replica') return;
    const data =
      source === undefined
        ? 'the live data of the machine that runs it'
        : `the data of ${source.name}`;
    yield {
      at: copy.at,
      label: 'what overwrites it',
      what: `${copy.at.file} overwrites ${target.name} with ${data}: ${because}.`,
      confidence: copy.confidence,
      subjects: [copy],
      related: onlyCopies(copy, graph),
    };
  },
});

interface Sides {
  readonly source: Environment | undefined;
  readonly target: Environment | undefined;
  readonly because: string;
}

/** The stage that it is read from and the stage that it is written to. */
function sidesOf(copy: Backup, graph: RiskGraph): Sides {
  const edges = graph.edges(copy, 'in');
  const find = (action: 'read' | 'write'): Environment | undefined => {
    const edge = edges.find(({ actions }) => actions.includes(action));
    const entity = edge === undefined ? undefined : graph.entity(edge.to);
    return entity?.kind === 'Environment' ? entity : undefined;
  };
  return { source: find('read'), target: find('write'), because: edges[0]?.because ?? '' };
}

/** Copies that fail unnoticed make the overwritten stage the only thing left to restore from. */
function onlyCopies(copy: Backup, graph: RiskGraph): readonly Location[] {
  return graph
    .all('Backup')
    .filter((other) => other.key !== copy.key && other.hiddenFailure !== undefined)
    .slice(0, 3)
    .map((other) => ({ ...other.at, label: 'a backup that may fail unnoticed' }));
}
