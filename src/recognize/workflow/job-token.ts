import { type DataNode, type Document, entry } from '../../model/document.ts';
import { entityKey, type Principal } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, written } from '../../model/value.ts';
import { textOf } from './step.ts';

/** Rights that a workflow writes down for the token of a job, as far as they can destroy something. */
export interface JobRights {
  /** As it is written: `write-all`, `contents: write`. */
  readonly written: string;
  readonly isEverything: boolean;
  /** What the token may delete, in words. */
  readonly losses: readonly string[];
  readonly at: SourceRange;
}

/**
 * What each right lets a token delete.
 * @see https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens (read 2026-11-21)
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions (read 2026-11-21)
 */
const lossOf: Readonly<Record<string, string>> = {
  contents: 'branches, tags and releases',
  packages: 'packages',
  deployments: 'deployments',
  actions: 'workflow runs, artifacts and caches',
};

/**
 * The rights that a job's `permissions`, else the workflow's, give to its token, where they can destroy something. Silence leaves it to a setting of
 * the repository or its owner, which the text does not show: then nothing is known.
 */
export function jobRights(node: DataNode | undefined): JobRights | null {
  if (node?.type === 'scalar') {
    if (node.text !== 'write-all') return null;
    return {
      written: 'write-all',
      isEverything: true,
      losses: ['branches, tags, releases', 'packages'],
      at: node.at,
    };
  }
  const given = Object.keys(lossOf).filter((name) => textOf(entry(node, name)?.value) === 'write');
  const first = entry(node, given[0] ?? '');
  if (first === undefined) return null;
  return {
    written: given.map((name) => `${name}: write`).join(', '),
    isEverything: false,
    losses: given.flatMap((name) => lossOf[name] ?? []),
    at: first.keyAt,
  };
}

/** The token that GitHub makes for one job: its rights are written down, and it ends with the job. */
export function jobToken(
  document: Document,
  job: string,
  rights: JobRights,
  collector: string,
): Principal {
  return {
    kind: 'Principal',
    key: entityKey(`github-actions:${document.file}#${job}/token`),
    aliases: [],
    name: `token of job "${job}"`,
    at: rights.at,
    collector,
    implied: false,
    confidence: 'high',
    provider: 'github',
    title: `GitHub job token with ${rights.written}, which may delete ${listed(rights.losses)}`,
    scope: written(rights.isEverything ? 'project' : 'resource', rights.at),
    actions: written(['read', 'write', 'delete'], rights.at),
    deletes: written(['files'], rights.at),
    // A rule of the repository that protects branches or tags stands elsewhere.
    confirms: unknown('external', rights.at),
    usedBy: 'pipeline',
    narrower: `Give the job "${job}" no more \`permissions:\` than it uses, and write with them in another job that runs nothing foreign`,
  };
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
