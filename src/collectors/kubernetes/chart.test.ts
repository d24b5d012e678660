import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { kubernetesFacts } from '../../../test/kubernetes-facts.ts';
import { parse } from '../../formats/yaml/parse.ts';
import { filePath } from '../../model/source.ts';
import { unprinted } from './template-branches.ts';
import { asText, evaluated, isTruthy } from './template-value.ts';

const template = `{{- if .Values.db.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "shop.fullname" . }}-db
spec:
  template:
    spec:
      containers:
        - name: db
          image: "{{ .Values.db.image }}:{{ .Values.db.tag | default "17" }}"
          volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]
      volumes:
        - name: data
          {{- if .Values.db.nfs }}
          nfs: {{- toYaml .Values.db.nfs | nindent 12 }}
          {{- else if .Values.db.persistence }}
          persistentVolumeClaim:
            claimName: {{ .Values.db.claim | quote }}
          {{- else }}
          emptyDir: {}
          {{- end }}
{{- end }}
`;
const chart = (values: string, rest: Readonly<Record<string, string>> = {}) => ({
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\n',
  'chart/templates/db.yaml': template,
  'chart/values.yaml': `db: {enabled: true, image: postgres, ${values}}\n`,
  ...rest,
});

function stores(tree: Readonly<Record<string, string>>): readonly string[] {
  return ofKind(kubernetesFacts(tree), 'DataStore').map(({ name }) => name);
}

describe('a chart', () => {
  it.each([
    [
      'persistence: true, claim: pg',
      ['PostgreSQL "shop.fullname-db" of chart/templates', 'claim pg'],
    ],
    ['persistence: false, claim: pg', []],
    ['persistence: true, claim: pg, enabled: false', []],
    [
      'nfs: {server: nas.acme.io, path: /pg}',
      ['PostgreSQL "shop.fullname-db" of chart/templates', 'NFS share nas.acme.io:/pg'],
    ],
  ])('with %s', (values, expected) => {
    expect(
      stores(chart(values)).map((name) => name.replace(/of chart.*/, 'of chart/templates')),
    ).toEqual(expected);
  });

  it('is one for each stage of its values', () => {
    const tree = chart('persistence: true, claim: pg', {
      'chart/values-prod.yaml': 'db: {nfs: {server: nas.acme.io, path: /pg}}',
      'chart/values-staging.yaml': 'db: {nfs: {server: nas.acme.io, path: /pg}}',
      'chart/values-dev.yaml': 'db: {enabled: false}',
    });
    const facts = kubernetesFacts(tree);
    expect(ofKind(facts, 'Environment').map(({ tier }) => tier)).toEqual(['production', 'staging']);
    const shares = ofKind(facts, 'DataStore').filter(({ product }) => product === 'network-share');
    expect(new Set(shares.flatMap(({ aliases }) => aliases))).toEqual(
      new Set(['nfs:nas.acme.io/pg']),
    );
  });

  it('brings databases along', () => {
    const tree = (values: string) => ({
      'chart/Chart.yaml':
        'name: shop\ndependencies: [{name: postgresql, condition: postgresql.enabled}, {name: common}]\n',
      'chart/values.yaml': values,
    });
    expect(stores(tree('postgresql: {enabled: true}'))).toHaveLength(2);
    expect(stores(tree('postgresql: {primary: {persistence: {existingClaim: pg}}}'))).toContain(
      'claim pg',
    );
    expect(stores(tree('postgresql: {enabled: false}'))).toEqual([]);
    expect(stores(tree('postgresql: {primary: {persistence: {enabled: false}}}'))).toEqual([]);
  });

  it('is installed by Flux and Argo CD', () => {
    const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: pg, namespace: prod}
spec:
  chart: {spec: {chart: postgresql}}
  values: {primary: {persistence: {existingClaim: pgdata}}}
`;
    const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: pg}
spec:
  destination: {namespace: prod}
  source:
    chart: mariadb
    helm:
      values: |
        primary:
          persistence: {existingClaim: mydata}
`;
    expect(stores({ 'a.yaml': release })).toEqual([
      'PostgreSQL "pg" of namespace prod of a.yaml',
      'claim pgdata',
    ]);
    expect(stores({ 'a.yaml': application })).toEqual([
      'MySQL "pg" of namespace prod of a.yaml',
      'claim mydata',
    ]);
  });
});

describe('expressions', () => {
  const root = parse(
    filePath('values.yaml'),
    'a: {b: x, off: false, none: null, list: [1], empty: {}}\n',
  );
  const values = root?.shape === 'data' ? root.roots[0] : undefined;
  const filler = { values, name: 'shop' };
  it.each<[string, string | undefined]>([
    ['.Values.a.b', 'x'],
    ['$.Values.a.b | quote', 'x'],
    ['.Values.a.c | default "y"', 'y'],
    ['default .Values.a.b .Values.a.none', 'x'],
    ['printf "%s-db" .Release.Name', 'shop-db'],
    ['(printf "%s" .Values.a.b) | upper', undefined],
    ['include "shop.name" .', undefined],
    ['.Values.a.c', undefined],
    ['tpl .Values.a.b .', undefined],
  ])('%s → %s', (body, expected) => {
    expect(asText(evaluated(body, filler))).toBe(expected);
  });

  it.each<[string, boolean | undefined]>([
    ['.Values.a.off', false],
    ['not .Values.a.off', true],
    ['and .Values.a.b (eq .Values.a.b "x")', true],
    ['or .Values.a.off (ne .Values.a.b "x")', false],
    ['.Values.a.empty', false],
    ['.Values.a.list', true],
    ['.Capabilities.X', undefined],
    ['and .Capabilities.X .Values.a.off', false],
  ])('%s is %s', (body, expected) => {
    expect(isTruthy(evaluated(body, filler))).toBe(expected);
  });

  it('ends quickly on hostile templates', () => {
    expect(evaluated('('.repeat(50_000), filler)).toBeUndefined();
    expect(evaluated('('.repeat(190) + ')'.repeat(190), filler)).toBeUndefined();
    expect(unprinted('{{ if }}'.repeat(20_000), filler)).toHaveLength(1);
  });
});
