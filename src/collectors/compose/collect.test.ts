// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's own placeholders are what is tested
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseEnv } from '../../formats/dotenv/parse.ts';
import { parse as parseYaml } from '../../formats/yaml/parse.ts';
import type { DataStore, Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { pack as docker } from '../../providers/docker/pack.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { collect } from './collect.ts';
import { isEnvFile, wholeTree } from './group.ts';

const knowledge = createKnowledge([docker, railway], randomBytes(32));

function facts(tree: Readonly<Record<string, string>>): readonly Fact[] {
  const files = Object.keys(tree).sort().map(filePath);
  return wholeTree(files).flatMap((unit) => {
    const documents = unit.map((file) =>
      isEnvFile(file) ? parseEnv(file, tree[file] ?? '') : parseYaml(file, tree[file] ?? ''),
    );
    return collect({ id: unit[0] ?? '', documents }, knowledge);
  });
}

function volumes(tree: Readonly<Record<string, string>>): readonly DataStore[] {
  return ofKind(facts(tree), 'DataStore').filter(({ holds }) => holds === 'volume');
}

function tiers(tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ofKind(facts(tree), 'Environment').map(({ name, tier }) => [name, tier]),
  );
}

/** Pairs of volumes that the linker will take for one. */
function sharedNames(tree: Readonly<Record<string, string>>): readonly string[] {
  const seen = new Map<string, string>();
  return volumes(tree).flatMap(({ key, aliases, name }) =>
    [key, ...aliases].flatMap((one) => {
      const first = seen.get(one);
      seen.set(one, key);
      return first === undefined || first === key ? [] : [name];
    }),
  );
}

const database = `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD}
    volumes:
      - pgdata:/var/lib/postgresql/data
volumes:
  pgdata:
`;
const named = (name: string) => database.replace('  pgdata:\n', `  pgdata:\n    name: ${name}\n`);
const external = (name: string) =>
  database.replace(/ {2}pgdata:\n$/, `  pgdata:\n    external: true\n    name: ${name}\n`);

describe('stages', () => {
  it.each<[Readonly<Record<string, string>>, string]>([
    [{ 'docker-compose.yml': database }, 'unknown'],
    [{ 'docker-compose.yml': `name: shop-production\n${database}` }, 'production'],
    [
      { 'docker-compose.yml': database, '.env': 'DOCKER_HOST=ssh://root@prod-1.acme.io' },
      'production',
    ],
    [
      { 'docker-compose.yml': database, '.env': 'DOCKER_HOST=unix:///var/run/docker.sock' },
      'unknown',
    ],
    [{ 'docker-compose.yml': database, '.env': 'COMPOSE_PROJECT_NAME=shop-dev' }, 'development'],
    [{ 'docker-compose.yml': database, '.env': 'NODE_ENV=production' }, 'unknown'],
    [
      {
        'docker-compose.yml': database,
        'docker-compose.override.yml': 'services:\n  db:\n    ports: ["5432:5432"]\n',
      },
      'development',
    ],
    [{ 'docker-compose.yml': database, 'docker-compose.prod.yml': database }, 'development'],
    [{ '.devcontainer/docker-compose.yml': database }, 'development'],
    [{ 'deploy/production/compose.yaml': database }, 'production'],
    [
      {
        'docker-compose.yml': database
          .replace('${POSTGRES_PASSWORD}', 'postgres')
          .replace('    volumes:', '    ports: ["5432:5432"]\n    volumes:'),
      },
      'development',
    ],
    [
      {
        'docker-compose.yml': `${database}`.replace(
          'services:',
          'services:\n  web:\n    build: .\n    volumes: [".:/app"]',
        ),
      },
      'development',
    ],
  ])('%j', (tree, expected) => {
    const file = Object.keys(tree)[0] ?? '';
    expect(tiers(tree)[file]).toBe(expected);
  });

  it('come from the names of variants', () => {
    const tree = {
      'docker-compose.prod.yml': database,
      'docker-compose.staging.yml': database,
      'docker-compose.test.yml': database,
      'compose.dev.yaml': database,
    };
    expect(tiers(tree)).toEqual({
      'docker-compose.prod.yml': 'production',
      'docker-compose.staging.yml': 'staging',
      'docker-compose.test.yml': 'development',
      'compose.dev.yaml': 'development',
    });
    expect(volumes(tree).map(({ disposable }) => known(disposable))).toEqual([
      true,
      undefined,
      undefined,
      true,
    ]);
  });

  it('are called by their files, their services and the name of their project', () => {
    const tree = { 'docker-compose.prod.yml': `name: ferries\n${database}` };
    expect(volumes(tree)).toMatchObject([
      { calledBy: ['docker-compose.prod.yml', 'db'], within: 'ferries' },
    ]);
  });

  it('are sure of nothing where no file names one', () => {
    expect(volumes({ 'docker-compose.yml': database })).toMatchObject([
      { confidence: 'low', provider: null, disposable: { state: 'unknown' } },
    ]);
  });
});

describe('volumes', () => {
  it('carry the database of the service that writes to them', () => {
    const found = facts({ 'docker-compose.prod.yml': database });
    expect(ofKind(found, 'DataStore').map(({ name, product }) => [name, product])).toEqual([
      ['PostgreSQL "db" of docker-compose.prod.yml', 'postgres'],
      ['pgdata of docker-compose.prod.yml', 'docker-volume'],
    ]);
    const [placed] = relationsOf(found, 'placed-in').filter(({ from }) =>
      from.includes('database'),
    );
    expect(placed).toMatchObject({ to: 'compose:.@production#volume/pgdata' });
    expect(textAt(database, placed?.at ?? { file: filePath('x'), start: 0, end: 0 })).toBe(
      'pgdata:/var/lib/postgresql/data',
    );
  });

  it.each([
    ['tmpfs', 'services:\n  db:\n    image: postgres\n    tmpfs: [/var/lib/postgresql/data]\n'],
    ['no volume', 'services:\n  db:\n    image: postgres\n'],
    ['a memory volume', `${database}    driver_opts: {type: tmpfs, device: tmpfs}\n`],
    ['a cache', 'services:\n  c:\n    image: redis:7\n    volumes: ["c:/data"]\nvolumes: {c: }\n'],
    [
      'a dashboard',
      'services:\n  a:\n    image: dpage/pgadmin4\n    volumes: ["p:/var/lib/pgadmin"]\nvolumes: {p: }\n',
    ],
    [
      'a reader',
      'services:\n  x:\n    image: acme/x\n    volumes: ["d:/var/lib/mysql:ro"]\nvolumes: {d: }\n',
    ],
    ['no compose file', 'volumes: 3\nservices: [a]\n'],
  ])('are none with %s', (_, text) => {
    expect(
      facts({ 'docker-compose.prod.yml': text }).filter((f) => f.kind === 'DataStore'),
    ).toEqual([]);
  });

  it('are those of a Redis that keeps what it holds', () => {
    const text =
      'services:\n  q:\n    image: redis:7\n    command: ["redis-server", "--appendonly", "yes"]\n    volumes: ["q:/data"]\nvolumes: {q: }\n';
    expect(volumes({ 'docker-compose.prod.yml': text })).toHaveLength(1);
  });

  it('belong to Docker only where the tree points to the engine that has them', () => {
    const env = { '.env': 'DOCKER_HOST=ssh://root@203.0.113.9' };
    const providerOf = (text: string) =>
      volumes({ 'docker-compose.prod.yml': text, ...env })[0]?.provider;
    expect(providerOf(database)).toBe('docker');
    expect(providerOf(external('shop_pgdata'))).toBeNull();
    expect(providerOf(database.replace('pgdata:/', '/srv/pg:/'))).toBeNull();
    expect(volumes({ 'docker-compose.prod.yml': database })[0]?.provider).toBeNull();
    expect(volumes({ 'docker-compose.dev.yml': database, ...env })[0]?.provider).toBeNull();
  });

  it('are found by the long syntax, in list variables and through anchors', () => {
    const text = `x-data: &data
  - type: volume
    source: pgdata
    target: /var/lib/postgresql
services:
  db:
    build: ./db
    volumes: *data
volumes:
  pgdata: {}
`;
    expect(volumes({ 'docker-compose.prod.yml': text }).map(({ name }) => name)).toEqual([
      'pgdata of docker-compose.prod.yml',
    ]);
  });
});

describe('one volume in two stages', () => {
  const pair = (production: string, staging: string) =>
    sharedNames({ 'docker-compose.prod.yml': production, 'docker-compose.staging.yml': staging });

  it('is the same only by a name of its own', () => {
    expect(pair(database, database)).toEqual([]);
    expect(pair(named('shop_pgdata'), named('shop_pgdata'))).toHaveLength(1);
    expect(pair(external('shop_pgdata'), external('shop_pgdata'))).toHaveLength(1);
    expect(pair(named('shop_pgdata'), named('shop_pgdata_staging'))).toEqual([]);
    expect(pair(named('${VOLUME}'), named('${VOLUME}'))).toEqual([]);
    expect(pair(named('shop-${STAGE:-x}'), named('shop-${STAGE:-x}'))).toEqual([]);
  });

  it('is not the same on two machines', () => {
    const port = (text: string) =>
      text.replace('    volumes:', '    ports: ["8080:80"]\n    volumes:');
    expect(pair(port(named('shop')), port(named('shop')))).toEqual([]);
    const container = (text: string) => text.replace('  db:\n', '  db:\n    container_name: db\n');
    expect(pair(container(named('shop')), container(named('shop')))).toEqual([]);
    expect(
      sharedNames({
        'docker-compose.prod.yml': named('shop'),
        'docker-compose.dev.yml': named('shop'),
      }),
    ).toEqual([]);
    expect(
      sharedNames({
        'production/compose.yml': named('shop'),
        'staging/compose.yml': named('shop'),
      }),
    ).toEqual([]);
    const stage = 'services:\n  db:\n    restart: always\n';
    expect(
      sharedNames({
        'docker-compose.yml': named('shop'),
        'docker-compose.prod.yml': stage,
        'docker-compose.staging.yml': stage,
      }),
    ).toEqual([]);
  });

  it('is the same where one asks for what the project name of the other makes', () => {
    const tree = (project: string) => ({
      'docker-compose.yml': database,
      'docker-compose.staging.yml': named('shop_pgdata').replaceAll(' db:', ' db-staging:'),
      '.env': `COMPOSE_PROJECT_NAME=${project}\nDOCKER_HOST=ssh://root@prod-1.acme.io\n`,
    });
    expect(sharedNames(tree('shop'))).toHaveLength(1);
    expect(sharedNames(tree('other'))).toEqual([]);
  });

  it('is the same by an absolute path or a network share', () => {
    const bound = database.replace('pgdata:/', '/srv/pgdata:/');
    expect(pair(bound, bound)).toHaveLength(1);
    const relative = database.replace('pgdata:/', './pgdata:/');
    expect(pair(relative, relative)).toEqual([]);
    const share = `${database}    driver_opts: {type: nfs, o: "addr=10.0.0.5,rw", device: ":/exports/pg"}\n`;
    expect(
      sharedNames({ 'a/prod/compose.yml': share, 'b/staging/compose.yml': share }),
    ).toHaveLength(1);
  });

  it('points at the name that makes it so', () => {
    const text = named('shop_pgdata');
    const found = facts({ 'docker-compose.staging.yml': text });
    const [mounts] = relationsOf(found, 'mounts');
    expect(mounts && textAt(text, mounts.at)).toBe('shop_pgdata');
  });
});

describe('merging', () => {
  it('adds a stage file to the base that it changes, and gives each stage its own volume', () => {
    const found = volumes({
      'docker-compose.yml': database,
      'docker-compose.prod.yml': 'services:\n  db:\n    restart: always\n',
      'docker-compose.staging.yml': 'services:\n  db:\n    restart: always\n',
    });
    expect(found.map(({ key }) => key)).toEqual([
      'compose:.@base#volume/pgdata',
      'compose:.@production#volume/pgdata',
      'compose:.@staging#volume/pgdata',
    ]);
  });

  it.each([
    ['docker-compose.yml:docker-compose.prod.yml', ['compose:.@production#volume/pgdata']],
    [
      './docker-compose.yml',
      ['compose:.@base#volume/pgdata', 'compose:.@production#volume/pgdata'],
    ],
    // One that is not of the tree may say anything.
    [
      'docker-compose.yml:/srv/own.yml',
      ['compose:.@base#volume/pgdata', 'compose:.@production#volume/pgdata'],
    ],
  ])('takes the files that COMPOSE_FILE lists: %s', (list, expected) => {
    const found = volumes({
      '.env': `COMPOSE_FILE=${list}\n`,
      'docker-compose.yml': database,
      'docker-compose.prod.yml': 'services:\n  db:\n    restart: always\n',
    });
    expect(found.map(({ key }) => key)).toEqual(expected);
  });

  it('leaves out what COMPOSE_FILE does not list', () => {
    const tree = {
      '.env': 'COMPOSE_FILE=compose.base.yml;compose.data.yml\n',
      'compose.base.yml': 'services:\n  db:\n    image: postgres:17\n',
      'compose.data.yml':
        'services:\n  db:\n    volumes: [rows:/var/lib/postgresql/data]\nvolumes: {rows: }\n',
      'compose.override.yml': 'services:\n  db:\n    volumes: !reset []\n',
    };
    expect(volumes(tree).map(({ name }) => name)).toEqual(['rows of compose.base.yml']);
  });

  it('lets a later file take a volume away', () => {
    const found = volumes({
      'docker-compose.yml': database,
      'docker-compose.prod.yml': 'services:\n  db:\n    volumes: !reset []\n',
    });
    expect(found.map(({ key }) => key)).toEqual(['compose:.@base#volume/pgdata']);
  });

  it('follows include and extends inside the tree, and survives circles', () => {
    const tree = {
      'compose.prod.yml':
        'include:\n  - infra/data-compose.yml\nservices:\n  db:\n    extends: {file: infra/data-compose.yml, service: base}\n    volumes: [more:/var/lib/mysql]\nvolumes: {more: }\n',
      'infra/data-compose.yml':
        'services:\n  base:\n    image: mysql:8\n    extends: {service: other}\n  other:\n    extends: base\n    volumes: [less:/var/lib/mysql]\n  kept:\n    image: mongo\n    volumes: [documents:/data/db]\nvolumes: {documents: }\n',
    };
    expect(volumes(tree).map(({ name }) => name)).toEqual([
      'documents of compose.prod.yml',
      'more of compose.prod.yml',
    ]);
    const circle = { 'a/compose.yml': 'include: [../b/compose.yml]\nservices: {}\n' };
    expect(
      facts({ ...circle, 'b/compose.yml': 'include: [../a/compose.yml]\nservices: {}\n' }),
    ).toEqual([]);
  });

  it('takes what cannot be read for nothing', () => {
    for (const text of ['', '\ufeff{', 'services:\n  a: 3\n  b: [1]\n  c:\n    volumes: x\n']) {
      expect(facts({ 'docker-compose.prod.yml': text })).toEqual([]);
    }
  });
});

describe('credentials', () => {
  const token = randomUUID();
  const text = `services:
  app:
    image: acme/app
    environment:
      - RAILWAY_API_TOKEN=${token}
      - OTHER_TOKEN=\${RAILWAY_TOKEN}
      - DATABASE_URL=postgres://app:${token}@db:5432/app
`;

  it('are what is written out, held by the stage, and bound to no variable', () => {
    const found = facts({ 'docker-compose.prod.yml': text });
    const credentials = ofKind(found, 'Credential');
    expect(credentials.map(({ name, form }) => [name, form])).toEqual([
      ['RAILWAY_API_TOKEN', 'literal'],
    ]);
    expect(relationsOf(found, 'holds')).toMatchObject([
      { from: 'compose:.@production#environment' },
    ]);
    expect(ofKind(found, 'Binding')).toEqual([]);
    expect(ofKind(found, 'DataStore')).toEqual([]);
    expect(JSON.stringify(found)).not.toContain(token);
    expect(structuredClone(found)).toEqual(found);
  });
});
