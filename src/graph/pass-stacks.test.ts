import { describe, expect, it } from 'vitest';
import { resourcesIn } from '../../test/resource.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import {
  type DestructiveCommand,
  type Environment,
  entityKey,
  type Fact,
  type InfraStack,
} from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { byDefault, type Value, written } from '../model/value.ts';
import { pack as aws } from '../providers/aws/pack.ts';
import { pack as terraform } from '../providers/terraform/pack.ts';
import { guardFacts, storeFacts } from '../recognize/resource/resource-facts.ts';
import { linkFacts } from './graph.ts';

const knowledge = createKnowledge([aws, terraform], new Uint8Array(32));
const at = { file: filePath('infra/main.tf'), start: 0, end: 1 };
const same = {
  aliases: [],
  at,
  collector: 'terraform',
  implied: false,
  confidence: 'high',
} as const;
const source = 'https://vendor.test/docs';

const environment: Environment = {
  kind: 'Environment',
  ...same,
  key: entityKey('environment:production'),
  name: 'production',
  tier: 'production',
};

function stack(folder: string): InfraStack {
  const key = entityKey(`tf:${folder}@production`);
  const state = byDefault('local' as const, at, source);
  return { kind: 'InfraStack', ...same, key, name: folder, tool: 'terraform', folder, state };
}

function destroy(folder?: string): DestructiveCommand {
  return {
    kind: 'DestructiveCommand',
    ...same,
    key: entityKey('command:destroy'),
    name: 'terraform destroy',
    provider: 'terraform',
    verb: 'terraform destroy',
    via: 'shell',
    destroys: 'anything',
    skipsPrompt: true,
    invocations: ['terraform destroy -auto-approve'],
    recovery: null,
    safeVariant: null,
    ...(folder === undefined ? {} : { folder }),
  };
}

/** The command in a script of a project, whose folder nothing tells. */
function besideScripts(project: string): DestructiveCommand {
  return { ...destroy(), at: { ...at, file: filePath(`${project}/scripts/down.sh`) } };
}

type Held = 'no' | 'prevented' | 'retained' | 'locked';

function facts(protection: Value<boolean>, held: Held = 'no'): readonly Fact[] {
  const [declared] = resourcesIn('resource "aws_db_instance" "main" {\n}\n');
  if (declared === undefined) throw new Error('no resource');
  const resource = {
    ...declared,
    preventDestroy: written(held === 'prevented', at),
    retained: written(held === 'retained', at),
  };
  const inside = {
    kind: 'Relation',
    rel: 'in',
    from: entityKey('tf:infra@production'),
    to: environment.key,
    actions: [],
    because: 'its variables are those of production',
    at,
    confidence: 'high',
  } as const;
  const traits = { product: 'rds', holds: 'database', deletionProtection: protection } as const;
  const lock = guardFacts(resource, resource.key, {
    id: 'lock',
    name: 'lock',
    at,
    strength: 'blocks',
    because: 'nobody may delete it',
  });
  return [
    environment,
    stack('infra'),
    inside,
    ...storeFacts(resource, 'aws', traits),
    ...(held === 'locked' ? lock : []),
  ];
}

const open = byDefault(false, at, source);

it('a tool may be some of the commands of a pack', () => {
  const made = (verb: string) => {
    const of = { ...destroy('infra'), provider: 'aws', verb };
    const declared = facts(open).map((fact) =>
      fact.kind === 'InfraStack' ? { ...fact, tool: 'aws cloudformation' } : fact,
    );
    const graph = linkFacts([...declared, of], knowledge);
    return graph.edges(of, 'destroys').filter(({ because }) => because.includes('takes it away'))
      .length;
  };
  expect(made('aws cloudformation delete-stack')).toBe(1);
  expect(made('aws rds describe')).toBe(0);
});

it.each([
  ['works on the stack of the stage it names', 'production' as const, 1],
  ['leaves the stacks of other stages', 'staging' as const, 0],
  ['works on any where none is of its stage', 'preview' as const, 1],
])('a command %s', (_, tier, count) => {
  const of = destroy('infra');
  const inside = (from: InfraStack | DestructiveCommand, to: Environment) =>
    ({
      kind: 'Relation',
      rel: 'in',
      from: from.key,
      to: to.key,
      actions: [],
      because: 'its variables say so',
      at,
      confidence: 'high',
    }) as const;
  const named: Environment = { ...environment, key: entityKey('environment:named'), tier };
  const staging: Environment = {
    ...environment,
    key: entityKey('environment:staging'),
    tier: 'staging',
  };
  const second: InfraStack = { ...stack('infra'), key: entityKey('tf:infra@staging') };
  const more = [of, named, inside(of, named), staging, second, inside(second, staging)];
  const edges = linkFacts([...facts(open), ...more], knowledge).edges(of, 'destroys');
  expect(edges.filter(({ because }) => because.includes('takes it away'))).toHaveLength(count);
});

describe('a command of an infrastructure tool', () => {
  it.each([
    ['destroys what its stack declares', [destroy('infra')], open, 'no', 'medium'],
    [
      'works on the project that its file lies in',
      [destroy(), stack('other')],
      open,
      'no',
      'medium',
    ],
    ['needs no folder where there is one stack', [destroy()], open, 'no', 'medium'],
    [
      'without a folder works on the project around it',
      [besideScripts('infra')],
      open,
      'no',
      'medium',
    ],
    [
      'leaves projects that it does not lie in',
      [besideScripts('other'), stack('other')],
      open,
      'no',
      undefined,
    ],
    [
      'outside of all projects may be run on any',
      [besideScripts('ops'), stack('other')],
      open,
      'no',
      'low',
    ],
    ['leaves the stacks of other folders', [destroy('other')], open, 'no', undefined],
    ['leaves what the vendor protects', [destroy('infra')], written(true, at), 'no', undefined],
    ['leaves what its tool protects', [destroy('infra')], open, 'prevented', undefined],
    ['leaves what its tool retains', [destroy('infra')], open, 'retained', undefined],
    ['leaves what nobody may delete', [destroy('infra')], open, 'locked', undefined],
  ] as const)('%s', (_, more, protection, held, confidence) => {
    const graph = linkFacts([...facts(protection, held), ...more], knowledge);
    const [store] = graph.all('DataStore');
    const [edge] = store === undefined ? [] : graph.edgesInto(store, 'destroys');
    expect(edge?.confidence).toBe(confidence);
  });

  it('belongs to the stage of the stack it takes away', () => {
    const graph = linkFacts([...facts(open), destroy('infra')], knowledge);
    const [store] = graph.all('DataStore');
    const [command] = graph.all('DestructiveCommand');
    expect(store && graph.tier(store)).toBe('production');
    expect(command && graph.tier(command)).toBe('production');
    expect(store && graph.domains(store).map(({ level }) => level)).toEqual([
      'stack',
      'account',
      'region',
    ]);
  });
});
