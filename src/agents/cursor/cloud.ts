import {
  at,
  type DataDocument,
  type DataNode,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown } from '../../model/value.ts';
import { loginIn } from '../../recognize/agent/setup-login.ts';
import { writeCloud as write } from './entities.ts';

/** Commands run without a question on a virtual machine per run, as of 2026-11-21. */
const machinePage = 'https://cursor.com/docs/cloud-agent/security-network';

/**
 * The cloud agent that `.cursor/environment.json` sets up. Run modes and `sandbox.json` are not for it: a machine of the vendor, made for one run,
 * takes the place of questions. What the commands of the file log in to, the agent is logged in to.
 */
export function cloudFacts(environment: DataDocument, place: SourceRange): readonly Fact[] {
  const agent = write.agent({
    runsIn: 'pipeline',
    folder: '',
    at: place,
    shell: byDefault('runs', place, machinePage),
    read: byDefault('runs', place, machinePage),
    sandbox: byDefault('on', place, machinePage),
    // Open unless the dashboard lists hosts.
    network: unknown('external', place),
  });
  return [agent, ...commandsOf(environment).flatMap((step) => loginFacts(step, agent))];
}

/** A command of the file and the setting that holds it. */
interface Step {
  readonly setting: string;
  readonly command: ScalarNode;
}

function commandsOf(environment: DataDocument): readonly Step[] {
  const root = environment.roots[0];
  return [
    ...stepOf('install', at(root, 'install')),
    ...stepOf('start', at(root, 'start')),
    ...items(at(root, 'terminals')).flatMap((terminal) =>
      stepOf('terminals', at(terminal, 'command')),
    ),
  ];
}

function stepOf(setting: string, node: DataNode | undefined): readonly Step[] {
  return node?.type === 'scalar' ? [{ setting, command: node }] : [];
}

function loginFacts({ setting, command }: Step, agent: Agent): readonly Fact[] {
  const login = loginIn(command.text);
  if (login === undefined) return [];
  return [
    write.weakness(agent.key, `${setting}: ${login}`, command.at, {
      control: 'secrets',
      because: 'the cloud agent works on the machine that this command logs in',
      remedy: `Remove the login from ${setting}, or give it a role that only reads.`,
    }),
  ];
}
