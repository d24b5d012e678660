import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const options = 'https://aider.chat/docs/config/options.html';
const conf = (yaml: string) => ({ '.aider.conf.yml': yaml });

permissionTable('aider', collect, [
  {
    title: 'suggested commands ask',
    source: options,
    files: conf('model: sonnet\n'),
    tries: { 'terraform destroy': 'asks', 'read:.env': 'asks', 'mcp:acme:x': 'blocks' },
  },
  {
    title: 'yes-always answers suggested commands with no',
    source: options,
    files: conf('yes-always: true\n'),
    tries: { 'terraform destroy': 'blocks', 'read:.env': 'runs' },
  },
  {
    title: 'tests run by themselves only where they are switched on',
    source: 'https://aider.chat/docs/usage/lint-test.html',
    files: conf('test-cmd: npx prisma migrate reset --force && npm test\nauto-test: true\n'),
    tries: {
      'npx prisma migrate reset --force && npm test': 'runs',
      'npx prisma migrate reset --force': 'runs',
      'npx prisma migrate reset': 'asks',
    },
  },
  {
    title: 'without auto-test nothing runs them',
    source: 'https://aider.chat/docs/usage/lint-test.html',
    files: conf('test-cmd: npm test\n'),
    tries: { 'npm test': 'asks' },
  },
  {
    title: 'linters run by default, on the files that were edited',
    source: 'https://aider.chat/docs/usage/lint-test.html',
    files: conf('lint-cmd:\n  - "python: ./lint.sh --fix"\n  - "eslint"\n'),
    tries: { './lint.sh --fix src/a.py': 'runs', 'eslint src/a.ts': 'runs', './lint.sh': 'asks' },
  },
  {
    title: 'ignored files',
    source: options,
    files: {
      ...conf('yes-always: true\nsuggest-shell-commands: false\n'),
      '.aiderignore': '.env*\nsecrets/\n',
    },
    tries: {
      'read:.env.production': 'blocks',
      'read:secrets/token': 'blocks',
      'read:src/a.py': 'runs',
      ls: 'blocks',
    },
  },
]);
