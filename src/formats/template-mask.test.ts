// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the languages under test write variables like this.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskTemplate, templateRefs } from './template-mask.ts';

it('blanks a directive that has its line to itself', () => {
  expect(maskTemplate('a: 1\n  {{- if .x }}\nb: 2\n')?.text).toBe(
    `a: 1\n${'\n'.repeat(14)}\nb: 2\n`,
  );
});

it('covers values with a word and control with blanks', () => {
  expect(maskTemplate('a: {{ .x }}-{{ if .y }}z{{ end }}')?.text).toBe(
    `a: ${'_'.repeat(8)}-${' '.repeat(11)}z${' '.repeat(9)}`,
  );
});

it('tells printed values, control and comments apart', () => {
  const roles = (text: string) => maskTemplate(text)?.spans.map((span) => span.role);
  expect(
    roles('{{ end_date }}{{- end }}{{/* c */}}{{ $x := 1 }}{{ $x }}{{#if a}}{{{ raw }}}'),
  ).toEqual(['value', 'control', 'comment', 'control', 'value', 'control', 'value']);
  expect(roles('{% for a in b %}{{ a }}{# c #}')).toEqual(['control', 'value', 'comment']);
  expect(roles('<% if x %><%= y %><%# z %>')).toEqual(['control', 'value', 'comment']);
});

it('is no template without a directive', () => {
  for (const text of [
    'a: ${{ x }}',
    'a: {b: {c: 1}}',
    'n=${#list[@]} #}',
    'a: {{ open',
    'a < b %> c',
  ])
    expect(maskTemplate(text)).toBeNull();
});

it('names data, not functions', () => {
  expect(templateRefs('{{ default .Values.a.b $.Values.c | quote }}')).toEqual([
    'Values.a.b',
    'Values.c',
  ]);
  expect(templateRefs('{{ vault_db.password | default(fallback) | b64encode }}')).toEqual([
    'vault_db.password',
    'fallback',
  ]);
  expect(templateRefs('<%= ENV.fetch("DB_HOST", "x") %>')).toContain('DB_HOST');
});

it('keeps the length of any text', () => {
  const word = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    '<%',
    '%>',
    '{#',
    '#}',
    '"',
    ' ',
    '\n',
    '\r\n',
    'a',
    '|',
    'nindent',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join('');
      expect((maskTemplate(text)?.text ?? text).length).toBe(text.length);
    }),
    { numRuns: 2000 },
  );
});

it('stays linear on hostile text', () => {
  for (const piece of ['{{', '{{{ }}', '{{|nindent}} x', '{{a}}{{', '<%', '{{ "a }}', "{{ '\\\\ "])
    expect(() => maskTemplate(piece.repeat(60_000))).not.toThrow();
});
