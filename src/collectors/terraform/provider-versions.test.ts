import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/hcl/parse.ts';
import type { DataDocument } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { modulesOf } from './module-code.ts';
import { usableVersions } from './provider-versions.ts';

function hcl(file: string, text: string): DataDocument {
  const document = parse(filePath(file), text);
  if (document.shape !== 'data') throw new Error('not HCL');
  return document;
}

function mayUse(constraint: string | null, lock: string | null, version: string): boolean {
  const text =
    constraint === null
      ? 'resource "null_resource" "a" {}'
      : `terraform {\n  required_providers {\n    google = ${constraint}\n  }\n}`;
  const [code] = modulesOf([hcl('main.tf', text)]).values();
  if (code === undefined) throw new Error('no module');
  const locked =
    lock === null
      ? undefined
      : hcl(
          '.terraform.lock.hcl',
          `provider "registry.terraform.io/hashicorp/google" {\n  version = "${lock}"\n}`,
        );
  return usableVersions(code, locked)('google', version);
}

describe('versions of providers', () => {
  it.each([
    [null, '7.0.0', true],
    ['{ source = "hashicorp/google" }', '7.0.0', true],
    ['{ version = ">= 5.0" }', '7.0.0', true],
    ['{ version = "~> 6.0" }', '7.0.0', false],
    ['{ version = "~> 6.0" }', '6.40.0', true],
    ['{ version = "~> 6.10.0" }', '6.11.0', false],
    ['{ version = ">= 5.0, < 7.0" }', '7.0.0', false],
    ['{ version = ">= 5.0, < 7.0" }', '6.9.0', true],
    ['{ version = ">= 5.0, < 8.0.0" }', '7.0.0', true],
    ['{ version = "7.0.0" }', '7.0.0', true],
    ['"<= 6.2.1"', '6.2.2', false],
    ['{ version = "nightly" }', '7.0.0', true],
  ])('%s: %s may be used: %s', (constraint, version, expected) => {
    expect(mayUse(constraint, null, version)).toBe(expected);
  });

  it('are those of the lock file first', () => {
    expect(mayUse('{ version = ">= 5.0" }', '6.50.0', '7.0.0')).toBe(false);
    expect(mayUse('{ version = ">= 5.0" }', '7.1.0', '7.0.0')).toBe(true);
  });
});
