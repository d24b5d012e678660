import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { harbourKnowledge } from '../../../test/harbour-knowledge.ts';
import { parse as parseShell } from '../../formats/shell/parse.ts';
import { parse as parseYaml } from '../../formats/yaml/parse.ts';
import { lineOf } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const drop = 'harbour volume delete data --yes';
const local = (hook: string) => `repos:\n  - repo: local\n    hooks:\n      - id: wipe\n${hook}`;

function facts(file: string, text: string) {
  const parse = /\.ya?ml$/.test(file) ? parseYaml : parseShell;
  const document = parse(filePath(file), text);
  return document === null ? [] : collect({ id: file, documents: [document] }, harbourKnowledge);
}

/** `name: lines that run it` of every destructive command. */
function commands(file: string, text: string): readonly string[] {
  return ofKind(facts(file, text), 'DestructiveCommand').map(
    ({ name, invocations }) => `${name}: ${invocations.join(', ')}`,
  );
}

describe('git-hooks', () => {
  it.each([
    ['.husky/pre-push', `. "$(dirname -- "$0")/_/husky.sh"\n${drop}\n`, 'pre-push', 'git push'],
    ['.githooks/post-merge', drop, 'post-merge', 'git merge, git pull'],
    [
      'lefthook.yml',
      `pre-commit:\n  commands:\n    wipe:\n      run: ${drop}\n`,
      'pre-commit wipe',
      'git commit',
    ],
    [
      '.lefthook.yaml',
      `pre-push:\n  jobs:\n    - group:\n        jobs:\n          - run: ${drop}\n`,
      'pre-push job 1',
      'git push',
    ],
    [
      '.pre-commit-config.yaml',
      local(`        entry: ${drop}\n        language: system\n`),
      'pre-commit wipe',
      'git commit',
    ],
    [
      '.pre-commit-config.yaml',
      local(
        '        entry: harbour volume\n        args: [delete, data, --yes]\n        language: system\n        stages: [push]\n',
      ),
      'pre-push wipe',
      'git push',
    ],
  ])('%s says what git runs', (file, text, name, lines) => {
    expect(commands(file, text)).toEqual([`${name} (harbour volume delete): ${lines}`]);
    const [command] = ofKind(facts(file, text), 'DestructiveCommand');
    expect(text.slice(command?.at.start, command?.at.end)).toMatch(/^harbour [\s\S]*--yes$/);
  });

  it('leads to what a hook starts', () => {
    const relations = ofKind(facts('.husky/pre-commit', 'npm run db:reset\n'), 'Relation');
    expect(relations.map(({ from, to }) => [lineOf(from), lineOf(to)])).toEqual([
      ['git commit', 'npm run db:reset'],
    ]);
  });

  it.each([
    ['no hook', '.husky/README', drop],
    ['a part of husky', '.husky/helpers.sh', drop],
    ['what somebody is asked', '.husky/pre-push', 'harbour volume delete data'],
    [
      'a hook of another repository',
      '.pre-commit-config.yaml',
      `repos:\n  - repo: https://github.com/x/y\n    hooks:\n      - id: wipe\n        entry: ${drop}\n        language: system\n`,
    ],
    [
      'a hook that is run by hand',
      '.pre-commit-config.yaml',
      local(`        entry: ${drop}\n        language: system\n        stages: [manual]\n`),
    ],
    [
      'another language',
      '.pre-commit-config.yaml',
      local(`        entry: ${drop}\n        language: python\n`),
    ],
    [
      'what is skipped',
      'lefthook.yml',
      `pre-commit:\n  commands:\n    wipe:\n      skip: true\n      run: ${drop}\n`,
    ],
    ['broken text', 'lefthook.yml', 'pre-commit: [\n\t- {{'],
    ['lists for maps', 'lefthook.yml', 'pre-commit:\n  commands: [x]\n  jobs: 7\n'],
  ])('runs nothing unasked: %s', (_, file, text) => {
    const found = ofKind(facts(file, text), 'DestructiveCommand');
    expect(found.filter(({ skipsPrompt }) => skipsPrompt)).toEqual([]);
  });
});
