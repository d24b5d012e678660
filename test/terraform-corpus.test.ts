import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKnowledge, withResources } from '../src/engine/knowledge.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import type { Resource } from '../src/model/resource.ts';
import { known } from '../src/model/value.ts';
import { packs } from '../src/registry.generated.ts';
import { type Question, readRepositories, valuesElsewhere } from './terraform-questions.ts';
import { settingOf, terraformTree } from './terraform-tree.ts';

/** Folder with a checkout of each repository at its commit, called `<owner>+<name>`. They are not ours to keep here. */
const corpus = process.env['RISKSCAN_CORPUS'];

const CODE = /\.(?:tf|tofu|tf\.json|tfvars|tfvars\.json)$|(?:^|\/)(?:terragrunt|root)\.hcl$/;
const RUNNERS = /\.sh$|(?:^|\/)Makefile$|^\.github\/workflows\/[^/]+\.ya?ml$/;

/** What decides whether a store is lost. */
const PROTECTION =
  'deletion_protection deletion_protection_enabled settings.deletion_protection_enabled enable_drop_protection purge_protection_enabled force_destroy force_delete skip_final_snapshot skip_final_backup final_snapshot backup_retention_period delete_automated_backups retain_backups_on_delete automatic_backup_retention_days snapshot_retention_limit recovery_window_in_days deletion_window_in_days soft_delete_retention_days changeable_for_days settings.backup_configuration.enabled settings.backup_configuration.point_in_time_recovery_enabled versioning_configuration.status versioning.enabled point_in_time_recovery.enabled backup_policy.status'.split(
    ' ',
  );

describe.skipIf(corpus === undefined)(
  'repositories that were read by hand (RISKSCAN_CORPUS names the folder of their checkouts)',
  () => {
    const trees = readRepositories
      .map((repository) => ({ ...repository, folder: folderOf(repository.name) }))
      .filter(({ folder }) => existsSync(folder));

    let knowledge = createKnowledge([], new Uint8Array(32));
    beforeAll(async () => {
      knowledge = await withResources(createKnowledge(packs, new Uint8Array(32)), packs);
    });

    it('has all of them', () => {
      expect(trees.map(({ name }) => name)).toEqual(readRepositories.map(({ name }) => name));
    });

    it.each(trees)('$name: the evaluator answers as its reader did', ({ folder, questions }) => {
      const resources = resourcesIn(folder, knowledge);
      const answers = questions.map((question) => answerOf(resources, question));
      expect(questions.map((question, index) => ({ ...question, answer: answers[index] }))).toEqual(
        questions,
      );
    });

    it('leaves at most two protection attributes in a hundred unknown that a file tells', () => {
      const attributes = trees.flatMap(({ name, folder }) =>
        resourcesIn(folder, knowledge).flatMap((resource) =>
          protectionOf(resource).map((value) => ({
            at: `${name} ${resource.key.slice(3)}`,
            value,
          })),
        ),
      );
      const avoidable = attributes.filter(
        ({ at, value }) =>
          value === 'external' && !Object.keys(valuesElsewhere).some((root) => at.startsWith(root)),
      );
      expect(attributes.length).toBeGreaterThan(500);
      expect(avoidable.length / attributes.length, JSON.stringify(avoidable)).toBeLessThan(0.02);
    });
  },
);

function folderOf(name: string): string {
  return join(corpus ?? '', name.replace('/', '+'));
}

function answerOf(resources: readonly Resource[], { root, address, attribute }: Question): unknown {
  const resource = resources.find(({ key }) => key === `tf:${root}#${address}`);
  if (resource === undefined) return 'no resource';
  return attribute === 'prevent_destroy'
    ? known(resource.preventDestroy)
    : told(settingOf(resource, attribute));
}

function told(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('unknown') ? 'external' : value;
}

/** The protection attributes that are written, with what they are. */
function protectionOf(resource: Resource): readonly unknown[] {
  const { preventDestroy, type } = resource;
  if (type.startsWith('data.')) return [];
  const settings = PROTECTION.map((name) => told(settingOf(resource, name)));
  const written = settings.filter((value) => value !== 'absent');
  return preventDestroy.state === 'default'
    ? written
    : [...written, known(preventDestroy) ?? 'external'];
}

function resourcesIn(folder: string, knowledge: Knowledge): readonly Resource[] {
  const files: Record<string, string> = {};
  for (const file of filesIn(folder, '')) {
    if (!CODE.test(file) && !RUNNERS.test(file)) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    if (CODE.test(file) || /terraform|tofu|terragrunt/.test(text)) files[file] = text;
  }
  return terraformTree(files, knowledge).resources;
}

/** Regular files, links left alone: the scan reads each file once. */
function filesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    const stats = lstatSync(join(root, path));
    if (stats.isDirectory())
      return name === '.git' || name === 'node_modules' ? [] : filesIn(root, path);
    return stats.isFile() ? [path] : [];
  });
}
