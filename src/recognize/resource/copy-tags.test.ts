import { describe, expect, it } from 'vitest';
import { terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import type { Value } from '../../model/value.ts';
import { copiesOfDisk } from './copy-tags.ts';

const knowledge = createKnowledge([], new Uint8Array(32));

/** What is said of the copies of the first resource. */
function copiesIn(text: string): Value<boolean> | undefined {
  const { resources } = terraformTree({ 'main.tf': `provider "acme" {}\n${text}` }, knowledge);
  const [disk] = resources;
  return disk && copiesOfDisk(disk, /^acme_backup/, 'https://acme.test/disks');
}

const disk = (name: string, tags: string) =>
  `resource "acme_disk" "${name}" {\n  tags = {\n    ${tags}\n  }\n}\n`;

describe('copies of a disk', () => {
  it.each([
    ['snapshot = "disabled"', false],
    ['Backup = "false"', false],
    ['backup_policy = "none"', false],
    ['skip-backup = "true"', false],
    ['NoSnapshots = "yes"', false],
    ['snapshot = "daily"', true],
    ['skip-backup = "false"', true],
    // What nobody can read may ask for some, and so may any other tag.
    ['snapshot = var.snapshot', true],
    ['backup = "off"\n    snapshot = "hourly"', true],
  ])('are asked for or refused by tags: %s', (tags, expected) => {
    expect(copiesIn(disk('db', tags))).toMatchObject({ state: 'set', value: expected });
  });

  it('are refused at the tag', () => {
    const at = copiesIn(disk('db', 'snapshot = "disabled"'))?.at;
    const text = `provider "acme" {}\n${disk('db', 'snapshot = "disabled"')}`;
    expect(text.slice(at?.start, at?.end)).toBe('"disabled"');
  });

  it.each(['data', 'build_cache', 'dashboard'])('are no loss on %s', (name) => {
    expect(copiesIn(disk(name, 'snapshot = "disabled"'))).toBeUndefined();
    expect(copiesIn(disk(name, ''))).toBeUndefined();
  });

  it.each([
    ['pgdata', ''],
    ['orders_db1', ''],
    ['data', 'role = "database"'],
    ['data', 'Name = "mysql-primary"'],
  ])('are missing for a database: %s with %j', (name, tags) => {
    expect(copiesIn(disk(name, tags))).toMatchObject({ state: 'default', value: false });
    const plan = 'resource "acme_backup_plan" "all" {}\n';
    expect(copiesIn(`${disk(name, tags)}${plan}`)).toBeUndefined();
  });

  it('are not spoken of by tags that only mention them', () => {
    expect(copiesIn(disk('db', 'backup_contact = "none"'))).toMatchObject({ state: 'default' });
  });
});
