import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://learn.microsoft.com/en-us/ef/core/cli/dotnet',
  checkedOn: '2026-11-21',
};

const shared = { targets: ['ConnectionStrings__DefaultConnection', 'DATABASE_URL'] };
const programs = [
  { command: commandsOf('dotnet', claim, shared), before: 'ef ' },
  { command: commandsOf('dotnet-ef', claim, shared), before: '' },
];

/** Entity Framework Core: `dotnet ef` commands that drop the database or revert every migration. */
export const pack = definePack({
  id: 'entity-framework',
  title: 'Entity Framework Core',
  commands: programs.flatMap(({ command, before }) => [
    command(`${before}database drop`, 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--force|-f'],
      harmlessWith: ['--dry-run'],
      safeVariant: 'dotnet ef database drop --dry-run',
    }),
    command(`${before}database update 0`, 'database', {
      safeVariant: 'dotnet ef migrations script',
    }),
  ]),
  collectors: [
    toolingCollector('entity-framework', 'Entity Framework Core', {
      others: ['Microsoft.EntityFrameworkCore.Design', 'Microsoft.EntityFrameworkCore.Tools'],
    }),
  ],
});
