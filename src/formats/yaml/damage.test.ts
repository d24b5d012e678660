// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the languages under test write variables like this.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../test/data-tree.ts';
import { expectReadsAnyText } from '../../../test/format-properties.ts';
import { at, sourceOffset } from '../../model/document.ts';
import { maskTemplate } from '../template-mask.ts';
import { buildTree } from './build-tree.ts';
import { fastEvents } from './read-stream.ts';
import { FILE, read, root, scalar, visits } from './test-reading.ts';
import { tolerantEvents } from './tolerant-events.ts';

describe('templates', () => {
  const CHART = `kind: StatefulSet
metadata:
  labels: {{- include "app.labels" . | nindent 4 }}
    tier: data
  annotations:
    {{- toYaml .Values.annotations | nindent 4 }}
spec:
  {{- if .Values.persistence.enabled }}
  replicas: {{ .Values.replicas | default 1 }} # how many
  name: "{{ .Release.Name }}-db"
  keep: {{ if $.Values.keep }}true{{ end }}
  image: {{ .Values.image.name }}:{{ .Values.image.tag }}
  {{- end }}
  fixed: 3
  command: |
    {{- range .Values.dirs }}
    rm -rf {{ . }}/data
    {{- end }}
  file: |-
    {{ .Files.Get "x.conf" | indent 4 }}
{{/* done */}}
`;

  it('reads a Helm template around its directives', () => {
    const { roots, problems, comments } = read(CHART);
    expect(problems).toEqual([]);
    expect(roots.map(plain)).toEqual([
      {
        kind: 'StatefulSet',
        metadata: {
          labels: { tier: 'data' },
          annotations: '={{- toYaml .Values.annotations | nindent 4 }}',
        },
        spec: {
          replicas: '={{ .Values.replicas | default 1 }}',
          name: '="{{ .Release.Name }}-db"',
          keep: '={{ if $.Values.keep }}true{{ end }}',
          image: '={{ .Values.image.name }}:{{ .Values.image.tag }}',
          fixed: 3,
          command: '{{- range .Values.dirs }}\nrm -rf {{ . }}/data\n{{- end }}\n',
          file: '=|-\n    {{ .Files.Get "x.conf" | indent 4 }}',
        },
      },
    ]);
    expect(comments.map(({ start, end }) => CHART.slice(start, end))).toEqual([
      '# how many',
      '{{/* done */}}',
    ]);
    const command = scalar(CHART, 'spec', 'command');
    expect(sourceOffset(command, command.text.indexOf('rm -rf'))).toBe(CHART.indexOf('rm -rf'));
  });

  it('names what a value refers to', () => {
    const refs = (text: string) => {
      const node = at(root(text), 'a');
      return node?.type === 'expr' ? node.refs : null;
    };
    expect(refs('a: {{ .Values.db.host | quote }}')).toEqual(['Values.db.host']);
    expect(refs("a: \"{{ db_host }}:{{ lookup('env', 'X') | default(port) }}\"")).toEqual([
      'db_host',
      'port',
    ]);
    expect(refs('a: <%= ENV["DB_PASSWORD"] %>')).toEqual(['DB_PASSWORD']);
  });

  it('takes GitHub expressions and format strings beside them as text', () => {
    const text = 'run: docker inspect -f {{.State}} ${{ github.sha }}\nb: ${{ vars.X }}\n';
    expect(plain(root(text))).toEqual({
      run: 'docker inspect -f {{.State}} ${{ github.sha }}',
      b: '${{ vars.X }}',
    });
  });
});

describe('broken files', () => {
  it('keeps what precedes the damage, and reports it without quoting', () => {
    for (const damage of ['  b: "open\n', '\tb: secret\n', ' x\n  y: secret: z\n', '}: secret\n']) {
      const { roots, problems } = read(`services:\n  db: {image: postgres}\n${damage}`);
      expect(plain(roots[0] ?? root('x'))).toMatchObject({
        services: { db: { image: 'postgres' } },
      });
      expect(problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(problems)).not.toContain('secret');
    }
  });

  it('reads both sides of a merge conflict', () => {
    const text = 'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nc: 3\n>>>>>>> theirs\nd: 4\n';
    expect(plain(root(text))).toEqual({ a: 1, b: 2, c: 3, d: 4 });
    expect(read(text).problems[0]?.at).toEqual({ file: FILE, start: 5, end: 17 });
  });

  it('survives nesting that overflows a stack', () => {
    for (const piece of ['[', '{', '- ', '? ', '{a: ', '[\n', ': ', '{{', '&a ', '!a ', '"']) {
      const { roots } = read(`a: 1\nb: ${piece.repeat(10_000)}`);
      for (const node of roots) expect(visits(node)).toBeLessThan(200_000);
    }
    const deep = Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}k:\n`).join('');
    expect(read(`a: 1\n${deep}`).problems.length).toBeGreaterThan(0);
  });
});

describe('properties', () => {
  it('reads any text without throwing, inside its bounds', () => {
    const words =
      'a: |b |- |\n|\r\n|  |\t|"|\'|[|]|{|}|, |: |#x| # y|&a |*a|<<: |!Ref |!!int |>|> |{{ .x }}|{{ end }}|<%= y %>|---\n|? |é|\u{1f600}|\\|\\n|\ufeff|12|~|%|@|`|${{ z }}'
        .split('|')
        .concat('|', '|\n  ');
    expectReadsAnyText(read, words, 80);
  });

  it('decodes what it wrote itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
        const source = `key: ${JSON.stringify(value)}\n`;
        if (/[\ud800-\udfff]/.test(value) || /[\x7f-\x9f\ufffe\uffff]/.test(value)) return;
        expect(scalar(source, 'key').text).toBe(value);
      }),
    );
  });
});

describe('both readers', () => {
  const SAMPLES = [
    'a: 1\nb:\n  - x\n  - {y: z, w}\n  - [1, [2, 3], k: v]\nc: "a\\tb"\n',
    'services:\n  db: &db\n    image: "postgres:16"\n    volumes:\n    - data:/var/lib\n  db2:\n    <<: *db\n    ports: []\nvolumes: {data: }\n',
    'on:\n  push:\njobs:\n  a:\n    steps:\n      - run: |\n          one\n\n            two\n          three\n\n      - run: >-\n          f\n          g\n\n          h\n      - uses: x@v1 # c\n',
    'R:\n  P: !If [A, !Ref B, !GetAtt C.D]\n  Q: !Sub\n    - "${x}"\n    - x: &n !Ref Y\n  S: !!str 1\n---\n? complex\n: - v\n-- : x\n',
    "a: 'it''s\n\n  two'\nb: plain\n  more\n\n  lines # c\nc: |+\n  keep\n\n\nd: |2\n    in\n   out\n",
    '\ufeffa: 1\r\nb: |\r\n  x\r\n\r\n  y\r\nc:\r\n  - 1\r\n',
    'a: >\n\n  x\n   y\n\n   z\n  w\n\nb: >+\n  q\n\nc: |-\n\n\n  r\n\n',
  ];

  it.each(SAMPLES)('build the same tree: %j', (source) => {
    const fast = fastEvents(source);
    const context = { file: FILE, text: source, masked: source, spans: [] };
    const expected = 'events' in fast ? buildTree(context, fast.events) : null;
    const tolerant = tolerantEvents(source);
    expect(tolerant.problems).toEqual([]);
    expect(buildTree(context, tolerant.events)).toEqual(expected);
  });

  it('see a mask as long as the template', () => {
    const source = 'a:\r\n  {{- if x }}\r\n  b: {{ y }}\r\n  {{- end }}\r\n';
    expect(maskTemplate(source)?.text).toHaveLength(source.length);
  });
});
