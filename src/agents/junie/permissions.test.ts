import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';

const source = 'https://junie.jetbrains.com/docs/action-allowlist-junie-cli.html';
const home = (value: object): Record<string, string> => ({
  '.junie/guidelines.md': '# Guidelines',
  '~/.junie/allowlist.json': JSON.stringify(value),
});

permissionTable('junie-cli', collect, [
  {
    title: 'the first rule that matches, and a question for the rest',
    source,
    files: home({
      defaultBehavior: 'ask',
      allowReadonlyCommands: true,
      rules: {
        executables: {
          rules: [
            { prefix: 'git push', action: 'ask' },
            { prefix: 'git ', action: 'allow' },
            { pattern: 'npm run *', action: 'allow' },
            { pattern: 'make v?', action: 'allow' },
          ],
        },
        fileEditing: { rules: [{ pattern: 'src/**', action: 'allow' }] },
        mcpTools: { default: 'allow', rules: [] },
      },
    }),
    tries: {
      'git push --force': 'asks',
      'git reset --hard': 'runs',
      'npm run db:reset': 'runs',
      'make v1': 'runs',
      'make v10': 'asks',
      'ls -la': 'runs',
      'terraform destroy': 'asks',
      'write:src/a.ts': 'runs',
      'mcp:laravel-boost:tinker': 'runs',
    },
  },
  {
    title: 'everything by default',
    source,
    files: home({ defaultBehavior: 'allow' }),
    tries: { 'terraform destroy': 'runs', 'mcp:a:b': 'runs' },
  },
  {
    title: 'a file with deny is thrown away as a whole',
    source,
    files: home({
      defaultBehavior: 'allow',
      rules: { executables: { rules: [{ prefix: 'railway', action: 'deny' }] } },
    }),
    tries: { 'railway down': 'asks', 'terraform destroy': 'asks' },
  },
  {
    title: 'so is the array form',
    source,
    files: home({ rules: { executables: [{ prefix: 'terraform', action: 'allow' }] } }),
    tries: { 'terraform destroy': 'asks' },
  },
]);

permissionTable('junie', collect, [
  {
    title: 'the editor keeps its rules to itself; listed files ask',
    source: 'https://www.jetbrains.com/help/junie/aiignore.html',
    files: {
      '.junie/guidelines.md': '# Guidelines',
      '.aiignore': '*.env\n.env.*\n!.env.example\n',
    },
    tries: {
      'terraform destroy': 'unknown',
      'mcp:a:b': 'unknown',
      'read:.env': 'asks',
      'read:.env.local': 'asks',
      'read:.env.example': 'runs',
      'read:src/a.ts': 'runs',
    },
  },
]);
