import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  type Document,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { byDefault, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { loginIn } from '../../recognize/agent/setup-login.ts';
import { sliceScalar } from '../../recognize/credential/inline-secrets.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { hookFacts } from './hooks.ts';
import { customAgentServers } from './mcp.ts';

const setup =
  'https://docs.github.com/copilot/how-tos/use-copilot-agents/coding-agent/customize-the-agent-environment';
const firewall =
  'https://docs.github.com/copilot/how-tos/use-copilot-agents/coding-agent/customize-the-agent-firewall';
const write = agentWriter('copilot-cloud-agent', 'copilot');
const jobName = 'copilot-setup-steps';

/** Steps after which the runner, and so the agent, is logged in somewhere. */
const loginActions =
  /^(?:aws-actions\/(?:configure-aws-credentials|amazon-ecr-login)|azure\/(?:login|aks-set-context)|google-github-actions\/(?:auth|get-gke-credentials)|docker\/login-action|digitalocean\/action-doctl|azure\/k8s-set-context|superfly\/flyctl-actions\/setup-flyctl)(?:@|$)/i;
/** `echo "NAME=value" >> $GITHUB_ENV`; lengths are bounded so that hostile text cannot make it slow. */
const toEnvironment =
  /\becho\s{1,5}["']?([A-Za-z_]\w{0,100})=([^\n"']{0,500})["']?\s{0,5}>>?\s{0,5}["']?\$\{?GITHUB_ENV/g;

/**
 * The cloud agent of GitHub. It asks about no command and no tool: an ephemeral runner and a firewall around its shell take the place of questions.
 * What the setup steps log in to, the agent is logged in to.
 */
export function cloudFacts(
  documents: readonly Document[],
  prose: readonly Document[],
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const workflow = documents.find(
    (document): document is DataDocument =>
      document.shape === 'data' && /copilot-setup-steps\.ya?ml$/.test(document.file),
  );
  if (workflow === undefined) return [];
  const job = at(workflow.roots[0], 'jobs', jobName);
  const place = firstLine(workflow);
  const runner = at(job, 'runs-on');
  const isOwn = runner !== undefined && isSelfHosted(runner, workflow);
  const agent = write.agent({
    runsIn: 'pipeline',
    folder,
    at: place,
    shell: byDefault('runs', place, setup),
    mcp: byDefault('runs', place, setup),
    read: byDefault('runs', place, setup),
    sandbox: isOwn ? written('escapable', runner.at) : byDefault('on', place, setup),
    network: byDefault('allowlist', place, firewall),
  });
  const runnerFacts = isOwn
    ? [
        write.weakness(agent.key, 'runs-on', runner.at, {
          control: 'sandbox',
          because: 'the agent works on a runner of your own, inside your network',
          remedy: 'Use a runner that GitHub hosts, or one that lives for a single job.',
        }),
      ]
    : [];
  return [
    agent,
    ...misnamedJob(workflow, agent),
    ...runnerFacts,
    ...items(at(job, 'steps')).flatMap((step) => stepFacts(step, workflow, agent, knowledge)),
    ...customAgentServers(documents, agent, knowledge),
    ...hookFacts(documents, agent.key, write),
    ...adviceFacts(prose, agent.key, write),
  ];
}

function isSelfHosted(runner: DataNode, workflow: DataDocument): boolean {
  return /\bself-hosted\b/.test(workflow.text.slice(runner.at.start, runner.at.end));
}

/** Any other job name makes the whole file do nothing. */
function misnamedJob(workflow: DataDocument, agent: Agent): readonly Fact[] {
  const jobs = entries(at(workflow.roots[0], 'jobs'));
  const [first] = jobs;
  if (first === undefined || jobs.some(({ key }) => key === jobName)) return [];
  return [
    write.inert(agent.key, `job ${first.key}`, first.keyAt, {
      because: `the cloud agent runs only a job called ${jobName}`,
      remedy: `Call the job ${jobName}.`,
      looksProtective: false,
    }),
  ];
}

function stepFacts(
  step: DataNode,
  workflow: DataDocument,
  agent: Agent,
  knowledge: Knowledge,
): readonly Fact[] {
  const uses = at(step, 'uses');
  const run = at(step, 'run');
  const facts: Fact[] = [];
  if (uses?.type === 'scalar' && loginActions.test(uses.text)) {
    const action = uses.text.replace(/@.*$/, '');
    facts.push(login(agent, action, uses.at));
  }
  if (run?.type !== 'scalar') return facts;
  const found = loginIn(run.text);
  if (found !== undefined) facts.push(login(agent, found, run.at));
  return [...facts, ...exported(run, entries(at(step, 'env')), workflow, agent, knowledge)];
}

function login(agent: Agent, name: string, place: Agent['at']): Fact {
  return write.weakness(agent.key, `setup step: ${name}`, place, {
    control: 'secrets',
    because: 'the agent works on the machine that this step logs in',
    remedy: 'Remove the login from the setup steps, or give it a role that only reads.',
  });
}

/** Variables that a step writes to `$GITHUB_ENV` are those of the agent; variables of the step itself end with it. */
function exported(
  run: ScalarNode,
  env: readonly DataEntry[],
  document: DataDocument,
  agent: Agent,
  knowledge: Knowledge,
): readonly Fact[] {
  if (!run.text.includes('GITHUB_ENV')) return [];
  const facts: Fact[] = [];
  for (const match of run.text.matchAll(toEnvironment)) {
    const [whole, name = '', text = ''] = match;
    const given = env.find(({ key }) => [`$${key}`, `\${${key}}`].includes(text.trim()));
    const start = match.index + whole.indexOf('=') + 1;
    const value =
      given?.value.type === 'scalar'
        ? given.value
        : sliceScalar(document.file, run, start, start + text.length);
    const input = { name, value, keyAt: value.at, document, environment: null, comment: null };
    for (const fact of factsOfVariable({ ...input, collector: 'copilot' }, knowledge)) {
      if (fact.kind === 'Binding') continue;
      if (fact.kind !== 'Credential') {
        facts.push(fact);
        continue;
      }
      const form = fact.form === 'reference' ? 'injected' : fact.form;
      facts.push({ ...fact, form });
      facts.push({
        kind: 'Relation',
        rel: 'holds',
        from: agent.key,
        to: fact.key,
        actions: [],
        because: `a setup step puts ${name} into its environment`,
        at: fact.at,
        confidence: 'high',
      });
    }
  }
  return facts;
}
