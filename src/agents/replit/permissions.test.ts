import { permissionTable } from '../../../test/permission-table.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const source = 'https://docs.replit.com/replit-workspace/workflows';
const workflow = (author: string, task: string, args: string) =>
  `[[workflows.workflow]]\nname = "Run"\nauthor = "${author}"\n[[workflows.workflow.tasks]]\ntask = "${task}"\nargs = "${args}"\n`;

permissionTable(
  'replit',
  collect,
  [
    {
      title: 'a workflow of the agent runs what it says',
      source,
      files: { '.replit': workflow('agent', 'shell.exec', 'npm run db:push && npm run dev') },
      tries: {
        'npm run db:push': 'runs',
        'npm run dev': 'runs',
        'npm run db:reset': 'unknown',
        'read:.env': 'unknown',
        'mcp:db:drop': 'unknown',
      },
    },
    {
      title: 'one of the team says nothing about the agent',
      source,
      files: {
        '.replit': `${workflow('alex', 'shell.exec', 'npm run db:push')}[agent]\nexpertMode = true\n`,
      },
      tries: { 'npm run db:push': 'unknown' },
    },
  ],
  collector,
);
