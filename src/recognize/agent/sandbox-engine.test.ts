import { expect, it } from 'vitest';
import { parse } from '../../formats/json/parse.ts';
import { filePath } from '../../model/source.ts';
import { sandboxEngine } from './sandbox-engine.ts';
import { settingsFiles } from './settings-files.ts';

const page = 'https://example.com';

it.each([
  [{}, 'default', 'off'],
  [{ tools: { sandbox: true } }, 'set', 'on'],
  [{ tools: { sandbox: 'docker' } }, 'set', 'on'],
  [{ tools: { sandbox: false } }, 'set', 'off'],
  [{ tools: { sandbox: { enabled: false } } }, 'set', 'off'],
  [{ tools: { sandbox: false }, security: { toolSandboxing: true } }, 'set', 'on'],
  [{ tools: { sandbox: 'strange' } }, 'unknown', undefined],
])('%j is %s %s', (settings, state, value) => {
  const layers = settingsFiles([parse(filePath('settings.json'), JSON.stringify(settings))]);
  const found = sandboxEngine(layers, { file: filePath('settings.json'), start: 0, end: 1 }, page);
  expect(found.state).toBe(state);
  expect(found.state === 'unknown' ? undefined : found.value).toBe(value);
});
