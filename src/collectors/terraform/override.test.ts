import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { settingOf, terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge } from '../../engine/knowledge.ts';

const knowledge = createKnowledge([], new Uint8Array(32));
const base = `provider "aws" {}
resource "aws_db_instance" "main" {
  identifier          = "main"
  deletion_protection = true
  timeouts {
    delete = "1h"
  }
  lifecycle {
    prevent_destroy = true
  }
}
`;

/** The only resource of a folder with these overrides. */
function overridden(files: Readonly<Record<string, string>>) {
  return terraformTree({ 'infra/main.tf': base, ...files }, knowledge).resources;
}

describe('files of overrides', () => {
  it('change arguments, and leave the others', () => {
    const [database, ...others] = overridden({
      'infra/local_override.tf':
        'resource "aws_db_instance" "main" {\n  deletion_protection = false\n}',
    });
    expect(others).toEqual([]);
    expect(settingOf(database, 'deletion_protection')).toBe(false);
    expect(settingOf(database, 'identifier')).toBe('main');
    expect(database?.preventDestroy).toMatchObject({ value: true });
    expect(database?.at.file).toBe('infra/main.tf');
  });

  it('replace nested blocks, and join lifecycles', () => {
    const [database] = overridden({
      'infra/override.tf':
        'resource "aws_db_instance" "main" {\n  timeouts {\n    create = "2h"\n  }\n  lifecycle {\n    create_before_destroy = true\n  }\n}',
    });
    expect(settingOf(database, 'timeouts')).toEqual([{ create: '2h' }]);
    expect(database?.preventDestroy).toMatchObject({ value: true });
  });

  it('are read in the order of their names, in JSON too', () => {
    const [database] = overridden({
      'infra/a_override.tf':
        'resource "aws_db_instance" "main" {\n  identifier = "a"\n  deletion_protection = false\n}',
      'infra/b_override.tf.json': '{"resource":{"aws_db_instance":{"main":{"identifier":"b"}}}}',
    });
    expect(settingOf(database, 'identifier')).toBe('b');
    expect(settingOf(database, 'deletion_protection')).toBe(false);
  });

  it('of another folder, or called otherwise, change nothing', () => {
    const text = 'resource "aws_db_instance" "main" {\n  deletion_protection = false\n}';
    const [database] = overridden({
      'other/local_override.tf': text,
      'infra/local.tf': 'locals {}',
    });
    expect(settingOf(database, 'deletion_protection')).toBe(true);
  });

  it('say where the state is kept', () => {
    const { facts } = terraformTree(
      {
        'infra/main.tf': `terraform {\n  backend "s3" {}\n}\n${base}`,
        'infra/backend_override.tf': 'terraform {\n  backend "local" {}\n}',
      },
      knowledge,
    );
    expect(ofKind(facts, 'InfraStack')).toMatchObject([{ state: { value: 'local' } }]);
  });
});
