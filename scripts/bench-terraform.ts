import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Modules that one root calls. */
const CALLS = 20;

/** A tree of local Terraform modules, ten files each, called by roots with two environments; returns its folder. */
export function terraformTree(folder: string, modules: number): string {
  const root = join(folder, `terraform-${modules}`);
  rmSync(root, { recursive: true, force: true });
  for (let index = 0; index < modules; index += 1) {
    for (const [name, text] of moduleFiles()) write(join(root, `modules/m${index}`, name), text);
  }
  for (let first = 0; first < modules; first += CALLS) {
    const live = join(root, `live/app-${first}`);
    write(join(live, 'main.tf'), rootText(first, Math.min(first + CALLS, modules)));
    write(join(live, 'production.tfvars'), 'environment = "production"\n');
    write(join(live, 'staging.tfvars'), 'environment = "staging"\n');
  }
  return root;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function moduleFiles(): readonly (readonly [name: string, text: string])[] {
  const numbers = Array.from({ length: 7 }, (_, index) => index);
  const locals = numbers.map(
    (n) => `  l${n} = "\${var.environment}-${n === 0 ? '' : `\${local.l${n - 1}}`}"`,
  );
  const resources = numbers.map(
    (n) => [`store-${n}.tf`, `${database(n, 'a')}${database(n, 'b')}${role(n)}`] as const,
  );
  return [
    [
      'variables.tf',
      'variable "environment" {\n  type = string\n}\nvariable "before" {\n  default = ""\n}\n',
    ],
    ['locals.tf', `locals {\n${locals.join('\n')}\n}\n`],
    ['outputs.tf', 'output "name" {\n  value = local.l3\n}\n'],
    ...resources,
  ];
}

function database(n: number, part: string): string {
  return `resource "aws_db_instance" "store_${n}_${part}" {
  identifier          = "\${local.l${n}}-${part}"
  deletion_protection = var.environment == "production"
  tags                = merge({ part = "${part}" }, { before = var.before })
}
`;
}

function role(n: number): string {
  return `resource "aws_iam_role" "role_${n}" {
  for_each = toset(["reader", "writer"])
  name     = "\${each.key}-\${local.l${n}}"
}
`;
}

function rootText(first: number, end: number): string {
  const calls = Array.from({ length: end - first }, (_, index) => {
    const before = index === 0 ? '""' : `module.m${first + index - 1}.name`;
    return `module "m${first + index}" {\n  source      = "../../modules/m${first + index}"\n  environment = var.environment\n  before      = ${before}\n}\n`;
  });
  return `terraform {\n  backend "s3" {}\n}\nprovider "aws" {\n  region = "eu-west-1"\n}\nvariable "environment" {}\n${calls.join('')}`;
}
