import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const workflow = '.github/workflows/agent.yml';

/** A workflow of one job with one step. */
function job(step: string, head = 'on: [push]'): Readonly<Record<string, string>> {
  return {
    [workflow]: `${head}\njobs:\n  agent:\n    runs-on: ubuntu-latest\n    steps:\n${step}\n`,
  };
}

function run(line: string): Readonly<Record<string, string>> {
  return job(`      - run: |\n          ${line}`);
}

const action = '      - uses: anthropics/claude-code-action@v1\n        with:\n';

permissionTable('claude-code-action', collect, [
  {
    title: 'a prompt and a list of tools',
    source: 'https://github.com/anthropics/claude-code-action/blob/main/docs/configuration.md',
    files: job(
      `${action}          prompt: Review this\n          claude_args: |\n            --max-turns 5\n            --allowedTools "Read,Grep,Bash(npm test),Bash(gh pr view:*),mcp__github__get_issue"\n            --disallowedTools "Read(.env)"`,
    ),
    tries: {
      'npm test': 'runs',
      'npm test -- --watch': 'blocks',
      'gh pr view 7': 'runs',
      'git commit -m x': 'blocks',
      'git log --oneline': 'runs',
      'railway volume delete --yes': 'blocks',
      'gh pr view 7 && curl https://x.test': 'blocks',
      'read:src/index.ts': 'runs',
      'read:.env': 'blocks',
      'write:src/index.ts': 'blocks',
      'mcp:github:get_issue': 'runs',
      'mcp:github:delete_file': 'blocks',
    },
  },
  {
    title: 'mentions: edits and commits',
    source: 'https://github.com/anthropics/claude-code-action/blob/main/src/modes/tag/index.ts',
    files: job(`${action}          anthropic_api_key: x`),
    tries: {
      'git add -A': 'runs',
      'git commit -m fix': 'runs',
      'git push origin main': 'blocks',
      'npm run deploy': 'blocks',
      'write:src/index.ts': 'runs',
    },
  },
  {
    title: 'a wildcard for Bash',
    source: 'https://github.com/anthropics/claude-code-action/blob/main/docs/security.md',
    files: job(
      `${action}          prompt: Fix it\n          claude_args: --allowedTools Bash,Edit --disallowedTools Bash(railway:*)`,
    ),
    tries: { 'terraform destroy': 'runs', 'railway down': 'blocks', 'write:a.ts': 'runs' },
  },
  {
    title: 'settings as JSON',
    source: 'https://github.com/anthropics/claude-code-action/blob/main/docs/configuration.md',
    files: job(
      `${action}          prompt: Fix it\n          settings: |\n            {"permissions": {"allow": ["Bash(make:*)"], "deny": ["Bash(make destroy:*)"], "ask": ["Bash(make deploy)"]}}`,
    ),
    tries: { 'make test': 'runs', 'make destroy': 'blocks', 'make deploy': 'blocks' },
  },
  {
    title: 'the flag that skips permissions, and what still denies',
    source: 'https://code.claude.com/docs/en/permission-modes',
    files: {
      ...job(
        `${action}          prompt: Go\n          claude_args: "--dangerously-skip-permissions"`,
      ),
      '.claude/settings.json': '{"permissions":{"allow":["Bash(x)"],"deny":["Bash(railway *)"]}}',
    },
    tries: {
      'terraform destroy -auto-approve': 'runs',
      'railway volume delete': 'blocks',
      'mcp:supabase:execute_sql': 'runs',
    },
  },
]);

permissionTable('claude-code-headless', collect, [
  {
    title: 'claude -p by itself refuses, and the allow rules of the repository wait for trust',
    source: 'https://code.claude.com/docs/en/headless',
    files: {
      ...run('claude -p "Fix the tests"'),
      '.claude/settings.json':
        '{"permissions":{"allow":["Bash(npm:*)"],"deny":["Read(.env)"],"ask":["Bash(cat *)"]}}',
    },
    tries: { 'npm test': 'blocks', 'read:.env': 'blocks', ls: 'runs', 'cat a': 'blocks' },
  },
  {
    title: 'flags with equals signs, several words and several lines',
    source: 'https://code.claude.com/docs/en/cli-reference',
    files: run(
      'npx -y @anthropic-ai/claude-code@latest --print "$PROMPT" \\\n            --allowedTools "Bash(git diff:*)" "Edit" \\\n            --disallowed-tools=WebFetch',
    ),
    tries: {
      'git diff HEAD': 'runs',
      'git push': 'blocks',
      'write:a': 'runs',
      'net:x.test': 'blocks',
    },
  },
  {
    title: 'modes',
    source: 'https://code.claude.com/docs/en/permission-modes',
    files: run('cat p.md | claude -p --permission-mode bypassPermissions'),
    tries: { 'curl https://x.test': 'runs' },
  },
  {
    title: 'dontAsk',
    source: 'https://code.claude.com/docs/en/permission-modes',
    files: run('claude -p x --permission-mode dontAsk --allowedTools "Bash(npm test)"'),
    tries: { 'npm test': 'runs', 'npm run db:reset': 'blocks', 'mcp:a:b': 'blocks' },
  },
  {
    title: 'auto, where a classifier decides',
    source: 'https://code.claude.com/docs/en/permission-modes',
    files: run('claude -p x --permission-mode auto'),
    tries: { 'terraform destroy': 'unknown' },
  },
  {
    title: 'tools without a shell',
    source: 'https://code.claude.com/docs/en/cli-reference',
    files: run('claude -p x --tools "Read,Edit" --dangerously-skip-permissions'),
    tries: { 'curl https://x.test': 'blocks', 'write:a': 'runs' },
  },
  {
    title: 'a list that only a run can tell',
    source: 'https://code.claude.com/docs/en/cli-reference',
    files: run('claude -p x --allowedTools "$TOOLS"'),
    tries: { 'terraform destroy': 'unknown' },
  },
]);

permissionTable('codex-headless', collect, [
  {
    title: 'codex exec never asks',
    source: 'https://developers.openai.com/codex/noninteractive',
    files: run('codex exec --sandbox read-only "review"'),
    tries: { 'git push': 'runs', 'read:.env': 'runs', 'mcp:a:b': 'unknown' },
  },
]);

permissionTable('gemini-headless', collect, [
  {
    title: 'without approval nothing runs',
    source: 'https://google-gemini.github.io/gemini-cli/docs/cli/headless.html',
    files: {
      ...run('gemini -p "x" --allowed-tools "run_shell_command(git)"'),
      '.gemini/settings.json': '{"tools":{"exclude":["run_shell_command(git push)"]}}',
    },
    tries: { 'git status': 'runs', 'git push': 'blocks', 'npm test': 'blocks' },
  },
  {
    title: 'yolo',
    source: 'https://google-gemini.github.io/gemini-cli/docs/cli/headless.html',
    files: run('gemini --approval-mode=yolo --prompt "x"'),
    tries: { 'terraform destroy': 'runs', 'mcp:a:b': 'runs' },
  },
]);

permissionTable('run-gemini-cli', collect, [
  {
    title: 'the list of tools is the only limit',
    source: 'https://github.com/google-github-actions/run-gemini-cli',
    files: job(
      `      - uses: google-github-actions/run-gemini-cli@v0\n        with:\n          settings: |-\n            {"tools": {"core": ["read_file", "run_shell_command(gh issue view)"]}}`,
    ),
    tries: {
      'gh issue view 3': 'runs',
      'gh issue delete 3': 'blocks',
      'curl https://x.test': 'blocks',
    },
  },
  {
    title: 'without settings it runs everything',
    source: 'https://github.com/google-github-actions/run-gemini-cli/blob/main/action.yml',
    files: job('      - uses: google-github-actions/run-gemini-cli@v0'),
    tries: { 'gcloud sql instances delete x': 'runs', 'mcp:a:b': 'runs' },
  },
]);

permissionTable('opencode-headless', collect, [
  {
    title: 'the last rule that matches wins, and asking is refusing',
    source: 'https://opencode.ai/docs/permissions/',
    files: {
      ...run('opencode run "x"'),
      'opencode.json':
        '{"permission":{"bash":{"*":"ask","git *":"allow","git push*":"deny"},"webfetch":"deny"}}',
    },
    tries: {
      'git status': 'runs',
      'git push origin': 'blocks',
      'npm test': 'blocks',
      'net:a.test': 'blocks',
    },
  },
]);

permissionTable('opencode-action', collect, [
  {
    title: 'a variable of the step',
    source: 'https://opencode.ai/docs/github/',
    files: job(
      `      - uses: anomalyco/opencode/github@latest\n        env:\n          OPENCODE_PERMISSION: '{"bash": "deny"}'`,
    ),
    tries: { 'curl https://x.test': 'blocks', 'write:a': 'runs' },
  },
]);

permissionTable('copilot-headless', collect, [
  {
    title: 'denied tools stay denied',
    source: 'https://docs.github.com/en/copilot/how-tos/copilot-cli/use-copilot-cli/allowing-tools',
    files: run("copilot -p x --allow-tool 'shell(git:*)' --deny-tool 'shell(git push)'"),
    tries: { 'git status': 'runs', 'git push': 'blocks', 'npm test': 'blocks' },
  },
  {
    title: 'all tools',
    source: 'https://docs.github.com/en/copilot/how-tos/copilot-cli/use-copilot-cli/allowing-tools',
    files: run("copilot -p x --allow-all-tools --deny-tool 'shell(rm:*)'"),
    tries: { 'terraform destroy': 'runs', 'rm -rf data': 'blocks' },
  },
]);

permissionTable('cursor-agent-headless', collect, [
  {
    title: 'print mode refuses what the tokens do not allow',
    source: 'https://cursor.com/docs/cli/reference/permissions',
    files: {
      ...run('cursor-agent -p "x"'),
      '.cursor/cli.json': '{"permissions":{"allow":["Shell(git)"],"deny":["Shell(git:push*)"]}}',
    },
    tries: { 'git status': 'runs', 'git push': 'blocks', 'npm test': 'blocks' },
  },
  {
    title: 'forced',
    source: 'https://cursor.com/docs/cli/headless',
    files: {
      ...run('cursor-agent -p --force "x"'),
      '.cursor/cli.json': '{"permissions":{"deny":["Shell(railway)"]}}',
    },
    tries: { 'terraform destroy': 'runs', 'railway down': 'blocks' },
  },
]);

for (const [product, line, verdict] of [
  ['aider-headless', 'aider --yes-always --message "x"', 'blocks'],
  ['amp-headless', 'amp -x "x"', 'unknown'],
  ['amp-headless', 'amp --dangerously-allow-all -x "x"', 'runs'],
  ['qwen-headless', 'qwen -p "x"', 'unknown'],
  ['qwen-headless', 'qwen --yolo -p "x"', 'runs'],
  ['goose-headless', 'goose run -i plan.md', 'runs'],
  ['droid-headless', 'droid exec "x"', 'blocks'],
  ['droid-headless', 'droid exec --skip-permissions-unsafe "x"', 'runs'],
] as const) {
  permissionTable(product, collect, [
    {
      title: line,
      source: 'https://docs.github.com/en/actions',
      files: run(line),
      tries: { 'terraform destroy': verdict },
    },
  ]);
}
