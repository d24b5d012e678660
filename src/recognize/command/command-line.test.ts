import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import type { ShellCommand } from '../../model/document.ts';
import type { ProviderFacts } from '../../model/knowledge.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { answersPrompt, commandWords, matchDestructive, programName } from './command-line.ts';

function only(line: string): ShellCommand {
  const command = parseShell(line).commands[0];
  if (command === undefined) throw new Error('no command');
  return command;
}

const terraform: ProviderFacts = {
  ...railway,
  id: 'terraform',
  commands: railway.commands.slice(0, 1).map((spec) => ({
    ...spec,
    argv: ['terraform|tofu', 'destroy'],
    asks: 'unless-flag',
    skipsPrompt: ['-auto-approve'],
    harmlessWith: ['-help'],
  })),
};
const knowledge = createKnowledge([railway, terraform], new Uint8Array(32));

describe('commandWords', () => {
  it.each([
    ['psql -c x', 'psql -c x'],
    ['/usr/bin/psql -c x', 'psql -c x'],
    ['./node_modules/.bin/prisma migrate reset', 'prisma migrate reset'],
    ['node_modules/.bin/prisma db push', 'prisma db push'],
    ['./deploy.sh prod', './deploy.sh prod'],
    ['PGPASSWORD=x psql db', 'psql db'],
    ['env A=1 B=2 psql db', 'psql db'],
    ['env -u A psql db', 'psql db'],
    ['sudo -u postgres psql db', 'psql db'],
    ['sudo -E A=1 psql db', 'psql db'],
    ['timeout 60 psql db', 'psql db'],
    ['timeout -k 5 60s psql db', 'psql db'],
    ['nice -n 10 nohup psql db', 'psql db'],
    ['xargs -I {} -n 1 rm -rf {}', 'rm -rf {}'],
    ['npx prisma migrate reset', 'prisma migrate reset'],
    ['npx -y prisma@5.1.0 migrate reset', 'prisma migrate reset'],
    ['npx --yes -p prisma prisma migrate reset', 'prisma migrate reset'],
    ['pnpm dlx prisma@latest db push', 'prisma db push'],
    ['pnpm exec prisma db push', 'prisma db push'],
    ['yarn dlx prisma db push', 'prisma db push'],
    ['bunx prisma db push', 'prisma db push'],
    ['npm exec -- prisma db push', 'prisma db push'],
    ['npx @railway/cli@latest up', '@railway/cli up'],
    ['dotenv -e .env.production -- prisma migrate reset', 'prisma migrate reset'],
    ['doppler run -c prd -- prisma migrate reset', 'prisma migrate reset'],
    ['railway run -e production prisma migrate reset', 'prisma migrate reset'],
    ['docker exec -it -u postgres db pg_dump app', 'pg_dump app'],
    ['docker compose exec -T db pg_dump app', 'pg_dump app'],
    ['kubectl -n db exec pod -- pg_dump app', 'pg_dump app'],
    ['docker compose -f compose.prod.yml exec -T db pg_dump app', 'pg_dump app'],
    ['docker --context prod exec db pg_dump app', 'pg_dump app'],
    ['docker compose -f exec.yml down -v', 'docker compose -f exec.yml down -v'],
    ['env A="$URL" B=2 psql db', 'psql db'],
    ['kubectl exec -n db pod -- pg_dump app', 'pg_dump app'],
    ['heroku run -a shop rails db:drop', 'rails db:drop'],
    ['sudo env A=1 timeout 5 npx -y prisma@5 migrate reset', 'prisma migrate reset'],
    ['bundle exec rails db:drop', 'rails db:drop'],
    ['sudo', 'sudo'],
    ['npx', 'npx'],
  ])('%s', (line, words) => {
    expect(commandWords(only(line)).join(' ')).toBe(words);
  });

  it('keeps words that only a run can tell', () => {
    expect(commandWords(only('sudo psql "$URL" -c x'))).toEqual(['psql', null, '-c', 'x']);
    expect(commandWords(only('$RUN destroy'))).toEqual([null, 'destroy']);
  });

  it('names programs without folder, version and extension', () => {
    expect(programName('C:\\tools\\psql.exe')).toBe('psql');
    expect(programName('@scope/tool@1.2.3')).toBe('@scope/tool');
    expect(programName('@scope/tool')).toBe('@scope/tool');
    expect(programName('~/bin/tool')).toBe('tool');
  });
});

describe('matchDestructive', () => {
  it.each([
    ['railway volume delete --volume pg --yes', 'volume', true],
    ['railway volume rm -y', 'volume', true],
    ['railway volume delete --volume pg', 'volume', false],
    ['npx -y @railway/cli volume delete', 'volume', false],
    ['sudo railway environment delete staging -y', 'environment', true],
    ['railway delete --project x --yes', 'project', true],
    ['railway rm', 'project', false],
    ['railway service files delete /data -y', 'files', true],
    ['railway service delete --yes', 'service', true],
    ['railway bucket delete --bucket b --yes=true', 'bucket', true],
    ['railway bucket delete --yes=false', 'bucket', false],
    ['railway config apply --yes --confirm-destructive', 'anything', true],
    ['railway config apply --yes', null, null],
    ['railway config plan', null, null],
    ['railway volume list', null, null],
    ['railway volume delete --help', null, null],
    ['railway up', null, null],
    ['echo railway volume delete', null, null],
    ['terraform -chdir=infra destroy -auto-approve', 'volume', true],
    ['tofu destroy', 'volume', false],
    ['terraform plan -destroy', null, null],
    ['terraform $ARGS destroy', 'volume', false],
    ['terraform apply destroy.tfplan', null, null],
  ] as const)('%s', (line, destroys, skips) => {
    const match = matchDestructive(only(line), knowledge);
    expect(match?.spec.destroys ?? null).toBe(destroys);
    expect(match?.skipsPrompt ?? null).toBe(skips);
  });

  it('points at the program, not at its wrappers', () => {
    const line = 'sudo timeout 5 railway volume delete -y > log';
    const at = matchDestructive(only(line), knowledge)?.at;
    expect(line.slice(at?.start, at?.end)).toBe('railway volume delete -y');
  });
});

describe('answersPrompt', () => {
  it.each([
    ['yes | railway volume delete', true],
    ['echo y | railway volume delete', true],
    ["printf 'y\\n' | railway volume delete", true],
    ['echo done | railway volume delete', false],
    ['yes; railway volume delete', false],
    ['railway volume delete', false],
  ])('%s', (line, answers) => {
    const { commands } = parseShell(line);
    const last = commands.at(-1);
    expect(last !== undefined && answersPrompt(last, commands)).toBe(answers);
  });
});
