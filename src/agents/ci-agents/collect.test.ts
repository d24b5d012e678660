import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { groupWithSettings } from './group.ts';

const workflow = '.github/workflows/agent.yml';

function facts(text: string, others: Readonly<Record<string, string>> = {}, file = workflow) {
  return agentFacts(collect, acmeKnowledge, { [file]: text, ...others });
}

function weaknesses(text: string): readonly string[] {
  return ofKind(facts(text), 'Weakness').map((weakness) => weakness.name);
}

const headless = (on: string, more = '') => `on:
  ${on}
jobs:
  fix:
${more}    runs-on: ubuntu-latest
    steps:
      - run: claude -p --dangerously-skip-permissions "$TEXT"
`;

const stock = `name: Claude Code
on:
  issue_comment:
    types: [created]
  pull_request_review_comment:
    types: [created]
  issues:
    types: [opened, assigned]
jobs:
  claude:
    if: contains(github.event.comment.body, '@claude')
    runs-on: ubuntu-latest
    permissions:
      contents: write
      id-token: write
    steps:
      - uses: actions/checkout@v4
      - name: Run Claude Code
        uses: anthropics/claude-code-action@v1
        with:
          claude_code_oauth_token: \${{ secrets.CLAUDE_CODE_OAUTH_TOKEN }}
          claude_args: '--model opus'
`;

describe('jobs and tools', () => {
  it('is silent about the stock job, which asks GitHub who pulled the trigger', () => {
    const found = facts(stock);
    const agent = agentIn(found);
    expect(agent).toMatchObject({
      key: `ci-agents:${workflow}#claude/claude-code-action`,
      name: 'claude-code-action in job claude',
      product: 'claude-code-action',
      shell: { state: 'default', value: 'blocks' },
      folder: '',
    });
    expect(stock.slice(agent.at.start, agent.at.end)).toBe('anthropics/claude-code-action@v1');
    expect(ofKind(found, 'Weakness')).toEqual([]);
    expect(ofKind(found, 'Credential')).toEqual([]);
    expect(ofKind(found, 'AgentRule').filter((rule) => !rule.implied)).toEqual([]);
  });

  it('tells the runs of one job apart', () => {
    const text =
      'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          claude -p x\n          claude -p y --dangerously-skip-permissions\n      - run: codex exec z\n';
    expect(ofKind(facts(text), 'Agent').map((agent) => [agent.name, known(agent.shell)])).toEqual([
      ['claude-code-headless in job a', 'blocks'],
      ['claude-code-headless-2 in job a', 'runs'],
      ['codex-headless in job a', 'runs'],
    ]);
  });

  it.each([
    ['a mention', 'echo "claude -p --dangerously-skip-permissions"'],
    ['an installation', 'npm install -g @anthropic-ai/claude-code && claude --version'],
    ['a server', 'claude mcp add acme -- npx acme'],
    ['a comment', '# claude -p x'],
    ['another program', './claude.sh -p x'],
    ['a variable', '$AGENT -p x'],
  ])('finds no agent in %s', (_, line) => {
    const text = `on: push\njobs:\n  a:\n    steps:\n      - run: |\n          ${line}\n`;
    expect(ofKind(facts(text), 'Agent')).toEqual([]);
  });

  it('leaves out what never runs', () => {
    const text = `on: push\njobs:\n  a:\n    if: false\n    steps: [{ run: claude -p x }]\n  b:\n    steps: [{ if: "\${{ false }}", run: claude -p x }]\n`;
    expect(facts(text)).toEqual([]);
  });

  it('points at the flag inside the program', () => {
    const text = `on: push\njobs:\n  a:\n    steps:\n      - run: |\n          set -e\n          timeout 60 claude -p "x" --dangerously-skip-permissions\n`;
    const { shell } = agentIn(facts(text));
    expect(text.slice(shell.at.start, shell.at.end)).toBe('--dangerously-skip-permissions');
  });

  it.each([
    ['.gitlab-ci.yml', 'review:\n  script:\n    - npm ci\n    - claude -p x\n', 'review'],
    [
      '.circleci/config.yml',
      'jobs:\n  fix:\n    steps:\n      - run:\n          command: claude -p x\n',
      'fix',
    ],
    ['azure-pipelines.yml', 'jobs:\n  - job: Fix\n    steps:\n      - bash: claude -p x\n', 'Fix'],
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  default:\n    - step:\n        script:\n          - claude -p x\n',
      'default',
    ],
    ['Jenkinsfile', "pipeline { stages { stage('Fix') { steps { sh 'claude -p x' } } } }", 'Fix'],
  ])('reads %s', (file, text, job) => {
    expect(agentIn(facts(text, {}, file)).key).toBe(
      `ci-agents:${file}#${job}/claude-code-headless`,
    );
  });
});

describe('actions', () => {
  it.each([
    ['', 'on', 'closed'],
    ['        with: { sandbox: read-only }\n', 'on', 'closed'],
    ['        with: { sandbox: danger-full-access }\n', 'off', 'open'],
    ['        with: { codex-args: "--yolo" }\n', 'off', 'open'],
    [
      `        with: { codex-args: '["--dangerously-bypass-approvals-and-sandbox"]' }\n`,
      'off',
      'open',
    ],
    [
      '        with: { codex-args: "-c sandbox_workspace_write.network_access=true" }\n',
      'on',
      'open',
    ],
    [`        with: { sandbox: "\${{ inputs.sandbox }}" }\n`, undefined, undefined],
    ['        with: { permission-profile: ":read-only" }\n', undefined, undefined],
  ])('codex-action %s', (inputs, sandbox, network) => {
    const text = `on: push\njobs:\n  a:\n    steps:\n      - uses: openai/codex-action@v1\n${inputs}`;
    const agent = agentIn(facts(text));
    expect([known(agent.sandbox), known(agent.network)]).toEqual([sandbox, network]);
  });

  it('reads rules with their place, and hides secrets in them', () => {
    const text = `on: push\njobs:\n  a:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: x\n          claude_args: |\n            # --allowedTools "Bash"\n            --allowedTools "Read,Bash(ACME_ACCESS_TOKEN=${acmeToken} acme deploy:*)"\n`;
    const found = facts(text);
    const rules = ofKind(found, 'AgentRule');
    expect(rules.map((rule) => rule.tool)).toEqual(['read', 'shell']);
    expect(rules.map((rule) => text.slice(rule.at.start, rule.at.end))[0]).toBe('Read');
    expect(JSON.stringify(found)).not.toContain(acmeToken);
    expect(ofKind(found, 'Credential')).toMatchObject([{ form: 'literal', provider: 'acme' }]);
    expect(relationsOf(found, 'holds')).toHaveLength(1);
  });

  it('says which inputs do nothing', () => {
    const text = `on: push\njobs:\n  a:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: x\n          disallowed_tools: Bash\n          allowed_non_write_users: '*'\n`;
    const found = facts(text);
    expect(ofKind(found, 'InertSetting').map((one) => [one.name, one.looksProtective])).toEqual([
      ['disallowed_tools', true],
      ['allowed_non_write_users', false],
    ]);
    expect(ofKind(found, 'Weakness')).toEqual([]);
    const old = facts(text.replace('@v1', '@beta'));
    expect(ofKind(old, 'AgentRule').map((rule) => [rule.effect, rule.name])).toEqual([
      ['deny', 'Bash'],
    ]);
  });

  it('takes servers from arguments and from the repository', () => {
    const text = `on: push\njobs:\n  a:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          prompt: x\n          claude_args: |\n            --mcp-config '{"mcpServers": {"acme": {"command": "npx", "args": ["@acme/mcp-server"]}}}'\n`;
    const found = facts(text, { '.mcp.json': '{"mcpServers":{"db":{"command":"db"}}}' });
    const [server] = ofKind(found, 'McpServer');
    expect(server).toMatchObject({
      name: 'acme',
      provider: 'acme',
      destructiveTools: ['execute_sql'],
    });
    expect(text.slice(server?.at.start, server?.at.end)).toBe('"acme"');
    expect(relationsOf(found, 'runs').map((edge) => edge.to)).toEqual([
      server?.key,
      'claude-code:.mcp.json#mcp/db',
    ]);
  });
});

describe('secrets', () => {
  const text = `on: push
env:
  ACME_ACCESS_TOKEN: \${{ secrets.TOKEN }}
jobs:
  a:
    steps:
      - env:
          PROD_TOKEN: \${{ secrets.ACME_ACCESS_TOKEN }}
          OTHER: \${{ secrets.OTHER }}
        run: claude -p x
      - run: npm test
        env:
          LATER: \${{ secrets.ACME_ACCESS_TOKEN }}
`;
  it('are injected, by the name of the variable or of the secret, and held by the agent', () => {
    const found = facts(text);
    const credentials = ofKind(found, 'Credential');
    expect(credentials.map((one) => [one.name, one.form, one.digest])).toEqual([
      ['ACME_ACCESS_TOKEN', 'injected', null],
      ['PROD_TOKEN', 'injected', null],
    ]);
    expect(relationsOf(found, 'holds').map((edge) => [edge.from, edge.to])).toEqual(
      credentials.map((one) => [agentIn(found).key, one.key]),
    );
    expect(ofKind(found, 'Binding')).toEqual([]);
  });

  it('stay literals where they are written down, and are hidden', () => {
    const found = facts(text.replace(`\${{ secrets.TOKEN }}`, acmeToken));
    expect(ofKind(found, 'Credential')[0]?.form).toBe('literal');
    expect(JSON.stringify(found)).not.toContain(acmeToken);
  });

  it('of a Jenkinsfile come by the names they are bound to', () => {
    const found = facts(
      "withCredentials([string(credentialsId: 'x', variable: 'ACME_ACCESS_TOKEN')]) { sh '''claude -p x''' }",
      {},
      'Jenkinsfile',
    );
    expect(ofKind(found, 'Credential')).toMatchObject([
      { name: 'ACME_ACCESS_TOKEN', form: 'injected' },
    ]);
  });
});

describe('strangers', () => {
  it.each([
    ['issue_comment: { types: [created] }', ['issue_comment starts claude-code-headless']],
    ['pull_request_target:', ['pull_request_target starts claude-code-headless']],
    ['issues:', ['issues starts claude-code-headless']],
    ['issues: { types: [labeled] }', []],
    ['pull_request:', []],
    ['schedule: [{ cron: "0 3 * * *" }]', []],
    ['workflow_dispatch:', []],
  ])('%s', (on, expected) => {
    expect(weaknesses(headless(on))).toEqual(expected);
  });

  it.each([
    ['the job', "    if: github.event.comment.author_association == 'OWNER'\n"],
    ['a job it needs', '    needs: gate\n'],
  ])('are kept out by %s', (_, more) => {
    const gate =
      '  gate:\n    if: contains(\'["MEMBER"]\', github.event.comment.author_association)\n    steps: []\n';
    expect(weaknesses(headless('issue_comment:', more) + gate)).toEqual([]);
  });

  it('need more than a job that only reads', () => {
    const quiet = headless('issues:').replace(' --dangerously-skip-permissions', '');
    expect(weaknesses(quiet)).toEqual([]);
    const writes = quiet.replace(
      '    runs-on',
      '    permissions: { contents: write }\n    runs-on',
    );
    expect(ofKind(facts(writes), 'Weakness').map((one) => one.because)).toEqual([
      'people without write access to the repository can start this agent through "issues", and it has contents: write',
    ]);
  });

  it('are let in by inputs', () => {
    const action = (uses: string, inputs: string) =>
      `on: { issues: }\njobs:\n  a:\n    permissions: { contents: write }\n    steps:\n      - uses: ${uses}\n        with: { prompt: x, ${inputs} }\n`;
    const users = `github_token: '\${{ github.token }}', allowed_non_write_users: '*'`;
    expect(weaknesses(action('anthropics/claude-code-action@v1', users))).toEqual([
      'allowed_non_write_users: *',
      'issues starts claude-code-action',
    ]);
    expect(weaknesses(action('openai/codex-action@v1', "allow-users: '*'"))).toEqual([
      'allow-users: *',
      'issues starts codex-action',
    ]);
    expect(weaknesses(action('anthropics/claude-code-action@v1', "allowed_bots: '*'"))).toEqual([
      'allowed_bots: *',
    ]);
    expect(weaknesses(action('anthropics/claude-code-base-action@beta', 'a: b'))).toEqual([
      'issues starts claude-code-base-action',
    ]);
  });
});

describe('bad input', () => {
  it.each([
    'jobs: [1, 2]',
    'jobs: { a: { steps: { run: claude -p } } }',
    'jobs: { a: { steps: [{ uses: 7, run: [claude] }, null, "x"] } }',
    'on: { issues: { types: { a: b } } }\njobs: { a: { needs: { x: y }, permissions: [], steps: [{ run: "claude -p \\"" }] } }',
    'jobs:\n  a:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with: { claude_args: "--allowedTools \\"Bash(", settings: "{ \\"permissions\\": [" }',
    '',
    '\u0000',
  ])('%j gives no error', (text) => {
    expect(() => facts(text)).not.toThrow();
    expect(() => facts(text, {}, '.gitlab-ci.yml')).not.toThrow();
    expect(() => facts(text, {}, 'Jenkinsfile')).not.toThrow();
  });
});

it('reads each pipeline with the settings of the repository', () => {
  const files = ['.claude/settings.json', '.github/workflows/a.yml', 'Jenkinsfile'].map(filePath);
  expect(groupWithSettings(files)).toEqual([
    ['.github/workflows/a.yml', '.claude/settings.json'],
    ['Jenkinsfile', '.claude/settings.json'],
  ]);
});
