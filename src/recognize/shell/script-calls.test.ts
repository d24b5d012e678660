import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/shell/parse.ts';
import { lineOf } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { firstArguments } from './first-argument.ts';
import { scriptCalls } from './script-calls.ts';
import { scriptHost } from './shell-host.ts';

function documentOf(text: string) {
  const document = parse(filePath('ops/run.sh'), text);
  if (document.shape !== 'shell') throw new Error('unread');
  return document;
}

/** `from > to` of everything the script leads to. */
function calls(text: string): readonly string[] {
  const document = documentOf(text);
  return scriptCalls(document, scriptHost(document)).flatMap((fact) =>
    fact.kind === 'Relation' ? [`${lineOf(fact.from)} > ${lineOf(fact.to)}`] : [],
  );
}

describe('what a script starts', () => {
  it.each([
    ['a script from the root', './ops/wipe.sh', ['./ops/wipe.sh']],
    ['a script with its verb', 'bash ops/db.sh reset --now', ['./ops/db.sh', './ops/db.sh reset']],
    ['a task', 'npm run db:reset', ['npm run db:reset']],
    ['a task of another folder', 'cd web && npm run wipe', ['npm --prefix web run wipe']],
    ['a script beside it', '"$HERE/wipe.sh"', ['./ops/wipe.sh', './wipe.sh']],
    [
      'one under its own folder',
      'exec "$(dirname "$0")"/db/wipe.sh',
      ['./ops/db/wipe.sh', './db/wipe.sh'],
    ],
  ])('%s', (_, text, expected) => {
    expect(calls(text)).toEqual(expected.map((line) => `./ops/run.sh > ${line}`));
  });

  it.each([
    ['the functions of another file', '. ./ops/lib.sh'],
    ['a path that only a run knows', '"$HERE/$NAME.sh"'],
    ['what is asked before', 'read -p "sure? " yn; [ "$yn" = y ] || exit 1\n./ops/wipe.sh'],
    ['a program', 'node --version'],
    [
      'what a variable may turn into a plan',
      'if [[ "$ACTION" == "plan" ]]; then terraform plan; else ./ops/apply.sh; fi',
    ],
    ['what is only tried', '[ -n "$DRY_RUN" ] || ./ops/wipe.sh'],
  ])('is not %s', (_, text) => {
    expect(calls(text)).toEqual([]);
  });

  it('is told by its first argument', () => {
    const text = 'case "$1" in\n  down|destroy) make wipe ;;\n  show) make show ;;\nesac\n';
    expect(calls(text)).toEqual([
      './ops/run.sh down > make wipe',
      './ops/run.sh destroy > make wipe',
      './ops/run.sh show > make show',
    ]);
  });
});

describe('the first argument that leads to a command', () => {
  it.each([
    ['a case', 'case $1 in a|b) harbour;; esac', ['a', 'b']],
    ['a variable with a default', 'ACT="${1:-help}"\ncase "$ACT" in a) harbour;; esac', ['a']],
    ['a comparison', 'if [ "$1" = "a" ]; then harbour; fi', ['a']],
    ['a function', 'go() { harbour; }\ncase $1 in a) go;; b) go;; esac', ['a', 'b']],
    ['any other', 'case $1 in a) x;; *) harbour;; esac', null],
    ['a pattern', 'case $1 in a*) harbour;; esac', null],
    ['another variable', 'case $STAGE in a) harbour;; esac', null],
    ['a variable that is set twice', 'A=$1\nA=b\ncase $A in a) harbour;; esac', null],
    [
      'a function that is called from everywhere',
      'go() { harbour; }\ngo\ncase $1 in a) go;; esac',
      null,
    ],
    ['a comparison in a list', '[ "$1" = a ] && harbour', ['a']],
    [
      'a function with the arguments',
      'main() { case "$1" in a) harbour;; esac; }\nmain "$@"',
      ['a'],
    ],
    [
      'a function with an argument of its own',
      'run() { case "$1" in a) harbour;; esac; }\nrun a',
      null,
    ],
    [
      'a function that is told apart by its caller',
      'run() { case "$1" in a) harbour;; esac; }\ncase $1 in b) run a;; esac',
      ['b'],
    ],
    ['the second argument', 'STAGE=$1\nshift\ncase $1 in a) harbour;; esac', null],
    ['a branch that moves on', 'case $1 in b) shift;; a) shift; harbour "$@";; esac', ['a']],
    [
      'any of the arguments',
      'while [ $# -gt 0 ]; do case $1 in a) harbour;; esac; shift; done',
      null,
    ],
    ['a comparison that is turned round', 'if [ "$1" != "a" ]; then harbour; fi', null],
    ['functions that call each other', 'a() { b; harbour; }\nb() { a; }', null],
  ])('%s', (_, text, expected) => {
    const document = documentOf(text);
    const command = document.commands.find((one) => one.words[0]?.text === 'harbour');
    expect(command && firstArguments(document, command)).toEqual(expected);
  });
});
