import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Manifests of one application: seven of its own, and an overlay of one file for each of two stages, with the kustomization of its base. */
const filesPerApplication = 10;
const servicesPerProject = 10;

/** A tree of about that many manifests: applications with a database, its copies and two overlays each; returns its folder. */
export function kubernetesTree(folder: string, manifests: number): string {
  const root = join(folder, `kubernetes-${manifests}`);
  rmSync(root, { recursive: true, force: true });
  for (let index = 0; index < manifests / filesPerApplication; index += 1) {
    for (const [name, text] of applicationFiles(`app-${index}`)) {
      write(join(root, `apps/app-${index}`, name), text);
    }
  }
  return root;
}

/** A tree of that many services of Docker Compose, ten to a project, with an override for production; returns its folder. */
export function composeTree(folder: string, services: number): string {
  const root = join(folder, `compose-${services}`);
  rmSync(root, { recursive: true, force: true });
  for (let index = 0; index < services / servicesPerProject; index += 1) {
    const project = join(root, `project-${index}`);
    write(join(project, 'compose.yaml'), compose(index));
    write(
      join(project, 'compose.production.yaml'),
      'services:\n  database:\n    restart: always\n    env_file: production.env\n',
    );
  }
  return root;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function applicationFiles(app: string): readonly (readonly [name: string, text: string])[] {
  const parts = ['deployment', 'service', 'settings', 'database', 'claim', 'copy', 'web'];
  return [
    ['base/kustomization.yaml', kustomization(parts.map((part) => `${part}.yaml`))],
    ['base/deployment.yaml', deployment(app, 'api')],
    ['base/web.yaml', deployment(app, 'web')],
    ['base/service.yaml', service(app)],
    ['base/settings.yaml', settings(app)],
    ['base/database.yaml', database(app)],
    ['base/claim.yaml', claim(app)],
    ['base/copy.yaml', copy(app)],
    ...['production', 'staging'].map(
      (stage) =>
        [
          `overlays/${stage}/kustomization.yaml`,
          `namespace: ${app}-${stage}\n${kustomization(['../../base'])}`,
        ] as const,
    ),
  ];
}

function kustomization(resources: readonly string[]): string {
  const list = resources.map((resource) => `  - ${resource}\n`).join('');
  return `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n${list}`;
}

function deployment(app: string, part: string): string {
  const variables = ['LOG_LEVEL', 'CACHE_SIZE', 'REGION', 'FEATURES', 'TIMEOUT'];
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${app}-${part}
  labels:
    app.kubernetes.io/name: ${app}
    app.kubernetes.io/component: ${part}
spec:
  replicas: 2
  selector:
    matchLabels:
      app.kubernetes.io/name: ${app}
      app.kubernetes.io/component: ${part}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${app}
        app.kubernetes.io/component: ${part}
    spec:
      containers:
        - name: ${part}
          image: registry.internal/${app}/${part}:1.4.2
          ports:
            - name: http
              containerPort: 8080
          env:
${variables.map((name) => `            - name: ${name}\n              value: "${app}"\n`).join('')}\
          envFrom:
            - configMapRef:
                name: ${app}-settings
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
            periodSeconds: 10
`;
}

function service(app: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${app}-database
spec:
  selector:
    app.kubernetes.io/name: ${app}-database
  ports:
    - name: postgres
      port: 5432
`;
}

function settings(app: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${app}-settings
data:
  PUBLIC_URL: https://${app}.acme.io
  QUEUE: ${app}-jobs
`;
}

function database(app: string): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${app}-database
spec:
  serviceName: ${app}-database
  selector:
    matchLabels:
      app.kubernetes.io/name: ${app}-database
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${app}-database
    spec:
      containers:
        - name: postgres
          image: postgres:17
          volumeMounts:
            - name: data
              mountPath: /var/lib/postgresql/data
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 20Gi
`;
}

function claim(app: string): string {
  return `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${app}-copies
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 20Gi
`;
}

function copy(app: string): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: ${app}-copy
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: dump
              image: postgres:17
              command: [sh, -c, "pg_dump -h ${app}-database shop > /copies/shop.sql"]
              volumeMounts:
                - name: copies
                  mountPath: /copies
          volumes:
            - name: copies
              persistentVolumeClaim:
                claimName: ${app}-copies
`;
}

function compose(index: number): string {
  const workers = Array.from(
    { length: servicesPerProject - 2 },
    (_, part) => `  worker-${part}:
    image: registry.internal/worker:${part}
    environment:
      QUEUE: queue-${part}
      REGION: north
    volumes:
      - files:/srv/files
`,
  );
  return `name: project-${index}
services:
${workers.join('')}  database:
    image: postgres:17
    volumes:
      - data:/var/lib/postgresql/data
  copies:
    image: prodrigestivill/postgres-backup-local:17
    environment:
      POSTGRES_HOST: database
    volumes:
      - copies:/backups
volumes:
  data: {}
  copies: {}
  files: {}
`;
}
