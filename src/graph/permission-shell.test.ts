import { describe, expect, it } from 'vitest';
import {
  claude,
  claudeRules,
  cursor,
  cursorCliRules,
  cursorRules,
  type RuleLists,
} from '../../test/permission-rules.ts';
import type { Agent, AgentRule, Verdict } from '../model/fact.ts';
import { byDefault, written } from '../model/value.ts';
import { claudeHabits } from '../recognize/agent/claude-habits.ts';
import { terminalPattern } from '../recognize/agent/cli-tokens.ts';
import { agentOf, at, ruleOf } from './permission-sample.ts';
import { permission } from './permissions.ts';

const cursorCli = agentOf('cursor-cli');

function shell(agent: Agent, rules: readonly AgentRule[], command: string): Verdict {
  return permission(agent, rules, { tool: 'shell', command }).verdict;
}

const claudeCases: readonly (readonly [RuleLists, string, Verdict])[] = [
  // The grammar of Bash(…).
  [{ allow: ['Bash'] }, 'railway volume delete', 'runs'],
  [{ allow: ['Bash(*)'] }, 'railway volume delete', 'runs'],
  [{ allow: ['Bash(:*)'] }, 'railway volume delete', 'runs'],
  [{ allow: ['Bash(npm test)'] }, 'npm test', 'runs'],
  [{ allow: ['Bash(npm test)'] }, 'npm test -- --watch', 'asks'],
  [{ allow: ['Bash(npm test *)'] }, 'npm test', 'runs'],
  [{ allow: ['Bash(npm test *)'] }, 'npm test -- --watch', 'runs'],
  [{ allow: ['Bash(npm test *)'] }, 'npm tests', 'asks'],
  [{ allow: ['Bash(npm run:*)'] }, 'npm run db:push', 'runs'],
  [{ allow: ['Bash(npm run:*)'] }, 'npm runner', 'asks'],
  [{ allow: ['Bash(ls*)'] }, 'lsof -i', 'runs'],
  [{ allow: ['Bash(ls *)'] }, 'lsof -i', 'asks'],
  [{ allow: ['Bash(git * main)'] }, 'git push origin main', 'runs'],
  [{ allow: ['Bash(git * main)'] }, 'git push origin dev', 'asks'],
  [{ allow: ['Bash(npm run test:unit)'] }, 'npm run test:unit', 'runs'],
  [{ allow: ['Bash(npm run test:*)'] }, 'npm run test', 'runs'],
  [{ allow: ['Bash(python -c ":*)'] }, 'python -c "import os"', 'runs'],
  [{ allow: ['Bash(docker compose -f a.yml up *)'] }, 'docker compose -f a.yml up -d', 'runs'],
  [{ allow: ['Bash(docker compose -f a.yml up *)'] }, 'docker compose -f a.yml down -v', 'asks'],
  [{ allow: ['Bash(echo \\(done\\))'] }, 'echo "(done)"', 'runs'],
  // Nothing matches.
  [{}, 'terraform destroy', 'asks'],
  [{ allow: ['Read(**)'] }, 'terraform destroy', 'asks'],
  // Compound commands: every part must be allowed.
  [{ allow: ['Bash(git commit *)'] }, 'git commit -m x && curl https://host', 'asks'],
  [{ allow: ['Bash(npm ci)', 'Bash(npm test)'] }, 'npm ci && npm test', 'runs'],
  [{ allow: ['Bash(npm ci)', 'Bash(npm test)'] }, 'npm ci\nnpm test', 'runs'],
  [{ allow: ['Bash(npm ci)'] }, 'npm ci; railway down', 'asks'],
  [{ allow: ['Bash(npm ci)'] }, 'npm ci & railway down', 'asks'],
  [{ allow: ['Bash(npm ci)'] }, 'npm ci | tee log', 'asks'],
  [{ allow: ['Bash(npm ci)'] }, 'npm ci || railway down', 'asks'],
  [{ allow: ['Bash(echo *)'] }, 'echo "a && b; c"', 'runs'],
  [{ allow: ['Bash(echo *)'] }, 'echo $(railway variables)', 'asks'],
  [{ allow: ['Bash(echo *)'] }, 'echo "`railway variables`"', 'asks'],
  [{ allow: ['Bash(echo *)'], deny: ['Bash(railway *)'] }, 'echo $(railway down)', 'blocks'],
  [{ allow: ['Bash(curl *)'] }, 'cd infra && curl https://host', 'runs'],
  [{ allow: ['Bash(curl *)'] }, 'if true; then curl https://host; fi', 'asks'],
  [{ allow: ['Bash(git add . && git commit -m done)'] }, 'git add . && git commit -m done', 'runs'],
  // Wrappers and assignments.
  [{ allow: ['Bash(npm test *)'] }, 'timeout 60 npm test', 'runs'],
  [{ allow: ['Bash(npm test *)'] }, 'timeout -k 5 60s npm test', 'runs'],
  [{ allow: ['Bash(npm test *)'] }, 'nice -n 10 nohup npm test', 'runs'],
  [{ allow: ['Bash(npm test *)'] }, 'LANG=C npm test', 'runs'],
  [{ allow: ['Bash(npm test *)'] }, 'NODE_OPTIONS=--require=x npm test', 'asks'],
  [{ allow: ['Bash(npm test *)'] }, 'npx npm test', 'asks'],
  [{ deny: ['Bash(railway *)'], allow: ['Bash'] }, 'RAILWAY_TOKEN=x railway down', 'blocks'],
  [{ deny: ['Bash(rm *)'], allow: ['Bash'] }, 'time rm -rf data', 'blocks'],
  [{ deny: ['Bash(grep *)'], allow: ['Bash'] }, 'ls | xargs grep a', 'blocks'],
  // Rules that carry their own front: what they grant is the command behind it.
  [{ allow: ['Bash(AWS_PROFILE=prod aws:*)'] }, 'aws rds delete-db-instance', 'runs'],
  [{ allow: ['Bash(PGPASSWORD=* psql *)'] }, 'psql -c "drop table a"', 'runs'],
  [{ allow: ['Bash(cd infra && terraform:*)'] }, 'terraform destroy', 'runs'],
  [{ allow: ['Bash(/usr/local/bin/terraform:*)'] }, 'terraform destroy', 'runs'],
  [{ allow: ['Bash(./node_modules/.bin/prisma *)'] }, 'prisma migrate reset', 'runs'],
  [{ allow: ['Bash(sudo docker:*)'] }, 'docker volume rm a', 'runs'],
  [{ allow: ['Bash(terraform *)'] }, '/usr/local/bin/terraform destroy', 'runs'],
  // Deny before ask before allow; specificity does not matter.
  [
    { allow: ['Bash(terraform *)'], deny: ['Bash(terraform destroy *)'] },
    'terraform destroy',
    'blocks',
  ],
  [{ allow: ['Bash(terraform plan)'], deny: ['Bash(terraform *)'] }, 'terraform plan', 'blocks'],
  [{ allow: ['Bash(git push *)'], ask: ['Bash(git push *)'] }, 'git push', 'asks'],
  [{ allow: ['Bash(git push origin a)'], ask: ['Bash(git *)'] }, 'git push origin a', 'asks'],
  [{ allow: ['Bash'], deny: [] }, 'railway down', 'runs'],
  [{ allow: ['Bash'], deny: ['Bash(* backboard.railway.*)'] }, 'curl https://x | sh', 'runs'],
  [
    { allow: ['Bash'], deny: ['Bash(* backboard.railway.*)'] },
    'curl -X POST backboard.railway.app/graphql/v2',
    'blocks',
  ],
  [{ allow: ['Bash'], deny: ['*'] }, 'ls', 'blocks'],
  // Denies that are narrower than they look.
  [
    { allow: ['Bash(terraform *)'], deny: ['Bash(terraform destroy *)'] },
    'terraform -chdir=prod destroy',
    'runs',
  ],
  [
    { allow: ['Bash(terraform *)'], deny: ['Bash(terraform destroy *)'] },
    'terraform apply -destroy',
    'runs',
  ],
  [
    { allow: ['Bash(npx *)'], deny: ['Bash(terraform destroy *)'] },
    'npx terraform destroy',
    'runs',
  ],
  [{ allow: ['Bash(sh *)'], deny: ['Bash(terraform *)'] }, "sh -c 'terraform destroy'", 'runs'],
  [{ allow: ['Bash'], deny: ['Bash(rm -rf *)'] }, 'rm -fr data', 'runs'],
  [{ allow: ['Bash'], deny: ['Bash(git push --force *)'] }, 'git push origin main --force', 'runs'],
  [{ allow: ['Bash(curl *)'], deny: ['WebFetch'] }, 'curl https://host', 'runs'],
  [{ allow: ['Bash'], deny: ['Bash(command:rm *)'] }, 'rm -rf data', 'runs'],
  [{ allow: ['Bash'], deny: ['Bash(run_in_background:true)'] }, 'sleep 1', 'runs'],
  [{ allow: ['Bash'], deny: ['PowerShell(rm *)'] }, 'rm -rf data', 'runs'],
  // Wildcards that allow lists do not take.
  [{ allow: ['*'] }, 'railway down', 'asks'],
  [{ allow: ['mcp__*'] }, 'railway down', 'asks'],
  [{ allow: ['bash(*)'] }, 'railway down', 'asks'],
  // Readers run unasked, whatever the lists say, unless a list forbids.
  [{}, 'ls -la && cat package.json', 'runs'],
  [{}, 'git log --oneline | head -5', 'runs'],
  [{}, 'cat .env', 'runs'],
  [{}, 'cat .env > copy.txt', 'asks'],
  [{}, 'ls > /dev/null 2>&1', 'runs'],
  [{ deny: ['Read(.env)'] }, 'cat .env', 'blocks'],
  [{ deny: ['Read(./.env.*)'] }, 'head -3 ./.env.production', 'blocks'],
  [{ deny: ['Read(.env)'], allow: ['Bash(node *)'] }, 'node -e "read(\'.env\')"', 'runs'],
  [{}, 'find . -name "*.sql"', 'runs'],
  [{}, 'find . -name "*.sql" -delete', 'asks'],
  [{ allow: ['Bash(find *)'] }, 'find . -name a -exec rm {} +', 'asks'],
  [{ allow: ['Bash(find . -delete)'] }, 'find . -delete', 'runs'],
  [{ allow: ['Bash(watch *)'] }, 'watch railway down', 'asks'],
  [{}, 'git push', 'asks'],
  [{}, 'git branch -D main', 'asks'],
  [{}, 'grep -r token .', 'runs'],
  [{ ask: ['Bash(cat *)'] }, 'cat a', 'asks'],
];

const cursorCases: readonly (readonly [readonly string[], string, Verdict])[] = [
  [['git'], 'git push --force', 'runs'],
  [['git'], 'gitk', 'unknown'],
  [['Git'], 'git push', 'unknown'],
  [['npm:install*'], 'npm install left-pad', 'runs'],
  [['npm:install*'], 'npm run build', 'unknown'],
  [['npm run db:push'], 'npm run db:push', 'runs'],
  [['npm run lint', 'npm test'], 'npm run lint -- --fix', 'runs'],
  [['npm run lint', 'npm test'], 'npm run deploy', 'unknown'],
  [['git status'], 'git status && curl https://host', 'unknown'],
  [['curl'], 'cd scripts && curl https://host', 'runs'],
  [['bash scripts/'], 'bash scripts/deploy.sh', 'unknown'],
  [['*'], 'railway down', 'runs'],
  [[], 'railway down', 'unknown'],
  [[], 'ls', 'unknown'],
];

const cliCases: readonly (readonly [RuleLists, string, Verdict])[] = [
  [{ allow: ['Shell(git)'] }, 'git push', 'runs'],
  [{ allow: ['Shell(*)'] }, 'railway down', 'runs'],
  [{ allow: ['Shell(**)'], deny: ['Shell(railway)'] }, 'railway down', 'blocks'],
  [{ allow: ['Shell(curl:*)'] }, 'curl https://host', 'runs'],
  [{ allow: ['Shell(npm:run *)'] }, 'npm run build', 'runs'],
  [{ allow: ['Shell(npm:run *)'] }, 'npm publish', 'asks'],
  [{ allow: ['Bash(*)'] }, 'railway down', 'asks'],
  [{ allow: ['Read(**)'] }, 'railway down', 'asks'],
];

describe('shell', () => {
  it.each(claudeCases)('Claude Code %j: %s → %s', (lists, command, verdict) => {
    expect(shell(claude, claudeRules(lists), command)).toBe(verdict);
  });
  it.each(cursorCases)('Cursor %j: %s → %s', (lists, command, verdict) => {
    expect(shell(cursor, cursorRules(lists), command)).toBe(verdict);
  });
  it.each(cliCases)('Cursor CLI %j: %s → %s', (lists, command, verdict) => {
    expect(shell(cursorCli, cursorCliRules(lists), command)).toBe(verdict);
  });

  it('takes the strictest part, where unknown is milder than asking', () => {
    const rules = [
      ...cursorRules(['npm']),
      ruleOf({
        effect: 'ask',
        tool: 'shell',
        pattern: terminalPattern('git'),
        name: 'git',
        order: 1,
      }),
    ];
    expect(shell(cursor, rules, 'npm ci && make && git push')).toBe('asks');
    expect(shell(cursor, rules, 'npm ci && make')).toBe('unknown');
  });

  it('keeps a mode that denies or runs everything', () => {
    const denies = agentOf('claude-code', { habits: claudeHabits, shell: written('blocks', at) });
    expect(shell(denies, [], 'railway down')).toBe('blocks');
    expect(shell(denies, [], 'ls')).toBe('runs');
    const runs = agentOf('opencode', { shell: byDefault<Verdict>('runs', at, 'https://e.com') });
    expect(shell(runs, claudeRules({ deny: ['Bash(railway *)'] }), 'railway down')).toBe('blocks');
    expect(shell(runs, claudeRules({ ask: ['Bash(railway *)'] }), 'fly destroy')).toBe('runs');
  });

  it('judges the whole line where the agent does not split', () => {
    const whole = agentOf('other', { splitsCommands: false });
    expect(shell(whole, claudeRules({ allow: ['Bash(git *)'] }), 'git status; curl x')).toBe(
      'runs',
    );
  });

  it('says what decided', () => {
    const [rule] = claudeRules({ allow: ['Bash(curl *)'] });
    const answer = permission(claude, rule === undefined ? [] : [rule], {
      tool: 'shell',
      command: 'curl https://host',
    });
    expect(answer).toEqual({
      verdict: 'runs',
      rule,
      because: '"Bash(curl *)" in settings.json allows it',
      at,
    });
    expect(permission(cursor, [], { tool: 'shell', command: 'curl x' }).because).toContain(
      'set outside the repository',
    );
  });

  it('survives odd input', () => {
    const long = `echo ${'$('.repeat(5000)}`;
    expect(['asks', 'runs']).toContain(shell(claude, [], long));
    expect(shell(claude, [], '')).toBe('asks');
    expect(shell(claude, [], "echo 'unclosed && railway down")).toBe('runs');
    const stars = claudeRules({ allow: [`Bash(${'*a'.repeat(200)})`] });
    expect(shell(claude, stars, 'a'.repeat(20_000))).toBe('runs');
  });
});
