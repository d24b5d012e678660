import { describe, expect, it } from 'vitest';
import { createFileClasses, fileClass } from './file-class.ts';

describe('fileClass', () => {
  it.each([
    ['docker-compose.yml', 'source'],
    ['infra/prod/main.tf', 'source'],
    ['src/test/java/AppTest.java', 'test'],
    ['tests/docker-compose.yml', 'test'],
    ['packages/api/__tests__/db.ts', 'test'],
    ['src/db.test.ts', 'test'],
    ['.dev/testing-host-key', 'test'],
    ['certs/dummy_rsa', 'test'],
    ['conf/snakeoil.key', 'test'],
    ['deploy/host-key', 'source'],
    ['deploy/test-environment.env', 'source'],
    ['deploy/latest.pem', 'source'],
    ['pkg/store_test.go', 'test'],
    ['app/test_reset.py', 'test'],
    ['testdata/leaky/.env', 'fixture'],
    ['crates/zip/test-data/workflow.yml', 'fixture'],
    ['spec/fixtures/terraform/main.tf', 'fixture'],
    ['cli-tool/templates/ruby/.mcp.json', 'template'],
    ['{{cookiecutter.slug}}/docker-compose.yml', 'template'],
    ['.env.template', 'template'],
    ['.env.example', 'example'],
    ['config/database.sample.yml', 'example'],
    ['example.env', 'example'],
    ['phpunit.xml.dist', 'example'],
    ['examples/aws/main.tf', 'example'],
    ['docs/setup.md', 'docs'],
    ['docs/docker-compose.yml', 'docs'],
    ['README.md', 'docs'],
    ['.github/ISSUE_TEMPLATE/bug.yml', 'docs'],
    ['.github/PULL_REQUEST_TEMPLATE.md', 'docs'],
    ['vendor/github.com/x/tests/a.tf', 'vendored'],
    ['public/jquery.min.js', 'vendored'],
    ['third_party/x/main.tf', 'vendored'],
  ])('%s is %s', (file, expected) => {
    expect(fileClass(file)).toBe(expected);
  });

  it.each([
    ['.env.test'],
    ['docker-compose.test.yml'],
    ['environments/test/main.tf'],
    ['overlays/demo/kustomization.yaml'],
    ['CLAUDE.md'],
    ['packages/api/AGENTS.md'],
    ['.github/copilot-instructions.md'],
    ['.claude/commands/test/run.md'],
    ['.claude/commands/docs/write.md'],
    ['.cursor/rules/safety.mdc'],
    ['ansible/roles/db/templates/backup.sh.j2'],
    ['infra/cloudformation/templates/rds.yaml'],
    ['cfn-templates/rds.yaml'],
    ['k8s/deploy.yaml.tpl'],
    ['scripts/testing-tools.sh'],
    ['latest/contest.ts'],
    ['dist/app.dist.js'],
    ['src/documentation-client.ts'],
  ])('%s is source', (file) => {
    expect(fileClass(file)).toBe('source');
  });

  it('takes the folder an agent lives in seriously', () => {
    expect(fileClass('examples/shop/.claude/settings.json')).toBe('example');
    expect(fileClass('tests/.cursor/mcp.json')).toBe('test');
  });
});

describe('createFileClasses', () => {
  it('knows templates of stacks, and folders that hold nothing else', () => {
    const stacks = ['templates/db.yaml', 'app/queue.template', 'scaffold/templates/stack.yaml'];
    const files = [...stacks, 'templates/README.md', 'scaffold/templates/index.ts'];
    const classOf = createFileClasses(files, [], new Set(stacks));
    expect(stacks.map(classOf)).toEqual(['source', 'source', 'template']);
    expect(stacks.map(fileClass)).toEqual(['template', 'template', 'template']);
  });

  it('knows the templates of a chart by its Chart.yaml', () => {
    const files = ['shop/Chart.yaml', 'shop/templates/db.yaml', 'shop/templates/_helpers.tpl'];
    const classOf = createFileClasses(files, []);
    expect(classOf('shop/templates/db.yaml')).toBe('source');
    expect(classOf('shop/templates/_helpers.tpl')).toBe('source');
    expect(classOf('other/templates/db.yaml')).toBe('template');
    expect(fileClass('shop/templates/db.yaml')).toBe('template');
  });

  it('knows a chart in the root', () => {
    const classOf = createFileClasses(['Chart.yml'], []);
    expect(classOf('templates/db.yaml')).toBe('source');
  });

  it('lets the first rule of the project win over everything', () => {
    const classOf = createFileClasses(
      [],
      [
        { match: 'examples/live/**', class: 'source' },
        { match: 'examples/**', class: 'vendored' },
        { match: '**/*.sql', class: 'fixture' },
      ],
    );
    expect(classOf('examples/live/main.tf')).toBe('source');
    expect(classOf('examples/other/main.tf')).toBe('vendored');
    expect(classOf('db/seed.sql')).toBe('fixture');
    expect(classOf('docs/a.md')).toBe('docs');
  });
});
