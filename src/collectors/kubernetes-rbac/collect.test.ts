import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/yaml/parse.ts';
import type { Fact, Principal } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([], randomBytes(32));

function collected(text: string, file = 'k8s/production/rbac.yaml'): readonly Fact[] {
  const document = parse(filePath(file), text);
  return document === null ? [] : collect({ id: file, documents: [document] }, knowledge);
}

function principals(text: string, file?: string): readonly Principal[] {
  return ofKind(collected(text, file), 'Principal').filter(({ implied }) => !implied);
}

const version = 'apiVersion: rbac.authorization.k8s.io/v1';
const binding = (role: string, subject: string, kind = 'ClusterRoleBinding') => `
${version}
kind: ${kind}
metadata:
  name: ferry
roleRef:
  kind: ClusterRole
  name: ${role}
subjects:
  - ${subject}
`;
const role = (rules: string) => `
${version}
kind: ClusterRole
metadata:
  name: sail
rules:
${rules}
`;
const account = '{ kind: ServiceAccount, name: ferry, namespace: harbour }';

describe('bindings', () => {
  it('make an administrator', () => {
    const text = binding('cluster-admin', account);
    const facts = collected(text);
    const [principal] = principals(text);
    expect(principal).toMatchObject({
      name: 'ferry',
      title: 'Kubernetes service account',
      provider: 'kubernetes',
      scope: { value: 'account' },
      confirms: { value: false },
      usedBy: 'program',
      confidence: 'high',
    });
    expect(principal?.deletes).toMatchObject({
      value: expect.arrayContaining(['volume', 'backup']),
    });
    expect(text.slice(principal?.at.start, principal?.at.end)).toBe('cluster-admin');
    expect(ofKind(facts, 'Environment')[0]?.tier).toBe('production');
    expect(structuredClone(facts)).toEqual(facts);
  });

  it('reach a namespace where they are of one', () => {
    expect(principals(binding('cluster-admin', account, 'RoleBinding'))[0]?.scope).toMatchObject({
      value: 'environment',
    });
  });

  it.each([
    ['{ kind: Group, name: sailors }', 'people', 'set'],
    ['{ kind: ServiceAccount, name: argocd-application-controller }', 'pipeline', 'unknown'],
    ['{ kind: Group, name: "system:serviceaccounts" }', 'program', 'set'],
  ])('of %s are used by %s', (subject, usedBy, state) => {
    expect(principals(binding('cluster-admin', subject))[0]).toMatchObject({
      usedBy,
      confirms: { state },
    });
  });

  it.each([
    ['the cluster itself', binding('cluster-admin', '{ kind: Group, name: "system:masters" }')],
    ['reading', binding('view', account)],
    ['another system', binding('cluster-admin', account).replace(version, 'apiVersion: v1')],
    ['nothing', ''],
    ['rubbish', '{{{[[['],
  ])('say nothing of %s', (_, text) => {
    expect(collected(text)).toEqual([]);
  });
});

describe('roles', () => {
  const bound = (rules: string) => `${role(rules)}---\n${binding('sail', account)}`;

  it('with stars are sure', () => {
    const [principal] = principals(
      bound('  - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }'),
    );
    expect(principal).toMatchObject({ confidence: 'high' });
    expect(principal?.deletes).toMatchObject({
      value: expect.arrayContaining(['volume', 'backup']),
    });
  });

  it('with lists are what they list', () => {
    const [principal] = principals(
      bound(
        '  - { apiGroups: [""], resources: [persistentvolumeclaims], verbs: [get, delete] }\n  - { apiGroups: [snapshot.storage.k8s.io], resources: [volumesnapshots], verbs: [deletecollection] }',
      ),
    );
    expect(principal).toMatchObject({
      confidence: 'low',
      deletes: { value: ['volume', 'backup'] },
    });
  });

  it.each([
    ['reading only', '  - { apiGroups: ["*"], resources: ["*"], verbs: [get, list, watch] }'],
    [
      'one thing by its name',
      '  - { apiGroups: [""], resources: [persistentvolumeclaims], resourceNames: [mast], verbs: [delete] }',
    ],
    ['another group', '  - { apiGroups: [apps], resources: ["*"], verbs: ["*"] }'],
    ['no rules', '  []'],
  ])('of %s are none', (_, rules) => {
    expect(principals(bound(rules))).toEqual([]);
  });
});
