import { describe, expect, it } from 'vitest';
import { filePath } from '../../model/source.ts';
import { isLoose, mayBeCopied } from './loose-rule.ts';
import { deniedGlobs, globExpression, programExpressions } from './stop-patterns.ts';

describe('patterns for what cannot be undone', () => {
  it('are made of the stops that deny', () => {
    const stops = [
      { prefix: 'railway volume delete', flags: [], effect: 'deny' },
      { prefix: 'railway down', flags: [], effect: 'ask' },
    ] as const;
    const request = { texts: new Map(), stops, loose: [], secrets: [], tools: [] };
    expect(deniedGlobs(request, [])).toEqual(['railway volume delete *']);
  });

  it.each([
    ['railway volume delete *', ['cd x && railway  volume delete --yes'], ['railway volume list']],
    [
      'docker compose down *-v*',
      ['docker compose down -v'],
      ['docker compose down', 'docker compose down && ls -v'],
    ],
    ['aws * delete-*', ['aws rds delete-db-cluster'], ['aws rds describe', 'aws undelete-x']],
    ['php * doctrine:schema:drop *', ['php bin/console doctrine:schema:drop'], ['php -v']],
    ['rm -rf *', ['rm -rf .'], ['farm -rf .', 'rm x']],
  ])('%s as an expression', (glob, found, missed) => {
    const expression = new RegExp(globExpression(glob));
    for (const line of found) expect(line).toMatch(expression);
    for (const line of missed) expect(line).not.toMatch(expression);
  });

  it('are joined by program, and only what is missing is added', () => {
    const globs = ['railway delete *', 'railway volume delete *', 'fly destroy *'];
    const joined = programExpressions(globs, []);
    expect(joined).toEqual([
      '\\brailway\\s+(?:delete\\b|volume\\s+delete\\b)',
      '\\bfly\\s+(?:destroy\\b)',
    ]);
    expect('x; railway volume delete').toMatch(new RegExp(joined[0] ?? ''));
    expect(programExpressions(globs, joined)).toEqual([]);
    expect(
      programExpressions(['railway delete *'], ['\\brailway\\s+(?:volume\\s+delete\\b)']),
    ).toEqual(['\\brailway\\s+(?:delete\\b)']);
    expect(programExpressions([...globs, 'railway down *'], joined)).toEqual([
      '\\brailway\\s+(?:down\\b)',
    ]);
  });
});

describe('loose rules', () => {
  const at = { file: filePath('x.json'), start: 0, end: 1 };
  const rule = (name: string) => ({ name, at });

  it.each([
    ['bash: curl *', 'bash: curl *', true],
    ['bash: curl *', 'bash: curl', false],
    ['bash: TOKEN=…9f1a psql *', 'bash: TOKEN=0123456789f1a psql *', true],
    ['bash: TOKEN=…9f1a psql *', 'bash: TOKEN=0123456789f1b psql *', false],
    ['bash: node -e "long…', 'bash: node -e "long story"', true],
    ['bash: a  b', 'bash: a b', true],
  ])('%s stands for %s: %s', (shown, written, expected) => {
    expect(isLoose([rule(shown)], written)).toBe(expected);
  });

  it('are not written twice with a secret in them', () => {
    expect(mayBeCopied('npx prisma *')).toBe(true);
    expect(mayBeCopied('NODE_ENV=test npm run *')).toBe(true);
    expect(mayBeCopied(`PGPASSWORD=${'x'.repeat(12)} psql *`)).toBe(false);
    expect(mayBeCopied(`psql postgres://me:${'x'.repeat(12)}@db/x`)).toBe(false);
    expect(mayBeCopied(`tool --access-token ${'x'.repeat(12)}`)).toBe(false);
  });
});
