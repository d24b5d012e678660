import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { requestOf } from '../../../test/permission-table.ts';
import { parse as parseMarkdown } from '../../formats/markdown/parse.ts';
import { parse as parseToml } from '../../formats/toml/parse.ts';
import { permission } from '../../graph/permissions.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

function facts(config: string | null, prose: string | null = null, file = '.replit') {
  const documents = [
    ...(config === null ? [] : [parseToml(filePath(file), config)]),
    ...(prose === null ? [] : [parseMarkdown(filePath('replit.md'), prose)]),
  ];
  const found = collect({ id: file, documents }, acmeKnowledge);
  expect(structuredClone(found)).toEqual(found);
  return found;
}

const workflow = (args: string, author = 'agent') => `[workflows]
runButton = "Project"

[[workflows.workflow]]
name = "Project"
author = "${author}"

[[workflows.workflow.tasks]]
task = "packager.installForAll"

[[workflows.workflow.tasks]]
task = "shell.exec"
args = "${args}"
waitForPort = 5000
`;

describe('the agent', () => {
  it.each([
    ['a workflow of its own', workflow('npm run dev'), null],
    ['its table', '[agent]\nexpertMode = true\n', null],
    ['its prose', 'run = "npm start"\n', '# Shop\n'],
    ['its prose alone', null, '# Shop\n'],
  ])('is there by %s', (_, config, prose) => {
    expect(ofKind(facts(config, prose), 'Agent')).toMatchObject([
      {
        key: 'replit:agent/.',
        shell: { state: 'unknown', why: 'external' },
        mcp: { state: 'unknown' },
        read: { state: 'unknown' },
        sandbox: { state: 'unknown' },
        network: { state: 'unknown' },
        transcriptDays: { state: 'unknown' },
      },
    ]);
  });

  it('is not there where people wrote the workflows', () => {
    expect(facts(workflow('npm run db:push', 'alex'))).toEqual([]);
  });

  it('has its prose as advice', () => {
    const prose = '# Shop\n\n- CODE FREEZE. Never change the production database.\n';
    expect(ofKind(facts(null, prose), 'Guard')).toMatchObject([{ strength: 'advises' }]);
  });

  it('has settings that limit nothing', () => {
    const found = facts('[agent]\nexpertMode = true\ndeny = ["railway"]\n');
    expect(ofKind(found, 'InertSetting')).toMatchObject([{ name: 'deny', looksProtective: true }]);
  });
});

describe('workflows of the agent', () => {
  const text = workflow('npm run db:push && PORT=5000 npm run dev');
  const found = facts(text);
  const [agent] = ofKind(found, 'Agent');
  if (agent === undefined) throw new Error('no agent');

  it.each([
    ['npm run db:push', 'runs'],
    ['npm run dev', 'runs'],
    ['npm run db:push && PORT=5000 npm run dev', 'runs'],
    ['npm run db:reset', 'unknown'],
    ['read:.env', 'unknown'],
    ['mcp:db:drop', 'unknown'],
  ])('%s → %s', (wanted, verdict) => {
    const rules = ofKind(found, 'AgentRule');
    expect(permission(agent, rules, requestOf(wanted)).verdict).toBe(verdict);
  });

  it('point at the command inside the line', () => {
    const places = ofKind(found, 'AgentRule').map(({ at }) => text.slice(at.start, at.end));
    expect(places).toEqual([
      '"npm run db:push && PORT=5000 npm run dev"',
      'npm run db:push',
      'npm run dev',
    ]);
  });

  it('hide secrets', () => {
    const secret = facts(workflow(`ACME_ACCESS_TOKEN=${acmeToken} acme deploy`));
    expect(ofKind(secret, 'Credential')).toHaveLength(1);
    expect(JSON.stringify(secret)).not.toContain(acmeToken);
  });
});

describe('variables', () => {
  const url = (host: string) =>
    `DATABASE_URL = "postgresql://owner:n0t-${'s3cr3t'}-k9x@${host}/shop"\n`;
  const environments = ['environment:.replit#development', 'environment:.replit#production'];

  it('that are shared reach the workspace and the deployment', () => {
    const found = facts(`${workflow('npm run dev')}[userenv.shared]\n${url('db.acme-host.net')}`);
    expect(ofKind(found, 'Environment').map((one) => [one.key, one.tier])).toEqual([
      [environments[0], 'development'],
      [environments[1], 'production'],
    ]);
    const stores = ofKind(found, 'DataStore');
    expect(stores).toHaveLength(1);
    expect(relationsOf(found, 'connects-to').map((edge) => [edge.from, edge.to])).toEqual(
      environments.map((environment) => [environment, stores[0]?.key]),
    );
    const [credential] = ofKind(found, 'Credential');
    expect(
      relationsOf(found, 'holds').filter((edge) => edge.from === 'replit:agent/.'),
    ).toMatchObject([{ to: credential?.key }]);
    expect(JSON.stringify(found)).not.toContain('s3cr3t');
  });

  it('of one stage stay there', () => {
    const found = facts(
      `${workflow('npm run dev')}[userenv.development]\n${url('dev.acme-host.net')}[userenv.production]\nACME_ACCESS_TOKEN = "${acmeToken}"\n`,
    );
    expect(relationsOf(found, 'connects-to').map((edge) => edge.from)).toEqual([environments[0]]);
    const token = ofKind(found, 'Credential').find((one) => one.name === 'ACME_ACCESS_TOKEN');
    const holders = relationsOf(found, 'holds').filter((edge) => edge.to === token?.key);
    expect(holders.map((edge) => edge.from)).toEqual([environments[1]]);
    expect(JSON.stringify(found)).not.toContain(acmeToken);
  });

  it('are read without an agent, and ordinary ones say nothing', () => {
    const found = facts('[userenv.shared]\nPORT = "5000"\n');
    expect(ofKind(found, 'Agent')).toEqual([]);
    expect(ofKind(found, 'Environment')).toHaveLength(2);
  });
});

it.each([
  '',
  '7',
  'workflows = 3\nuserenv = [1]',
  '[[workflows.workflow]]\nauthor = "agent"\ntasks = [1, { task = "shell.exec", args = 7 }, { task = "shell.exec", args = "((" }]\n',
  '[userenv]\nshared = "x"',
])('survives %j', (text) => {
  expect(() => facts(text, text)).not.toThrow();
});

it('groups by folder', () => {
  const files = ['.replit', 'api/replit.md', 'api/AGENTS.md', 'web/AGENTS.md'];
  expect(groupByFolder(files.map(filePath))).toEqual([
    ['.replit', 'web/AGENTS.md'],
    ['api/replit.md', 'api/AGENTS.md'],
  ]);
});
