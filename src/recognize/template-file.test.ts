import { expect, it } from 'vitest';
import { isEnvTemplate, isTemplateFile } from './template-file.ts';

it.each(['.env.example', 'app/.env.defaults', 'defaults.yml', 'settings.sample.py', 'example.ts'])(
  '%s holds no real values',
  (file) => expect(isTemplateFile(file)).toBe(true),
);

it.each(['.env', 'app/defaults.py', 'src/config/defaults.ts', 'defaults/main.yml'])(
  '%s may',
  (file) => expect(isTemplateFile(file)).toBe(false),
);

it.each([
  ['.env.example', true],
  ['api/.env.production.sample', true],
  ['env.template', true],
  ['.env', false],
  ['environment.example.ts', false],
  ['sample.json', false],
])('%s: a template of an env file is %s', (file, expected) => {
  expect(isEnvTemplate(file)).toBe(expected);
});
