/** Trees of infrastructure code and pipelines whose work multiplies, goes round in circles or has no end. Keys name what is wrong with each. */
export const hostileTrees: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'deep and broken HCL': {
    'lists/main.tf': `locals {\n x = ${'['.repeat(50_000)}`,
    'calls/main.tf': `locals {\n x = ${'merge('.repeat(50_000)}`,
    'signs/main.tf': `locals {\n x = ${'!'.repeat(50_000)}${'1 + '.repeat(50_000)}`,
    'blocks/main.tf': 'resource "a" "b" {\n'.repeat(20_000),
    'templates/main.tf': `locals {\n x = "${'$'.repeat(1)}${'{"${'.repeat(20_000)}`,
    'lines/main.tf': 'resource "aws_db_instance" "x" { engine = "postgres" }\n'.repeat(5_000),
  },
  'Terraform values that multiply': {
    'infra/main.tf': [
      'locals {\n  v0 = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]',
      ...numbered(30, (i) => `  v${i + 1} = setproduct(local.v${i}, local.v${i})`),
      ...numbered(40, (i) => `  f${i} = [for x in local.v1 : [for y in local.v1 : "\${x}\${y}"]]`),
      '  s0 = "aaaaaaaaaa"',
      ...numbered(60, (i) => `  s${i + 1} = "\${local.s${i}}\${local.s${i}}"`),
      '  loop = local.pool\n  pool = local.loop\n}',
      'resource "aws_db_instance" "x" {\n  for_each = toset(range(100000))\n  identifier = local.s60\n  tags = local.v30\n}',
    ].join('\n'),
  },
  'Terraform modules that call each other': Object.fromEntries(
    numbered(30, (i) => [
      `modules/m${i}/main.tf`,
      `resource "aws_db_instance" "x" {}\n${numbered(8, (j) => `module "n${j}" {\n  source = "../m${(i + j) % 30}"\n  count = 3\n}`).join('\n')}`,
    ]),
  ),
  'manifests without end': {
    'anchors.yaml': `kind: Deployment\na0: &a0 [x, x, x, x, x, x, x, x, x]\n${numbered(40, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`).join('\n')}\n`,
    'deep.yaml': `kind: StatefulSet\nspec: ${'{a: '.repeat(20_000)}`,
    'flow.yaml': `kind: StatefulSet\nspec: ${'['.repeat(50_000)}`,
    'many.yaml':
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { a: b }\n---\n'.repeat(3_000),
    'loop/a/kustomization.yaml': 'resources: [../b, ../b, ../b, .]\n',
    'loop/b/kustomization.yaml': 'resources: [../a, ../a, ../a, .]\n',
  },
  'overlays that multiply': Object.fromEntries(
    numbered(40, (i) => [
      `o${i}/kustomization.yaml`,
      i === 0
        ? 'resources: [database.yaml]\n'
        : `namePrefix: p${i}-\nresources: [../o${i - 1}, ../o${Math.max(0, i - 2)}]\n`,
    ]).concat([
      [
        'o0/database.yaml',
        'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\n',
      ],
    ]),
  ),
  'charts that repeat themselves': {
    'chart/Chart.yaml': 'apiVersion: v2\nname: a\n',
    'chart/values-production.yaml': `a: ${'{a: '.repeat(2_000)}`,
    'chart/templates/a.yaml': `${'{{ if .Values.a }}\nkind: Deployment\n'.repeat(5_000)}`,
    'chart/templates/b.yaml': `kind: StatefulSet\nname: ${'{{ '.repeat(30_000)}`,
    'chart/templates/c.yaml': `kind: StatefulSet\nname: {{ ${'default ('.repeat(10_000)} }}`,
  },
  'templates that refer to themselves': {
    'template.yaml': [
      'AWSTemplateFormatVersion: "2010-09-09"',
      'Parameters: { A: { Type: String, Default: a } }',
      'Conditions:',
      '  C0: !Equals [!Ref A, b]',
      ...numbered(60, (i) => `  C${i + 1}: !Or [!Condition C${i}, !Condition C${i}]`),
      '  Loop: !Not [!Condition Loop]',
      'Resources:',
      '  T:\n    Type: AWS::RDS::DBInstance\n    Condition: C60\n    Properties:\n      DBInstanceIdentifier: !Ref T',
      `      Tags: ${'!If [C60, '.repeat(3_000)}`,
    ].join('\n'),
    'join.json': `{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"T":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":${'{"Fn::Join":["",['.repeat(20_000)}`,
    'many.json': JSON.stringify({
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: Object.fromEntries(
        numbered(3_000, (i) => [
          `T${i}`,
          { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: `T${(i + 1) % 3_000}` } } },
        ]),
      ),
    }),
    'serverless.yml': `service: a\nprovider: { name: aws }\ncustom:\n${numbered(60, (i) => `  v${i}: \${self:custom.v${i + 1}}\${self:custom.v${i + 1}}`).join('\n')}\n  v60: \${self:custom.v0}\nresources: \${self:custom.v0}\n`,
  },
  'workflows that wait for, call and repeat each other': {
    '.github/workflows/a.yml': `on: [push, workflow_call]\njobs:\n${numbered(150, (i) => `  j${i}:\n    needs: [${numbered(i, (j) => `j${j}`).join(', ')}]\n    uses: ./.github/workflows/${i % 2 === 0 ? 'a' : 'b'}.yml\n    secrets: inherit`).join('\n')}\n`,
    '.github/workflows/b.yml': `on: [push, workflow_call]\njobs:\n  a:\n    strategy:\n      matrix:\n${numbered(8, (i) => `        m${i}: [${numbered(20, (j) => `v${j}`).join(', ')}]`).join('\n')}\n    runs-on: ubuntu-latest\n    environment: production\n    steps:\n      - run: terraform -chdir=\${{ matrix.m1 }} destroy -auto-approve\n        env: { A: "\${{ secrets.A }}" }\n  b:\n    if: ${'('.repeat(5_000)}\n    uses: ./.github/workflows/a.yml\n    secrets: inherit\n`,
    '.gitlab-ci.yml': `${numbered(300, (i) => `.j${i}: { extends: [.j${i + 1}, .j${i + 2}] }`).join('\n')}\nx: { extends: .j0, script: [terraform destroy -auto-approve] }\n.j301: { extends: x }\ninclude: [.gitlab-ci.yml]\n`,
    '.circleci/config.yml': `version: 2.1\ncommands:\n${numbered(60, (i) => `  c${i}: { steps: [c${i + 1}, c${i + 1}] }`).join('\n')}\n  c60: { steps: [c0] }\njobs: { a: { docker: [{ image: a }], steps: [c0, { run: terraform destroy -auto-approve }] } }\nworkflows: { w: { jobs: [a] } }\n`,
    'azure-pipelines.yml': `trigger: [main]\nextends: { template: azure-pipelines.yml }\nstages:\n${'  - ${{ if true }}:\n'.repeat(500)}`,
    Jenkinsfile: 'pipeline { stages { '.repeat(20_000),
    'ops/crontab': '* * * * * terraform destroy -auto-approve\n'.repeat(5_000),
    Makefile: numbered(
      2_000,
      (i) => `t${i}: t${i + 1} t${(i * 7) % 2_000}\n\tmake t${i + 2}\n`,
    ).join(''),
  },
  'programs that do not end': {
    'cdk.json': '{"app":"npx tsx bin/app.ts"}',
    'bin/app.ts': [
      "import { App, Stack } from 'aws-cdk-lib';\nimport { Bucket } from 'aws-cdk-lib/aws-s3';\nimport './app.ts';",
      'const app = new App();\nconst stack = new Stack(app, "production");',
      'function again(n: number): number { return again(n + 1) + again(n + 2); }',
      'let text = "a"; for (let i = 0; i < 1e9; i += 1) { text += text; }',
      'while (true) { new Bucket(stack, text); }',
      'for (const a of Array(1e8).fill(0)) { for (const b of Array(1e8).fill(0)) { new Bucket(stack, `${a}${b}`); } }',
      `const list = ${'['.repeat(2_000)}${']'.repeat(2_000)};`,
      'const wide = "a".repeat(1e9).padEnd(1e9).split("");\nconst o: any = {}; o.o = o; const copy = JSON.stringify({ ...o });',
      'again(0);\nclass A extends A { constructor() { super(); new A(); } }\nnew A();',
      `new Bucket(stack, ${'f('.repeat(5_000)}${')'.repeat(5_000)});`,
    ].join('\n'),
  },
};

function numbered<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
