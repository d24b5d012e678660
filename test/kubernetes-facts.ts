import { randomBytes } from 'node:crypto';
import { collect } from '../src/collectors/kubernetes/collect.ts';
import { createKnowledge, withResources } from '../src/engine/knowledge.ts';
import { parse } from '../src/formats/yaml/parse.ts';
import type { Fact } from '../src/model/fact.ts';
import { filePath } from '../src/model/source.ts';
import { packs } from '../src/registry.generated.ts';

const knowledge = await withResources(createKnowledge(packs, randomBytes(32)), packs);

/** The facts of a tree of Kubernetes manifests, given by path. */
export function kubernetesFacts(tree: Readonly<Record<string, string>>): readonly Fact[] {
  const documents = Object.keys(tree)
    .sort()
    .flatMap((file) => parse(filePath(file), tree[file] ?? '') ?? []);
  return collect({ id: 'tree', documents }, knowledge);
}

/** A Deployment of PostgreSQL that keeps its data in a claim. */
export function postgres(claim: string, rest = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: db${rest}}
spec:
  template:
    metadata: {labels: {app: db}}
    spec:
      containers:
        - name: postgres
          image: postgres:17
          volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]
      volumes:
        - name: data
          persistentVolumeClaim: {claimName: ${claim}}
`;
}

/** A CronJob that dumps the database \`db\` into a folder of whatever \`volume\` describes. */
export function dumpJob(
  volume: string,
  command = 'pg_dump -h db shop > /backups/shop.sql',
): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly-dump}
spec:
  schedule: 0 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: dump
              image: postgres:17
              command: [/bin/sh, -c, '${command}']
              volumeMounts: [{name: backups, mountPath: /backups}]
          volumes: [{name: backups, ${volume}}]
`;
}
