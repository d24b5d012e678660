import { expect, it } from 'vitest';
import { stagesIn } from './stages.ts';

it.each([
  [`const prod = ctx.environment === 'production';`, ['production']],
  [`["staging", "production"].includes(ctx.environment ?? "")`, ['production', 'staging']],
  [`const db = postgres(ctx.environment === 'qa' ? 'db-staging' : 'db');`, ['qa']],
  [`NODE_ENV: 'production'`, [null]],
  [`// environment`, [null]],
  [`environment ${'x'.repeat(400)} 'production'`, [null]],
])('finds the stages of %s', (text, stages) => {
  expect(stagesIn([text], { mention: /environment/i, words: 1 })).toEqual(stages);
});

it('takes names of as many words as the tool gives its stages', () => {
  const text = `stage === 'prod-eu'`;
  expect(stagesIn([text], { mention: /stage/i, words: 2 })).toEqual(['prod-eu']);
  expect(stagesIn([text], { mention: /stage/i, words: 1 })).toEqual([null]);
});
