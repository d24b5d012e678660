import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const cliPage = 'https://docs.cline.bot/cline-cli/configuration';
const envrc = (value: unknown) => ({
  '.envrc': `use node\nexport CLINE_COMMAND_PERMISSIONS='${JSON.stringify(value)}'\n`,
});

permissionTable('cline-cli', collect, [
  {
    title: 'a list of allowed commands refuses every other one',
    source: cliPage,
    files: envrc({ allow: ['npm *', 'git status', 'terraform pla?'] }),
    tries: {
      'npm test': 'runs',
      'git status': 'runs',
      'git status --short': 'blocks',
      'terraform plan': 'runs',
      'terraform apply': 'blocks',
      'npm test && railway down': 'blocks',
      'npm test > .env': 'blocks',
      'curl https://backboard.railway.app': 'blocks',
    },
  },
  {
    title: 'a denial wins over what is allowed',
    source: cliPage,
    files: envrc({ allow: ['*'], deny: ['railway *', 'rm -rf *'], allowRedirects: true }),
    tries: {
      'terraform destroy': 'runs',
      'railway volume delete --yes': 'blocks',
      'cd x && rm -rf data': 'blocks',
      'npm test > out.txt': 'runs',
    },
  },
  {
    title: 'denials alone leave the rest to the CLI, which approves by itself',
    source: 'https://docs.cline.bot/cline-cli/cli-reference',
    files: {
      '.devcontainer/devcontainer.json': JSON.stringify({
        containerEnv: { CLINE_COMMAND_PERMISSIONS: '{"deny":["terraform *"]}' },
      }),
    },
    tries: {
      'terraform destroy': 'blocks',
      'npx prisma migrate reset': 'runs',
      'mcp:acme:execute_sql': 'runs',
      'read:.env': 'runs',
    },
  },
]);

const user = (actions: unknown) => ({
  '.clinerules': 'Be brief.\n',
  '~/.cline/data/settings/global-settings.json': JSON.stringify({
    autoApprovalSettings: { actions },
  }),
});

permissionTable('cline', collect, [
  {
    title: 'a repository says nothing about approvals',
    source: 'https://docs.cline.bot/features/auto-approve',
    files: { '.clinerules': 'Be brief.\n' },
    tries: { 'terraform destroy': 'unknown', 'read:.env': 'unknown', 'mcp:a:b': 'unknown' },
  },
  {
    title: 'all commands',
    source: 'https://docs.cline.bot/features/auto-approve',
    files: user({ executeAllCommands: true, readFiles: true, useMcp: false }),
    tries: { 'terraform destroy': 'runs', 'read:.env': 'runs', 'mcp:a:b': 'asks' },
  },
  {
    title: 'safe commands, by the judgement of the model',
    source: 'https://docs.cline.bot/features/auto-approve',
    files: user({ executeSafeCommands: true, readFiles: false }),
    tries: { 'terraform destroy': 'unknown', 'read:.env': 'asks' },
  },
  {
    title: 'tools of a server need the switch and a place on its list',
    source: 'https://docs.cline.bot/features/auto-approve',
    files: {
      ...user({ useMcp: true }),
      '~/.cline/data/settings/cline_mcp_settings.json': JSON.stringify({
        mcpServers: {
          acme: { command: 'npx', args: ['@acme/mcp-server'], autoApprove: ['execute_sql'] },
        },
      }),
    },
    tries: { 'mcp:acme:execute_sql': 'runs', 'mcp:acme:drop': 'asks' },
  },
]);
