import { at, type Document, entries } from '../../model/document.ts';
import { type Agent, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { heldInText } from '../../recognize/agent/held-credentials.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { jobToken } from '../../recognize/workflow/job-token.ts';
import { claudeAction } from './claude-action.ts';
import { codexAction } from './codex.ts';
import { geminiAction, settingsNamed } from './gemini.ts';
import { githubJobs } from './github.ts';
import { isPipelineFile } from './group.ts';
import { headlessReadings } from './headless.ts';
import { heldFacts } from './held.ts';
import type { Job, Surroundings } from './job.ts';
import { opencodeReading } from './opencode.ts';
import { jenkinsJobs, yamlJobs } from './other-pipelines.ts';
import type { Reading } from './reading.ts';
import { selfApproval } from './self-approval.ts';
import { strangerWeakness } from './strangers.ts';

/** Facts about the agents that one pipeline file runs: one for each job and tool, numbered where a job runs a tool more than once. */
export const collect: Collect = (unit, knowledge) => {
  const settings = unit.documents.filter((document) => !isPipelineFile(document.file));
  return unit.documents
    .filter((document) => isPipelineFile(document.file))
    .flatMap((document) => jobsOf(document).flatMap((job) => jobFacts(job, settings, knowledge)));
};

function jobsOf(document: Document): readonly Job[] {
  if (document.shape !== 'data') return jenkinsJobs(document);
  return /(?:^|\/)\.github\/workflows\//.test(document.file)
    ? githubJobs(document)
    : yamlJobs(document);
}

function jobFacts(job: Job, settings: readonly Document[], knowledge: Knowledge): readonly Fact[] {
  const counts = new Map<string, number>();
  return job.steps.flatMap((step) =>
    readingsOf({ job, step, settings }, knowledge).flatMap((reading) => {
      const count = (counts.get(reading.product) ?? 0) + 1;
      counts.set(reading.product, count);
      return agentFacts(reading, { job, step, settings }, count, knowledge);
    }),
  );
}

function readingsOf(surroundings: Surroundings, knowledge: Knowledge): readonly Reading[] {
  const { job, step } = surroundings;
  if (step.type === 'program') return headlessReadings(step, surroundings, knowledge);
  switch (step.name) {
    case 'anthropics/claude-code-action':
    case 'anthropics/claude-code-base-action':
    case 'anthropics/claude-code-action/base-action':
      return [claudeAction(step, surroundings, knowledge)];
    case 'openai/codex-action':
      return [codexAction(step, job)];
    case 'google-github-actions/run-gemini-cli':
    case 'google-gemini/gemini-cli-action':
      return [geminiAction(step, surroundings, knowledge)];
    case 'sst/opencode/github':
    case 'anomalyco/opencode/github': {
      const { at: place } = step.uses;
      const reading = opencodeReading('opencode-action', place, [], surroundings, knowledge);
      // It asks GitHub whether who pulled the trigger may write.
      // @see https://github.com/anomalyco/opencode/blob/dev/packages/opencode/src/cli/cmd/github.ts (read 2026-11-21)
      return [{ ...reading, checksActor: true }];
    }
    default:
      return [];
  }
}

function agentFacts(
  reading: Reading,
  surroundings: Surroundings,
  count: number,
  knowledge: Knowledge,
): readonly Fact[] {
  const { job, step } = surroundings;
  const { file } = job.document;
  const write = agentWriter(reading.product, 'ci-agents');
  const numbered = count > 1 ? `${reading.product}-${count}` : reading.product;
  const { product, shell, mcp, read, sandbox, network, ruleOrder, habits } = reading;
  const agent: Agent = {
    ...write.agent({
      runsIn: 'pipeline',
      folder: '',
      at: reading.at,
      ...{ product, shell, mcp, read, sandbox, network },
      ...(ruleOrder === undefined ? {} : { ruleOrder }),
      ...(habits === undefined ? {} : { habits }),
    }),
    key: entityKey(`ci-agents:${file}#${job.id}/${numbered}`),
    name: `${numbered} in job ${job.id}`,
  };
  const weaknesses = [
    ...reading.weaknesses,
    ...strangerWeakness(reading, job, step),
    ...selfApproval(reading, job, step),
  ];
  const own = (name: string) => `${job.id}/${numbered}/${name}`;
  return [
    agent,
    ...reading.rules.map((rule, order) => write.rule({ ...rule, agent: agent.key, order })),
    ...reading.inert.map(({ name, at: place, ...what }) => ({
      ...write.inert(agent.key, own(name), place, what),
      name,
    })),
    ...weaknesses.map(({ name, at: place, ...what }) => ({
      ...write.weakness(agent.key, own(name), place, what),
      name,
    })),
    ...reading.facts,
    ...heldInText(agent.key, reading.facts, 'its arguments'),
    ...serverFacts(reading, agent, surroundings, knowledge),
    ...heldFacts(job, step, agent, knowledge),
    ...tokenFacts(job, agent),
  ];
}

/** The token of its job, which every step can use. */
function tokenFacts({ rights, document, id }: Job, agent: Agent): readonly Fact[] {
  if (rights === null) return [];
  const token = jobToken(document, id, rights, 'ci-agents');
  return [
    token,
    {
      kind: 'Relation',
      rel: 'acts-as',
      from: agent.key,
      to: token.key,
      actions: [],
      because: `${agent.name} runs where this token is at hand`,
      at: agent.at,
      confidence: 'high',
    },
  ];
}

/** Servers that the step brings, and those of the repository that it starts unasked. */
function serverFacts(
  reading: Reading,
  agent: Agent,
  { settings }: Surroundings,
  knowledge: Knowledge,
): readonly Fact[] {
  const config = {
    agent: agent.key,
    agentName: agent.name,
    collector: 'ci-agents',
    isRejected: () => false,
  };
  const brought = reading.servers.flatMap((servers) =>
    mcpFacts({ ...config, ...servers }, knowledge),
  );
  const project = settingsNamed(settings, '.mcp.json');
  if (!reading.startsProjectServers || project === undefined) return brought;
  // The servers themselves are the facts of the collector that owns the file.
  const started = entries(at(project.roots[0], 'mcpServers')).map(
    ({ key, keyAt }): Fact => ({
      kind: 'Relation',
      rel: 'runs',
      from: agent.key,
      to: entityKey(`claude-code:${project.file}#mcp/${key}`),
      actions: [],
      because: `${agent.name} starts the MCP server "${key}" of ${project.file} unasked`,
      at: keyAt,
      confidence: 'high',
    }),
  );
  return [...brought, ...started];
}
