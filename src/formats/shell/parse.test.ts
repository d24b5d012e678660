import { describe, expect, it } from 'vitest';
import type { ShellCommand } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse, parseEmbeddedShell, parseShell } from './parse.ts';

const file = filePath('scripts/backup.sh');

function argv(command: ShellCommand | undefined) {
  return command?.words.map(({ text, raw }) => text ?? [raw]);
}

function argvs(text: string) {
  return parseShell(text).commands.map(argv);
}

function contexts(text: string): Record<string, string> {
  return Object.fromEntries(
    parseShell(text).commands.map((command) => [
      command.words[0]?.raw ?? '',
      command.within.map(({ kind, text: of }) => (of === '' ? kind : `${kind}:${of}`)).join(' > '),
    ]),
  );
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are shell variables
describe('words', () => {
  it('removes quotes, keeps what is written, and names what is expanded', () => {
    const [command] = parseShell('rm -rf "$HOME/${DIR:-$ALT}" a\\ b \'c\'"d" *.sql ~/x').commands;
    expect(argv(command)).toEqual([
      'rm',
      '-rf',
      ['"$HOME/${DIR:-$ALT}"'],
      'a b',
      'cd',
      '*.sql',
      '~/x',
    ]);
    expect(command?.words[2]?.refs).toEqual(['HOME', 'DIR', 'ALT']);
  });

  it('reads assignments, alone and as arguments of export', () => {
    const [alone, exported, prefixed] = parseShell('A=1 B="$C"\nexport D=2\nE=3 run\n').commands;
    expect(alone?.words).toEqual([]);
    expect(alone?.assignments.map(({ name, value }) => [name, value.text, value.refs])).toEqual([
      ['A', '1', []],
      ['B', null, ['C']],
    ]);
    expect(argv(exported)).toEqual(['export', 'D=2']);
    expect(exported?.assignments.map(({ name }) => name)).toEqual(['D']);
    expect(argv(prefixed)).toEqual(['run']);
    expect(prefixed?.assignments).toHaveLength(1);
  });

  it('reads redirects, here-documents and those of a group', () => {
    const text = 'psql <<SQL > out\nDROP TABLE $T;\nSQL\n{ pg_dump a; } > /backup/a.sql\n';
    const [psql, dump] = parseShell(text).commands;
    expect(
      psql?.redirects.map(({ operator, target, body }) => [
        operator,
        target.text,
        body?.text,
        body?.raw,
        body?.refs,
      ]),
    ).toEqual([
      ['<<', 'SQL', null, 'DROP TABLE $T;\n', ['T']],
      ['>', 'out', undefined, undefined, undefined],
    ]);
    expect(dump?.redirects.map(({ target }) => target.text)).toEqual(['/backup/a.sql']);
  });
});

describe('contexts', () => {
  it('says under which condition a command runs', () => {
    const text = 'if [ "$E" = p ]; then a; elif b; then c; else d; fi; x && y || z';
    expect(contexts(text)).toEqual({
      '[': 'if-test',
      a: 'if:[ "$E" = p ]',
      b: 'else:[ "$E" = p ] > if-test',
      c: 'else:[ "$E" = p ] > if:b',
      d: 'else:[ "$E" = p ] > else:b',
      x: '',
      y: 'and:x',
      z: 'or:x && y',
    });
  });

  it('says in which function, loop, case, subshell or substitution it stands', () => {
    const text =
      'f() { a; }; while b; do c; done; case $(d) in x) e & ;; esac; (g); A=`h`; diff <(i) j; echo $(( $(k) ))';
    expect(contexts(text)).toEqual({
      a: 'function:f',
      b: 'loop',
      c: 'loop',
      d: 'case > substitution',
      e: 'case:$(d) in x > background',
      g: 'subshell',
      '': '',
      h: 'substitution',
      diff: '',
      i: 'substitution',
      echo: '',
      k: 'substitution',
    });
  });

  it('numbers pipelines, groups that are a stage included', () => {
    const numbers = parseShell('(a; b) | gzip | aws; c; d | while read l; do e; done').commands.map(
      ({ words, pipeline }) => `${words[0]?.text}${pipeline}`,
    );
    expect(numbers).toEqual(['a1', 'b1', 'gzip1', 'aws1', 'c2', 'd3', 'read4', 'e5']);
  });
});

describe('programs in arguments', () => {
  it.each([
    ["bash -lc 'rm -rf /data'", ['rm', '-rf', '/data']],
    ["docker exec -it db sh -euo pipefail -c 'rm -rf /data'", ['rm', '-rf', '/data']],
    ["sudo -u pg ssh -i key -p 22 host 'rm -rf /data'", ['rm', '-rf', '/data']],
    ['ssh host rm -rf "/data"', ['rm', '-rf', '/data']],
    ["eval rm '-rf' /data", ['rm', '-rf', '/data']],
    ["su - postgres -c 'rm -rf /data'", ['rm', '-rf', '/data']],
    ["trap 'rm -rf /data' EXIT", ['rm', '-rf', '/data']],
    ["bash -s <<'EOF'\nrm -rf /data\nEOF", ['rm', '-rf', '/data']],
    ['ssh host <<EOF\nrm -rf /data\nEOF', ['rm', '-rf', '/data']],
    ['sh -c \'sh -c "rm -rf /data"\'', ['rm', '-rf', '/data']],
    ["bash -c $'cd /\\nrm -rf /data'", ['rm', '-rf', '/data']],
  ])('%s', (text, expected) => {
    const document = parseShell(text);
    const inner = document.commands.at(-1);
    expect(argv(inner)).toEqual(expected);
    expect(inner?.within.at(-1)?.kind).toBe('substitution');
    for (const { raw, at } of inner?.words ?? []) expect(text.slice(at.start, at.end)).toBe(raw);
  });

  it('keeps what is expanded inside dynamic, and reads a substitution once', () => {
    const text = 'bash -c "railway volume delete $ID && echo \\"$(date)\\""';
    expect(argvs(text).slice(1)).toEqual([
      ['railway', 'volume', 'delete', ['$ID']],
      ['echo', ['"$(date)"']],
      ['date'],
    ]);
  });

  it.each(["echo bash -c 'rm x'", 'bash script.sh <<EOF\nrm x\nEOF', 'grep -r "sh -c \'rm x\'" .'])(
    'none in %s',
    (text) => {
      expect(parseShell(text).commands).toHaveLength(1);
    },
  );

  it('keeps offsets through escaped backticks', () => {
    const text = 'echo "`a \\"b c\\" \\`d e\\``"';
    const words = parseShell(text).commands.flatMap((command) => command.words.slice(1));
    for (const { text: word, at } of words)
      if (word !== null) expect(text.slice(at.start, at.end)).toContain(word);
    expect(argvs(text).slice(1)).toEqual([
      ['a', 'b c', ['`d e`']],
      ['d', 'e'],
    ]);
  });
});

describe('embedded programs', () => {
  it('maps every range into the host file', () => {
    const host = '{"scripts": {"x": "psql -c \\"DROP TABLE a\\" && ls # c"}}';
    const text = 'psql -c "DROP TABLE a" && ls # c';
    const start = host.indexOf('psql');
    const document = parseEmbeddedShell(file, {
      text,
      map: [
        [0, start],
        [8, start + 9],
        [9, start + 10],
        [21, start + 23],
        [22, start + 24],
      ],
    });
    const covered = document.commands.flatMap(({ words }) =>
      words.map(({ at }) => host.slice(at.start, at.end)),
    );
    expect(covered).toEqual(['psql', '-c', '"DROP TABLE a\\"', 'ls']);
    expect(document.comments.map(({ start: from, end }) => host.slice(from, end))).toEqual(['# c']);
  });

  it('makes template expressions dynamic, in single quotes too', () => {
    const text =
      "deploy --token ${{ secrets.TOKEN }} '${{ github.ref || 1 }}' prod-${{ inputs.name }}-$A ok";
    const [command] = parseEmbeddedShell(file, { text, map: [[0, 0]] }).commands;
    expect(argv(command)).toEqual([
      'deploy',
      '--token',
      ['${{ secrets.TOKEN }}'],
      ["'${{ github.ref || 1 }}'"],
      ['prod-${{ inputs.name }}-$A'],
      'ok',
    ]);
    expect(command?.words.flatMap(({ refs }) => refs)).toEqual([
      'secrets.TOKEN',
      'inputs.name',
      'A',
    ]);
  });
});

describe('places', () => {
  const text = [
    '#!/usr/bin/env bash',
    '# nightly',
    'dest="${MOUNT:-/var/lib}/backups" # into the volume',
    'pg_dump "$URL" \\',
    '  | gzip > "$dest/$(date +%F).gz"',
    'echo "# no comment" ${x#y} # comment',
    'cat <<EOF',
    '# neither',
    'EOF',
    '',
  ];

  it.each(['\n', '\r\n'])('covers words and comments exactly (line break %j)', (eol) => {
    const source = `\uFEFF${text.join(eol)}`;
    const document = parse(file, source);
    if (document.shape !== 'shell') throw new Error('not a shell document');
    expect(document.problems).toEqual([]);
    expect(document.comments.map(({ start, end }) => source.slice(start, end))).toEqual([
      '#!/usr/bin/env bash',
      '# nightly',
      '# into the volume',
      '# comment',
    ]);
    expect(document.commands.map(argv)).toEqual([
      [],
      ['pg_dump', ['"$URL"']],
      ['gzip'],
      ['date', '+%F'],
      ['echo', '# no comment', ['${x#y}']],
      ['cat'],
    ]);
    for (const { words } of document.commands) {
      for (const { raw, at } of words) expect(source.slice(at.start, at.end)).toBe(raw);
    }
  });

  it('goes on after what it cannot read', () => {
    const document = parseShell('echo ok\nif true; then\nrm -rf /data\n');
    expect(document.problems).not.toEqual([]);
    expect(document.commands.map(argv)).toContainEqual(['rm', '-rf', '/data']);
  });

  it('never quotes the program in a problem', () => {
    const messages = parseShell('[[ a b s3cr3t ]]; ) s3cr3t\n(( ; done s3cr3t').problems.map(
      ({ message }) => message,
    );
    expect(messages.join()).not.toContain('s3cr3t');
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are shell variables
