import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/yaml/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack } from '../../providers/terraform/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

function facts(text: string, file = 'atlantis.yaml'): readonly Fact[] {
  const document = parse(filePath(file), text);
  return document === null ? [] : collect({ id: file, documents: [document] }, knowledge);
}

/** `job on stage [gate, confidence]` of every job that destroys. */
function jobs(text: string, file?: string): readonly string[] {
  const all = facts(text, file);
  const find = (from: string, rel: string) =>
    all.flatMap((fact) =>
      fact.kind === 'Relation' && fact.from === from && fact.rel === rel
        ? all.filter((other) => 'key' in other && other.key === fact.to)
        : [],
    );
  return all.flatMap((job) => {
    if (job.kind !== 'Pipeline' || find(job.key, 'runs').length === 0) return [];
    const stage = find(job.key, 'in').map((fact) => (fact.kind === 'Environment' ? fact.tier : ''));
    const gate = find(job.key, 'guarded-by').map((fact) =>
      fact.kind === 'Guard' ? ` [${fact.confidence}]` : '',
    );
    return [`${job.name} on ${stage.join('')}${gate.join('')}`];
  });
}

const project = (more: string) => `version: 3\nprojects:\n  - dir: live/production\n${more}`;
const workflow = (part: string, line: string) =>
  `version: 3\nworkflows:\n  own:\n    ${part}:\n      steps:\n        - init\n        - run: ${line}\n`;
const server = (more: string) => `repos:\n  - id: /.*/\n${more}`;

describe('atlantis', () => {
  it.each([
    ['a project', project(''), ['project live/production on production [low]']],
    [
      'one that asks for approval',
      project('    apply_requirements: [approved]\n'),
      ['project live/production on production [high]'],
    ],
    [
      'one whose wish the server may ignore',
      project('    apply_requirements: []\n'),
      ['project live/production on production [low]'],
    ],
    [
      'a plan that applies',
      workflow('plan', 'terraform apply -auto-approve'),
      ['plan of workflow own on unknown'],
    ],
    [
      'an apply of its own',
      workflow('apply', 'terraform apply -auto-approve'),
      ['apply of workflow own on unknown [low]'],
    ],
    ['a plan that plans', workflow('plan', 'terraform plan -out $PLANFILE'), []],
  ])('knows what comes before %s', (_, text, expected) => {
    expect(jobs(text)).toEqual(expected);
  });

  it.each([
    ['nobody', '    apply_requirements: []\n', ['repositories /.*/ on unknown']],
    ['the branch', '    apply_requirements: [mergeable]\n', ['repositories /.*/ on unknown [low]']],
    [
      'whoever a pull request names',
      '    apply_requirements: [approved]\n    allowed_overrides: [apply_requirements]\n',
      ['repositories /.*/ on unknown'],
    ],
    ['somebody', '    apply_requirements: [approved, mergeable]\n', []],
    ['whoever its flags name', '    allowed_overrides: [workflow]\n', []],
  ])('knows a server that asks %s', (_, more, expected) => {
    expect(jobs(server(more), 'server/repos.yaml')).toEqual(expected);
  });

  it('places what it does where the project is', () => {
    const text = project('');
    const command = facts(text).find((fact) => fact.kind === 'DestructiveCommand');
    expect(command).toMatchObject({ verb: 'terraform apply', folder: 'live/production' });
    expect(text.slice(command?.at.start, command?.at.end)).toBe('live/production');
  });

  it.each(['projects: 7\n', 'projects:\n  - x\nworkflows: []\n', 'repos: {{', ''])(
    'reads nothing in %j',
    (text) => {
      expect(jobs(text)).toEqual([]);
    },
  );
});
