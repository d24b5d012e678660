// biome-ignore-all lint/suspicious/noTemplateCurlyInString: systemd's own placeholders are what is tested
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { pipelineFactsIn } from '../../../test/pipeline-jobs.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';

type Files = Readonly<Record<string, string>>;
const facts = (files: Files) => pipelineFactsIn(collect, files);
const stores = (files: Files) =>
  ofKind(facts(files), 'DataStore').map(({ product, name }) => `${product}: ${name}`);
const container = (image: string, rest: string) => `[Container]\nImage=${image}\n${rest}\n`;
const postgres = (volume: string, rest = '') =>
  container('docker.io/library/postgres:17-alpine', `${volume}\n${rest}`);
const database = postgres('Volume=ferries.volume:/var/lib/postgresql/data:Z');
const timer = '[Timer]\nOnCalendar=daily\n';
const job = (rest: string) =>
  container('docker.io/library/postgres:17-alpine', `${rest}\n[Service]\nType=oneshot`);
const copies = (files: Files) =>
  relationsOf(facts(files), 'backs-up').map(({ to }) => to.replace(/.*#/, ''));
/** Places that hold both a copy and its source. */
const beside = (files: Files) =>
  relationsOf(facts(files), 'placed-in')
    .filter(({ from, to }) => from.includes('#backup/') && !to.endsWith('#host'))
    .map(({ to }) => to.replace(/.*#/, ''));

describe('databases', () => {
  it.each([
    [
      'a volume of its own unit',
      'Volume=ferries.volume:/var/lib/postgresql/data:Z',
      'systemd-ferries',
    ],
    ['a volume that is named', 'Volume=ferries-data:/var/lib/postgresql/data', 'ferries-data'],
    [
      'a long mount',
      'Mount=type=volume,source=ferries.volume,destination=/var/lib/postgresql/data',
      'systemd-ferries',
    ],
    [
      'the line that counts',
      'Volume=old:/var/lib/postgresql/data\nVolume=\nVolume=new:/var/lib/postgresql/data',
      'new',
    ],
  ])('keep their data in %s', (_, volume, name) => {
    expect(stores({ 'q/db.container': postgres(volume) })).toEqual([
      `podman-volume: ${name}`,
      'postgres: PostgreSQL of q/db.container',
    ]);
  });

  it.each([
    ['a folder', 'Volume=%h/ferries:/var/lib/postgresql/data:Z', '%h/ferries'],
    ['a relative folder', 'Volume=./data:/var/lib/postgresql/data', './data'],
    ['a folder of a variable', 'Volume=${DATA}/db:/var/lib/postgresql/data', '${DATA}/db'],
    ['a bound folder', 'Mount=type=bind,src=/srv/db,dst=/var/lib/postgresql/data', '/srv/db'],
  ])('keep their data in %s', (_, volume, name) => {
    expect(stores({ 'q/db.container': postgres(volume) })[0]).toBe(`host-folder: ${name}`);
  });

  it.each([
    ['in memory', { 'db.container': postgres('Tmpfs=/var/lib/postgresql/data') }],
    [
      'in a volume of memory',
      { 'db.container': database, 'ferries.volume': '[Volume]\nType=tmpfs\n' },
    ],
    [
      'nowhere',
      { 'db.container': postgres('Volume=./init.sql:/docker-entrypoint-initdb.d/a.sql:ro') },
    ],
    [
      'that others serve',
      { 'db-init.container': job('Volume=ferries.volume:/var/lib/postgresql/data') },
    ],
    ['in an anonymous volume', { 'db.container': postgres('Volume=/var/lib/postgresql/data') }],
  ])('are none with data %s', (_, files) => {
    expect(facts(files)).toEqual([]);
  });

  it('are called by the name that a volume gives itself', () => {
    const files = { 'db.container': database, 'ferries.volume': '[Volume]\nVolumeName=ferries\n' };
    expect(stores(files)[0]).toBe('podman-volume: ferries');
  });

  it('keep their data in what their pod mounts', () => {
    const files = {
      'db.container': postgres('Pod=ferries.pod'),
      'ferries.pod': '[Pod]\nVolume=ferries.volume:/var/lib/postgresql/data\n',
    };
    expect(stores(files)[0]).toBe('podman-volume: systemd-ferries');
  });

  it('keep their data on a share', () => {
    const files = {
      'db.container': database,
      'ferries.volume': '[Volume]\nType=nfs\nDevice=nas1:/export/db\n',
    };
    const [share] = ofKind(facts(files), 'DataStore');
    expect([share?.product, share?.aliases]).toEqual(['network-share', ['nfs:nas1/export/db']]);
  });
});

describe('stages', () => {
  it('share a volume in one folder', () => {
    const files = { 'q/db-prod.container': database, 'q/db-staging.container': database };
    const mounts = relationsOf(facts(files), 'mounts').map(({ from, to }) => `${from} ${to}`);
    expect(mounts).toEqual([
      'quadlet:q#container/db-prod quadlet:q#volume/systemd-ferries',
      'quadlet:q#container/db-staging quadlet:q#volume/systemd-ferries',
    ]);
    expect(ofKind(facts(files), 'Environment').map(({ tier }) => tier)).toEqual([
      'production',
      'staging',
    ]);
  });

  it.each([
    ['of another folder', database],
    ['of its own name', postgres('Volume=%N-data:/var/lib/postgresql/data')],
    ['of a variable', postgres('Volume=${DATA}/db:/var/lib/postgresql/data')],
  ])('share nothing %s', (kind, text) => {
    const folder = kind === 'of another folder' ? 'r' : 'q';
    const first = facts({ 'q/db-prod.container': text });
    const second = facts({ [`${folder}/db-staging.container`]: text });
    const keys = [first, second].map((one) => relationsOf(one, 'mounts')[0]?.to);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('of a developer keep nothing of worth', () => {
    const [place] = ofKind(facts({ 'q/db-dev.container': database }), 'DataStore');
    expect(place && known(place.disposable)).toBe(true);
  });
});

describe('copies', () => {
  const dump = (to: string, host = 'db') =>
    job(
      `Volume=ferries.volume:/var/lib/postgresql/data\nVolume=/srv/copies:/copies\nExec=sh -c "pg_dump -h ${host} -U ferries ferries > ${to}/ferries.sql"`,
    );
  const files = (text: string, rest: Files = { 'dump.timer': timer }) => ({
    'db.container': postgres('Volume=ferries.volume:/var/lib/postgresql/data', 'ContainerName=db'),
    'dump.container': text,
    ...rest,
  });

  it('are made by a job with a timer', () => {
    expect(copies(files(dump('/copies')))).toEqual(['database/db']);
    expect(beside(files(dump('/copies')))).toEqual([]);
  });
  it('lie where the data lies', () => {
    expect(beside(files(dump('/var/lib/postgresql/data')))).toEqual(['volume/systemd-ferries']);
  });
  it.each([
    ['a job without a timer', files(dump('/copies'), {})],
    ['a job of another server', files(dump('/copies', 'elsewhere.ferries.io'))],
    ['a job that keeps them in itself', files(dump('/tmp'))],
    ['one that reaches nothing here', files(dump('/copies', 'localhost'))],
  ])('are not made by %s', (_, tree) => {
    expect(copies(tree)).toEqual([]);
  });

  const sidecar = (rest: string) =>
    container('docker.io/prodrigestivill/postgres-backup-local:17', rest);
  it('are made by an image that does nothing else', () => {
    const text = sidecar('Environment=POSTGRES_HOST=db\nVolume=ferries.volume:/backups');
    expect([copies(files(text)), beside(files(text))]).toEqual([
      ['database/db'],
      ['volume/systemd-ferries'],
    ]);
  });
  it('may be sent on where variables come from elsewhere', () => {
    const archive = (rest: string) =>
      container(
        'docker.io/offen/docker-volume-backup:v2',
        `${rest}\nVolume=ferries.volume:/backup/db:ro\nVolume=ferries.volume:/archive`,
      );
    expect(beside(files(archive('')))).toEqual(['volume/systemd-ferries']);
    expect(beside(files(archive('EnvironmentFile=%h/backup.env')))).toEqual([]);
  });
});

describe('variables', () => {
  const outside = (value: string) =>
    facts({ 'q/app-prod.container': container('ferries/app', `Environment=DATABASE_URL=${value}`) })
      .filter((fact) => fact.kind === 'DataStore')
      .map((fact) => fact.key);

  it('tell of stores outside', () => {
    expect(outside('postgres://db1.ferries.io/ferries')).toEqual([
      'db:postgres://db1.ferries.io:5432/ferries',
    ]);
  });
  it.each(['postgres://db/ferries', 'postgres://localhost/ferries', '${DATABASE_URL}'])(
    'tell nothing of what is inside or unknown: %s',
    (value) => {
      expect(outside(value)).toEqual([]);
    },
  );
});

it.each([
  '',
  '[Container]',
  '[Container]\nVolume=',
  '[Container]\nVolume=:::\nMount=,=,\nExec=\\',
  '[Volume]\n=',
])('reads nothing in %j', (text) => {
  expect(facts({ 'a.container': text, 'a.volume': text, 'a.pod': text })).toEqual([]);
});
