import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { equalLogins } from '../../../src/model/equal-logins.ts';
import type { Agent, Credential, Relation } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/source.ts';

export const check = defineCheck({
  id: 'token-readable-by-agent',
  title: 'Agent can read a credential that destroys data',
  severity: 'high',
  since: '0.1.0',
  on: 'Credential',
  needs: pathFacts,
  why: 'An agent that searches for a way out of an error finds it and uses it.',
  fix: 'Keep it outside the tree, or deny reading the file in the settings of every agent that works here.',
  accept: 'When the credential only reads, or only reaches a throw-away store.',
  references: [
    'https://code.claude.com/docs/en/permissions',
    'https://cursor.com/docs/reference/ignore-file',
  ],

  *run(credential, graph) {
    const readers = readersOf(credential, graph);
    const [first] = readers;
    if (first === undefined) return;
    const equal = equalLogins(credential, graph).filter((one) =>
      isAsReadable(one, credential, graph),
    );
    if (equal[0]?.key !== credential.key) return;
    const names = [...new Set(readers.map(({ agent }) => agent.name))];
    yield {
      at: credential.at,
      label: 'the credential',
      what: `${list(names)} can read "${credential.name}", ${withArticle(credential.title)}: ${first.edge.because}.`,
      confidence: credential.confidence,
      severity: graph.stake(credential),
      subjects: [credential],
      ...(credential.narrower === null
        ? {}
        : {
            fix: `${credential.narrower}; deny reading ${credential.at.file} in the settings of ${names.map((name) => `"${name}"`).join(', ')} until then.`,
          }),
      related: [
        ...readers.map(
          ({ agent }): Location => ({ ...agent.at, label: `settings of ${agent.name}` }),
        ),
        ...equal.slice(1).map((one): Location => ({ ...one.at, label: 'the same credential' })),
      ],
    };
  },
});

interface Reader {
  readonly agent: Agent;
  readonly edge: Relation;
}

function readersOf(credential: Credential, graph: RiskGraph): readonly Reader[] {
  if (credential.form !== 'literal' && credential.form !== 'file') return [];
  if (credential.confidence === 'low' || graph.stake(credential) === 'low') return [];
  return graph.all('Agent').flatMap((agent) => {
    const edge = graph.reads(agent, credential);
    return edge === undefined ? [] : [{ agent, edge }];
  });
}

/** The same agents read it, and it is worth as much: then one finding says it all. */
function isAsReadable(other: Credential, credential: Credential, graph: RiskGraph): boolean {
  if (graph.stake(other) !== graph.stake(credential)) return false;
  const named = (one: Credential): string =>
    readersOf(one, graph)
      .map(({ agent }) => agent.key)
      .join('\n');
  return named(other) === named(credential);
}

function list(names: readonly Agent['name'][]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${names.length === 1 ? 'Agent' : 'Agents'} ${shown.join(', ')}${more}`;
}
