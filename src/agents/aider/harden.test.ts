import { describe, expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const conf = '.aider.conf.yml';
const agent = { collect, harden };

function options(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}) {
  return hardenedFiles(agent, { [conf]: text }, wanted)[conf];
}

describe('options', () => {
  it('start where there are none', () => {
    expect(hardenedFiles(agent, { '.aiderignore': '.env\n' }, { stops })).toEqual({
      '.aiderignore': '.env\n',
      [conf]: 'suggest-shell-commands: false\n',
    });
  });

  it('are asked about again, and kept track of', () => {
    const text = `# agreed in June
model: sonnet
yes-always: true # for now
chat-history-file: /dev/null
`;
    expect(options(text)).toBe(`# agreed in June
model: sonnet
yes-always: false # for now
chat-history-file: .aider.chat.history.md
suggest-shell-commands: false
`);
  });

  it('run no tests by themselves that could do anything', () => {
    const text = 'auto-test: true\ntest-cmd: npm run reset && npm test # all\n';
    expect(options(text, { loose: ['test-cmd: npm run reset'] })).toBe(
      text.replace('auto-test: true', 'auto-test: false'),
    );
    expect(options(text)).toBe(text);
  });

  it('lose loose linters alone', () => {
    const text = 'lint-cmd:\n  - "python: flake8" # fine\n  - "js: npx"\n';
    const loose = ['lint-cmd: npx'];
    expect(options(text, { loose })).toBe(text.replace('  - "js: npx"\n', ''));
    const both = ['lint-cmd: npx', 'lint-cmd: flake8'];
    expect(options(text, { loose: both })).toBe(`${text}auto-lint: false\n`);
    expect(options('lint-cmd: npx\n', { loose })).toBe('lint-cmd: npx\nauto-lint: false\n');
    const all = `auto-test: true\ntest-cmd: npx x\n${text}`;
    expect(options(all, { loose: [...loose, 'test-cmd: npx x'] })).toBe(
      all.replace('auto-test: true', 'auto-test: false').replace('  - "js: npx"\n', ''),
    );
  });

  it('stay where the file is broken, or nothing is to narrow', () => {
    expect(options('yes-always: [', { stops })).toBe('yes-always: [');
    expect(options('model: x\n')).toBe('model: x\n');
  });
});

describe('files with credentials', () => {
  const secrets = ['deploy/.env'];

  it('go to the ignore file', () => {
    expect(hardenedFiles(agent, { [conf]: 'model: x\n' }, { secrets })['.aiderignore']).toBe(
      '/deploy/.env\n',
    );
  });

  it('stay where the options name another one', () => {
    const files = { [conf]: 'aiderignore: .other\n' };
    expect(hardenedFiles(agent, files, { secrets })).toEqual(files);
  });
});
