import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const rules = 'https://developers.openai.com/codex/rules';
const approvals = 'https://developers.openai.com/codex/agent-approvals-security';
const config = '.codex/config.toml';
const file = '.codex/rules/default.rules';
const mode = (policy: string, sandbox: string, more = '') =>
  `approval_policy = "${policy}"\nsandbox_mode = "${sandbox}"\n${more}`;
const open = '[sandbox_workspace_write]\nnetwork_access = true\n';
const profile = (body: string) => `default_permissions = "ours"\n${body}`;

permissionTable('codex', collect, [
  {
    title: 'defaults of a trusted project',
    source: approvals,
    files: { [config]: 'model = "gpt-5.5"' },
    tries: {
      'git status': 'runs',
      'cat README.md | head -3': 'runs',
      'rm -rf build': 'runs',
      'railway volume delete --yes': 'asks',
      'curl https://api.example.com': 'asks',
      'find . -name x -delete': 'asks',
      'mcp:db:execute_sql': 'asks',
      'read:.env': 'runs',
    },
  },
  {
    title: 'no questions and no sandbox',
    source: approvals,
    files: { [config]: mode('never', 'danger-full-access') },
    tries: { 'railway volume delete --yes': 'runs', 'mcp:db:execute_sql': 'runs' },
  },
  {
    title: 'full access runs commands without asking although questions are allowed',
    source: approvals,
    files: { [config]: mode('on-request', 'danger-full-access') },
    tries: { 'railway volume delete --yes': 'runs', 'mcp:db:execute_sql': 'asks' },
  },
  {
    title: 'untrusted asks about everything that is not known to read only',
    source: approvals,
    files: { [config]: mode('untrusted', 'danger-full-access') },
    tries: { ls: 'runs', 'rm -rf build': 'asks', 'terraform destroy': 'asks' },
  },
  {
    title: 'no questions in a closed sandbox',
    source: approvals,
    files: { [config]: mode('never', 'workspace-write') },
    tries: {
      'rm -rf build': 'runs',
      'terraform destroy': 'blocks',
      'curl https://a.example': 'blocks',
    },
  },
  {
    title: 'no questions, reading only',
    source: approvals,
    files: { [config]: mode('never', 'read-only') },
    tries: { 'rm -rf build': 'blocks', ls: 'runs', 'mcp:db:execute_sql': 'unknown' },
  },
  {
    title: 'a sandbox with open network',
    source: approvals,
    files: { [config]: mode('on-failure', 'workspace-write', open) },
    tries: { 'curl https://api.example.com': 'runs', 'railway volume delete --yes': 'runs' },
  },
  {
    title: 'single questions switched off',
    source: approvals,
    files: {
      [config]: 'approval_policy = { granular = { sandbox_approval = false, rules = false } }',
      [file]: 'prefix_rule(pattern=["npm","publish"], decision="prompt")',
    },
    tries: { 'terraform destroy': 'blocks', 'npm publish': 'blocks' },
  },
  {
    title: 'a model answers',
    source: approvals,
    files: { [config]: 'approvals_reviewer = "auto_review"' },
    tries: { 'terraform destroy': 'unknown' },
  },
  {
    title: 'alternatives, word by word',
    source: rules,
    files: {
      [file]:
        'prefix_rule(\n  pattern = ["gh", ["pr", "issue"], "view"],\n  decision = "allow", # reads\n)',
    },
    tries: {
      'gh pr view 7': 'runs',
      'gh issue view': 'runs',
      'gh pr viewer': 'asks',
      'gh pr --repo openai/codex view 7': 'asks',
      'gh repo view': 'asks',
    },
  },
  {
    title: 'the decision is allow where none is written',
    source: rules,
    files: { [file]: 'prefix_rule(pattern = ["railway"])' },
    tries: { 'railway volume delete --yes': 'runs', 'railwayctl x': 'asks' },
  },
  {
    title: 'the strictest of the matching rules counts',
    source: rules,
    files: {
      [file]: [
        'prefix_rule(pattern=["terraform"], decision="allow")',
        'prefix_rule(pattern=["terraform", ["apply", "import"]], decision="prompt")',
        'prefix_rule(pattern=["terraform", "destroy"], decision="forbidden", justification="Ask Ops (really).")',
      ].join('\n'),
    },
    tries: {
      'terraform plan': 'runs',
      'terraform apply': 'asks',
      'terraform destroy -auto-approve': 'blocks',
      'cd infra && terraform plan': 'runs',
      'terraform plan && terraform destroy': 'blocks',
    },
  },
  {
    title: 'what prompts is refused where nothing may ask',
    source: rules,
    files: {
      [config]: mode('never', 'danger-full-access'),
      [file]: 'prefix_rule(pattern=["kubectl"], decision="prompt")',
    },
    tries: { 'kubectl delete pvc data': 'blocks', 'helm uninstall x': 'runs' },
  },
  {
    title: 'constants, sums and other calls',
    source: rules,
    files: {
      [file]: [
        'TOOLS = ["psql", "mysql"]',
        'BAD = "forbidden"',
        'host_executable(name = "psql", paths = ["/usr/bin/psql"])',
        'prefix_rule([TOOLS], BAD)',
        'prefix_rule(pattern = ["git"] + ["push"], decision = "forbidden", match = ["git push"], not_match = [["git", "pull"]])',
        '[prefix_rule(pattern = [tool]) for tool in TOOLS]',
      ].join('\n'),
    },
    tries: {
      'psql -c x': 'blocks',
      'mysql -e x': 'blocks',
      'git push': 'blocks',
      'git pull': 'asks',
    },
  },
  {
    title: 'approvals of MCP tools',
    source: 'https://developers.openai.com/codex/mcp',
    files: {
      [config]: [
        '[mcp_servers.db]\ncommand = "npx"\nargs = ["db-mcp"]\ndefault_tools_approval_mode = "prompt"',
        '[mcp_servers.db.tools.execute_sql]\napproval_mode = "approve"',
        '[mcp_servers.cloud]\nurl = "https://mcp.cloud.example"\ndefault_tools_approval_mode = "approve"',
        '[mcp_servers.cloud.tools.delete_project]\napproval_mode = "prompt"',
      ].join('\n'),
    },
    tries: {
      'mcp:db:execute_sql': 'runs',
      'mcp:db:apply_migration': 'asks',
      'mcp:cloud:create_project': 'runs',
      'mcp:cloud:delete_project': 'asks',
    },
  },
  {
    title: 'permission profiles',
    source: 'https://developers.openai.com/codex/permissions',
    files: {
      [config]: profile(
        '[permissions.ours]\nextends = ":workspace"\n[permissions.ours.filesystem.":workspace_roots"]\n"**/*.env" = "deny"\n".env*" = "deny"',
      ),
    },
    tries: {
      'read:.env': 'blocks',
      'read:apps/api/prod.env': 'blocks',
      'read:src/index.ts': 'runs',
      'cat .env': 'blocks',
      'rm -rf build': 'runs',
      'terraform destroy': 'asks',
    },
  },
  {
    title: 'a profile that opens hosts',
    source: 'https://developers.openai.com/codex/permissions',
    files: {
      [config]: profile(
        '[features]\nnetwork_proxy = true\n[permissions.ours]\nextends = ":workspace"\n[permissions.ours.network]\nenabled = true\n[permissions.ours.network.domains]\n"packages.example.com" = "allow"\n"**.evil.example" = "deny"',
      ),
    },
    tries: { 'net:packages.example.com': 'runs', 'net:api.evil.example': 'blocks' },
  },
]);
