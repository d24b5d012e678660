import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { harbourKnowledge } from '../../../test/harbour-knowledge.ts';
import { drop } from '../../../test/harbour-shell.ts';
import { textAt } from '../../../test/text-at.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseShell } from '../../formats/shell/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import { parse as parseToml } from '../../formats/toml/parse.ts';
import { parse as parseYaml } from '../../formats/yaml/parse.ts';
import type { Document } from '../../model/document.ts';
import { lineOf } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

function documentOf(file: string, text: string): Document {
  const parse = file.endsWith('.json')
    ? parseJson
    : file.endsWith('.sh')
      ? parseShell
      : file.endsWith('.toml')
        ? parseToml
        : /\.ya?ml$/.test(file)
          ? parseYaml
          : parseText;
  const document = parse(filePath(file), text);
  if (document === null) throw new Error('unread');
  return document;
}

function facts(files: Readonly<Record<string, string>>) {
  const documents = Object.entries(files).map(([file, text]) => documentOf(file, text));
  return collect({ id: 'Makefile', documents }, harbourKnowledge);
}

const commands = (files: Readonly<Record<string, string>>) =>
  ofKind(facts(files), 'DestructiveCommand');

describe('recipes', () => {
  it.each([
    ['Makefile', `clean:\n\t@${drop.replace('$', '$$$$')}\n`, ['make clean']],
    ['infra/Makefile', `clean: build\n\t-${drop}\n`, ['make -C infra clean']],
    ['justfile', `clean id:\n    @${drop}\n`, ['just clean']],
    [
      'Taskfile.yml',
      `version: '3'\ntasks:\n  clean:\n    cmds:\n      - ${drop}\n`,
      ['task clean'],
    ],
    [
      'composer.json',
      '{ "scripts": { "clean": ["harbour volume delete -y x"] } }',
      ['composer clean', 'composer run clean', 'composer run-script clean'],
    ],
    ['deno.json', `{ "tasks": { "clean": "harbour volume delete -y x" } }`, ['deno task clean']],
    [
      'infra/deno.json',
      `{ "tasks": { "clean": { "command": "harbour volume delete -y x" } } }`,
      ['deno task --cwd infra clean'],
    ],
    ['pyproject.toml', `[tool.poe.tasks]\nclean = '${drop}'\n`, ['poe clean']],
    ['pyproject.toml', `[tool.poe.tasks.clean]\nshell = """\n${drop}\n"""\n`, ['poe clean']],
    ['pyproject.toml', `[tool.taskipy.tasks]\nclean = { cmd = '${drop}' }\n`, ['task clean']],
    [
      'pyproject.toml',
      `[tool.pdm.scripts]\nclean = { cmd = ["harbour", "volume", "delete", "-y", "x"] }\n`,
      ['pdm run clean'],
    ],
  ])('of %s are read', (file, text, invocations) => {
    const [command, ...others] = commands({ [file]: text });
    expect(others).toEqual([]);
    expect(command).toMatchObject({
      name: 'clean (harbour volume delete)',
      skipsPrompt: true,
      invocations,
      folder: file.includes('/') ? 'infra' : '',
    });
    expect(command && textAt(text, command.at)).toMatch(/^harbour\W+volume\W+delete\W+-y\W+\S+$/);
  });

  it('have the values of their makefile', () => {
    const text = 'TOOL = harbour\nclean:\n\t$(TOOL) volume delete $(ARGS) --yes\n';
    expect(commands({ Makefile: text }).map((one) => one.verb)).toEqual(['harbour volume delete']);
  });

  it.each([
    ['a comment', `# ${drop}\nclean:\n\t@true\n`],
    ['a message', `clean:\n\t@echo "run ${drop.replaceAll('"', '')}"\n`],
    ['a variable', `DROP = ${drop}\n`],
  ])('say nothing in %s', (_, text) => {
    expect(facts({ Makefile: text })).toEqual([]);
  });

  it.each([
    ['functions', '[tool.poe.tasks]\nclean = { script = "harbour:volume_delete" }\n'],
    ['options', '[tool.pdm.scripts]\n_ = { cmd = "harbour volume delete -y x" }\n'],
    ['tasks of others', '[tool.other.tasks]\nclean = "harbour volume delete -y x"\n'],
  ])('are not %s of a pyproject.toml', (_, text) => {
    expect(facts({ 'pyproject.toml': text })).toEqual([]);
  });
});

describe('questions', () => {
  it.each([
    ['Makefile', `clean:\n\t@read -p "sure? " yn; [ "$$yn" = y ] || exit 1\n\t${drop}\n`],
    ['justfile', `[confirm("sure?")]\nclean:\n    ${drop}\n`],
    ['Taskfile.yml', `tasks:\n  clean:\n    prompt: sure?\n    cmds:\n      - ${drop}\n`],
  ])('of %s guard', (file, text) => {
    const found = facts({ [file]: text });
    expect(ofKind(found, 'DestructiveCommand').map((one) => one.skipsPrompt)).toEqual([false]);
    expect(ofKind(found, 'Guard').map((one) => one.strength)).toEqual(['asks']);
  });
});

describe('chains', () => {
  const ways = (files: Readonly<Record<string, string>>) =>
    ofKind(facts(files), 'Relation').flatMap(({ from, to }) =>
      lineOf(from) === undefined ? [] : [`${lineOf(from)} > ${lineOf(to) ?? to}`],
    );

  it('lead through tasks to scripts and to tasks of other files', () => {
    const text = 'fresh:\n\t$(MAKE) clean\nclean:\n\t./ops/drop.sh now\n\tcd web && npm run wipe\n';
    expect(new Set(ways({ Makefile: text }))).toEqual(
      new Set([
        'make fresh > make clean',
        ...['./ops/drop.sh', './ops/drop.sh now', 'npm --prefix web run wipe'].flatMap((line) => [
          `make clean > ${line}`,
          `make fresh > ${line}`,
        ]),
      ]),
    );
  });

  it('lead to tasks of other manifests', () => {
    const text = 'fresh:\n\tdeno task --cwd api wipe\n\tpoe wipe\n\tcd etl && pdm run wipe\n';
    expect(ways({ Makefile: text })).toEqual([
      'make fresh > deno task --cwd api wipe',
      'make fresh > poe wipe',
      'make fresh > pdm run --project etl wipe',
    ]);
  });

  it('end where somebody is asked', () => {
    expect(ways({ justfile: '[confirm("sure?")]\nclean:\n    ./ops/drop.sh\n' })).toEqual([]);
  });

  it.each([
    ['justfile', `a: b\nb:\n    just c\nc:\n    ${drop}\n`, ['just c', 'just b', 'just a']],
    [
      'Taskfile.yml',
      `tasks:\n  a:\n    deps: [b]\n  b:\n    cmds:\n      - task: c\n  c: ${drop}\n`,
      ['task c', 'task b', 'task a'],
    ],
    [
      'deno.json',
      '{ "tasks": { "a": { "dependencies": ["b"] }, "b": "deno task c", "test": "deno c", "c": "harbour volume delete -y x" } }',
      ['deno task c', 'deno task b', 'deno task a'],
    ],
    [
      'pyproject.toml',
      `[tool.poe.tasks]\na = ["b", "lint"]\nb = { shell = "poe c" }\nc = '${drop}'\n`,
      ['poe c', 'poe b', 'poe a'],
    ],
    [
      'pyproject.toml',
      `[tool.taskipy.tasks]\na = "pytest"\npre_a = '${drop}'\n`,
      ['task pre_a', 'task a'],
    ],
    [
      'pyproject.toml',
      `[tool.pdm.scripts]\na = { composite = ["b", "lint"] }\nb = '${drop}'\n`,
      ['pdm run b', 'pdm run a'],
    ],
  ])('of %s are followed over three levels', (file, text, invocations) => {
    expect(commands({ [file]: text })[0]?.invocations).toEqual(invocations);
  });

  it('end where tasks call each other', () => {
    const text = `a: b\n\t${drop}\nb: a\n\t@true\n`;
    expect(commands({ Makefile: text })[0]?.invocations).toEqual(['make a', 'make b']);
  });
});

it('finds the backups of a task', () => {
  const text = 'dump:\n\tpg_dump "$$DATABASE_URL" | gzip > /srv/dumps/x.gz\n';
  expect(ofKind(facts({ Makefile: text }), 'Backup')).toMatchObject([
    { name: 'pg_dump in "make dump"' },
  ]);
});

it('ends quickly on hostile text', () => {
  expect(facts({ Makefile: `${'a '.repeat(50_000)}:\n\t@true\n` })).toEqual([]);
  expect(facts({ justfile: `a ${'b="" '.repeat(20_000)}\n` })).toEqual([]);
});
