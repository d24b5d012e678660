import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { harbourKnowledge as knowledge } from '../../../test/harbour-knowledge.ts';
import {
  destroyingLines,
  drop,
  jobsThatDestroy,
  pipelineFactsIn,
} from '../../../test/pipeline-jobs.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { byRoot } from './root.ts';

type Files = Readonly<Record<string, string>>;
const facts = (files: Files) => pipelineFactsIn(collect, files);
const inventory = '[db]\ndb1.ferries.example pg_version=16\ndb2.ferries.example\n';

const playbook = (task: string, play = 'hosts: db'): Files => ({
  'ops/inventory': inventory,
  'ops/playbooks/db.yml': `- ${play}\n  tasks:\n${task.replace(/^/gm, '    ')}\n`,
});

describe('data directories', () => {
  it.each([
    [
      'the INI form',
      { 'ops/inventory.ini': `${inventory}\n[db:vars]\npg_data=/srv/ferries/postgresql/data\n` },
    ],
    [
      'the YAML form',
      {
        'ops/inventory/all.yml':
          'db:\n  hosts:\n    db1.ferries.example:\n    db2.ferries.example:\n  vars:\n    pg_data: /srv/ferries/postgresql/data\n',
      },
    ],
    [
      'a file of variables',
      {
        'ops/inventory': inventory,
        'ops/group_vars/db.yml': 'pg_data: /srv/ferries/postgresql/data\n',
      },
    ],
  ])('are read from %s', (_, files) => {
    const [store] = ofKind(facts(files), 'DataStore');
    expect(store).toMatchObject({
      name: 'PostgreSQL data in /srv/ferries/postgresql/data on db1.ferries.example and db2.ferries.example',
      product: 'postgres',
      calledBy: ['/srv/ferries/postgresql/data'],
    });
    const text = Object.values(files).join('');
    expect(text).toContain('pg_data');
  });

  it.each([
    ['another folder', 'pg_data=/srv/ferries/uploads'],
    ['a folder that is computed', 'pg_data={{ base }}/postgresql/data'],
    ['a secret of a vault', 'pg_data=!vault'],
  ])('are not %s', (_, line) => {
    expect(
      ofKind(facts({ 'ops/inventory.ini': `[db]\ndb1\n[db:vars]\n${line}\n` }), 'DataStore'),
    ).toEqual([]);
  });

  it('belong to the stage that their group is called after', () => {
    const text = '[staging]\ndb9\n[staging:vars]\npg_data=/var/lib/pgsql/data\n';
    const all = facts({ 'ops/inventory.ini': text });
    expect(ofKind(all, 'Environment').map((one) => one.tier)).toEqual(['staging']);
    expect(relationsOf(all, 'mounts').length).toBe(1);
  });
});

describe('connections', () => {
  const vars = (stage: string) => ({
    [`ops/inventories/${stage}/group_vars/all.yml`]:
      'db_host: db.ferries.io\ndb_port: 5432\ndb_name: ferries\ndb_user: app\ndb_password: "{{ vault_db_password }}"\n',
  });

  it('lead two stages to one database', () => {
    const all = facts({ ...vars('production'), ...vars('staging') });
    const stores = new Set(relationsOf(all, 'connects-to').map((one) => one.to));
    expect([...stores]).toEqual(['db:postgres://db.ferries.io:5432/ferries']);
    expect(
      ofKind(all, 'Environment')
        .map((one) => one.tier)
        .sort(),
    ).toEqual(['production', 'staging']);
  });
});

describe('tasks', () => {
  it.each([
    ['a shell line', `- shell: ${drop}`],
    ['a command with its collection', `- ansible.builtin.command: ${drop}`],
    ['a list of words', '- command:\n    argv: [harbour, volume, delete, data, --yes]'],
    ['a block', `- block:\n    - shell: ${drop}`],
  ])('destroy in %s', (_, task) => {
    expect(ofKind(facts(playbook(task)), 'DestructiveCommand')).toMatchObject([
      {
        verb: 'harbour volume delete',
        skipsPrompt: true,
        invocations: ['ansible-playbook ops/playbooks/db.yml'],
      },
    ]);
  });

  it.each([
    [
      'a file that is to be absent',
      '- file:\n    path: /var/lib/mysql\n    state: absent',
      'rm -r',
    ],
    ['the short form', '- file: path=/var/lib/mysql state=absent', 'rm -r'],
    ['a variable of the hosts', '- file:\n    path: "{{ data }}"\n    state: absent', 'rm -r'],
    [
      'a database',
      '- community.postgresql.postgresql_db:\n    name: ferries\n    state: absent',
      'DROP DATABASE ferries',
    ],
    ['another database', '- mysql_db: name=ferries state=absent', 'DROP DATABASE ferries'],
  ])('take away %s', (_, task, verb) => {
    const files = { ...playbook(task), 'ops/group_vars/db.yml': 'data: /var/lib/mysql\n' };
    expect(ofKind(facts(files), 'DestructiveCommand').map((one) => one.verb)).toEqual([verb]);
  });

  it.each([
    ['a file of another kind', '- file:\n    path: /var/lib/mysql\n    state: directory'],
    ['hosts of developers', ''],
    ['a database that is to be there', '- postgresql_db:\n    name: ferries'],
  ])('leave %s alone', (_, task) => {
    const files = task === '' ? playbook(`- shell: ${drop}`, 'hosts: dev') : playbook(task);
    expect(ofKind(facts(files), 'DestructiveCommand')).toEqual([]);
  });

  it.each([
    ['nothing', '', '', []],
    ['the name of the host', '', '\n  when: inventory_hostname == "db2"', ['blocks']],
    ['the stage', '', '\n  when: stage != "production"', ['blocks']],
    ['a switch', '', '\n  when: wipe | bool', ['asks']],
    ['the kind of machine', '', '\n  when: ansible_os_family == "Debian"', []],
    ['a pause', '- pause:\n    prompt: really?\n', '', ['asks']],
    ['an assertion', '- assert:\n    that: target != "production"\n', '', ['blocks']],
    ['its tag', '', '\n  tags: [never, wipe]', ['asks']],
    ['what it made before', '', '\n  args:\n    creates: /etc/done', ['blocks']],
  ])('are guarded by %s', (_, before, after, expected) => {
    const all = facts(playbook(`${before}- shell: ${drop}${after}`));
    expect(ofKind(all, 'Guard').map((guard) => guard.strength)).toEqual(expected);
    expect(ofKind(all, 'DestructiveCommand').map((one) => one.skipsPrompt)).toEqual([
      expected.length === 0,
    ]);
  });

  it('of a role are started by the playbooks that name it', () => {
    const files = {
      'ops/site.yml': '- hosts: db\n  roles:\n    - role: wipe\n',
      'ops/roles/wipe/tasks/main.yml': `- shell: ${drop}\n`,
      'ops/roles/idle/tasks/main.yml': `- shell: ${drop}\n`,
    };
    expect(ofKind(facts(files), 'DestructiveCommand').map((one) => one.invocations)).toEqual([
      ['ansible-playbook ops/site.yml'],
      [],
    ]);
  });

  it('point at their own words', () => {
    const files = playbook(`- name: wipe\n  shell: |\n    set -e\n    ${drop}`);
    expect(destroyingLines(collect, files)).toEqual([drop]);
  });
});

describe('what tasks destroy', () => {
  const hosts =
    '[production]\ndb1\n[staging]\ndb9\n[pg:children]\nproduction\nstaging\n[production:vars]\ndata=/var/lib/pgsql/data\n';
  const lost = (task: string, on: string, list = hosts) => {
    const all = facts({ ...playbook(task, `hosts: ${on}`), 'ops/inventory': list });
    return relationsOf(all, 'destroys')
      .map(({ to }) => to)
      .filter((to) => !to.startsWith('variable:'));
  };
  const wipe = '- file: path=/var/lib/pgsql/data state=absent';
  const store = 'ansible:#production/var/lib/pgsql/data';

  it.each([
    ['their group', 'production', [store]],
    ['a group of groups', 'pg', [store]],
    ['one of its hosts', 'db1', [store]],
    ['all', 'all', [store]],
    ['what a run decides', '"{{ target }}"', [store]],
  ])('is on the hosts of %s', (_, on, expected) => {
    expect(lost(wipe, on)).toEqual(expected);
  });

  it('is elsewhere where the play is', () => {
    const [key, ...others] = lost(wipe, 'staging');
    expect(key).toMatch(/#data\/\/var\/lib\/pgsql\/data$/);
    expect(others).toEqual([]);
    const all = facts({ ...playbook(wipe, 'hosts: staging'), 'ops/inventory': hosts });
    expect(ofKind(all, 'DestructiveCommand').map((one) => one.names)).toEqual([undefined]);
  });

  it('is a database of their engine', () => {
    expect(lost('- postgresql_db: name=ferries state=absent', 'production')).toEqual([store]);
    expect(lost('- mysql_db: name=ferries state=absent', 'production')).toEqual([]);
  });
});

describe('copies', () => {
  const cron =
    '- cron:\n    name: nightly\n    hour: "1"\n    job: "pg_dump -h {{ db }} ferries > /srv/backup/ferries.sql"';

  it.each([
    ['a cron entry', cron],
    [
      'the module of the engine',
      '- postgresql_db:\n    name: ferries\n    login_host: "{{ db }}"\n    state: dump\n    target: /srv/backup/ferries.sql',
    ],
  ])('are made by %s', (_, task) => {
    const files = { ...playbook(task), 'ops/group_vars/db.yml': 'db: db1.ferries.io\n' };
    const all = facts(files);
    expect(ofKind(all, 'Backup')).toMatchObject([{ method: 'dump' }]);
    expect(relationsOf(all, 'backs-up').map((one) => one.to)).toEqual([
      'db:postgres://db1.ferries.io:5432/ferries',
    ]);
  });

  it('are made by a script that a role installs', () => {
    const text =
      '#!/bin/bash\n{% if x %}\npg_dump -h "{{ db }}" ferries > {{ folder }}/ferries.sql\n{% endif %}\n';
    const file = 'ops/roles/backup/templates/backup.sh.j2';
    const defaults = 'db: db1.ferries.io\nfolder: "/srv/backup"\n';
    const documents = Object.entries({
      [file]: text,
      'ops/roles/backup/defaults/main.yml': defaults,
    });
    const unit = documents.map(([name, content]) => parseText(filePath(name), content));
    const all = collect({ id: file, documents: unit }, knowledge);
    expect(relationsOf(all, 'backs-up').map((one) => one.to)).toEqual([
      'db:postgres://db1.ferries.io:5432/ferries',
    ]);
    const [copy] = ofKind(all, 'Backup');
    expect(text.slice(copy?.at.start, copy?.at.end)).toBe('{{ folder }}/ferries.sql');
  });

  it('are not made by an entry that is taken out', () => {
    expect(ofKind(facts(playbook(`${cron}\n    state: absent`)), 'Backup')).toEqual([]);
  });

  it('leave what the clock destroys to see', () => {
    expect(
      jobsThatDestroy(collect, playbook(`- cron:\n    name: nightly\n    job: ${drop}`)),
    ).toEqual(['cron entry "cron" on unknown: schedule']);
  });
});

describe('hostile input', () => {
  it.each([
    ['nothing', ''],
    ['a scalar', '- hosts: all\n  tasks: nothing\n'],
    ['a vault', '$ANSIBLE_VAULT;1.1;AES256\n6162\n'],
    [
      'variables in a circle',
      '- hosts: db\n  vars:\n    a: "{{ b }}"\n    b: "{{ a }}{{ a }}"\n  tasks:\n    - shell: rm -rf {{ a }}\n',
    ],
    ['groups in a circle', 'a:\n  children:\n    b:\n      children:\n        a:\n'],
  ])('survives %s', (_, text) => {
    for (const file of [
      'ops/site.yml',
      'ops/inventory',
      'ops/inventory/hosts.yml',
      'ops/group_vars/all.yml',
    ]) {
      expect(() => structuredClone(facts({ [file]: text }))).not.toThrow();
    }
  });
});

describe('projects', () => {
  it('are the folders above those that Ansible knows', () => {
    const files = [
      'a/inventory',
      'a/playbooks/x.yml',
      'a/roles/db/tasks/main.yml',
      'b/group_vars/all.yml',
      'site.yml',
    ];
    expect(byRoot(files.map(filePath))).toEqual([files.slice(0, 3), [files[3]], [files[4]]]);
  });
});
