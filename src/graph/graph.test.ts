import { describe, expect, it } from 'vitest';
import type {
  Agent,
  AgentRule,
  Backup,
  Credential,
  DataStore,
  DestructiveCommand,
  Environment,
  Fact,
  Relation,
  Tier,
} from '../model/fact.ts';
import { entityKey, variableKey } from '../model/fact.ts';
import type { Knowledge, ProviderFacts } from '../model/knowledge.ts';
import { noHabits } from '../model/permission.ts';
import { filePath } from '../model/source.ts';
import { unknown, type Value, written } from '../model/value.ts';
import { linkFacts } from './graph.ts';

const sourced = { source: 'https://vendor.test/docs', checkedOn: '2026-11-21' };
const harbor: ProviderFacts = {
  id: 'harbor',
  title: 'Harbor',
  credentials: [],
  commands: [
    {
      ...sourced,
      argv: ['harbor', 'volume', 'delete|rm'],
      onlyWith: [],
      harmlessWith: [],
      destroys: 'volume',
      asks: 'needs-flag',
      skipsPrompt: ['--yes'],
      targets: [],
      safeVariant: null,
      recovery: null,
    },
  ],
  api: {
    hosts: ['api.harbor.test'],
    operations: [
      {
        ...sourced,
        name: 'volumeDrop',
        transport: 'graphql',
        destroys: 'volume',
        argument: 'id',
        recovery: null,
      },
    ],
  },
  mcp: [],
  variables: [],
  hosts: [],
  consents: [],
  stores: [
    {
      ...sourced,
      product: 'harbor-volume',
      title: 'Harbor volume',
      holds: 'volume',
      backupsDieWithStore: true,
      spansEnvironments: true,
      hostsDatabases: true,
    },
  ],
};
const knowledge: Knowledge = {
  providers: [harbor],
  provider: (id) => (id === 'harbor' ? harbor : undefined),
  credentialByName: () => undefined,
  credentialByValue: () => undefined,
  credentialByHeader: () => undefined,
  command: () => undefined,
  operations: () => [],
  apiByHost: () => undefined,
  mcp: () => undefined,
  variable: () => undefined,
  host: () => undefined,
  store: (product) => {
    const spec = harbor.stores.find((store) => store.product === product);
    return spec === undefined ? undefined : { provider: 'harbor', spec };
  },
  resource: () => undefined,
  module: () => undefined,
  placement: () => undefined,
  construct: () => undefined,
  constant: () => undefined,
  removal: () => undefined,
  consent: () => undefined,
  ciAction: () => undefined,
  digest: (secret) => secret,
};

function range(file: string, start = 0) {
  return { file: filePath(file), start, end: start + 1 };
}
function base<K extends string>(kind: K, key: string, file: string) {
  return {
    kind,
    key: entityKey(key),
    aliases: [],
    name: key,
    at: range(file),
    collector: 'test',
    implied: false,
    confidence: 'high',
  } as const;
}
const volume = (id: string, file: string): DataStore => ({
  ...base('DataStore', `harbor:volume/${id}`, file),
  provider: 'harbor',
  product: 'harbor-volume',
  holds: 'volume',
  deletionProtection: unknown('external', range(file)),
  disposable: unknown('external', range(file)),
});
const environment = (tier: Tier): Environment => ({
  ...base('Environment', `environment:.env.${tier}`, `.env.${tier}`),
  tier,
});
const token = (file: string): Credential => ({
  ...base('Credential', `credential:${file}#HARBOR_TOKEN`, file),
  name: 'HARBOR_TOKEN',
  provider: 'harbor',
  product: 'account-token',
  title: 'Harbor account token',
  form: 'literal',
  scope: written('account', range(file)),
  actions: written(['admin'], range(file)),
  plane: 'control',
  preview: '****',
  digest: 'x',
  decidedBy: 'name',
  purpose: null,
  narrower: null,
});
const agent = (shell: 'runs' | 'asks' | 'blocks'): Agent => ({
  ...base('Agent', 'agent:pilot', '.pilot/settings.json'),
  name: 'pilot',
  product: 'pilot',
  ruleOrder: 'deny-first',
  shell: written(shell, range('.pilot/settings.json')),
  mcp: written('asks', range('.pilot/settings.json')),
  read: written('runs', range('.pilot/settings.json')),
  splitsCommands: true,
  habits: noHabits,
  sandbox: written('off', range('.pilot/settings.json')),
  network: written('open', range('.pilot/settings.json')),
  transcriptDays: unknown('external', range('.pilot/settings.json')),
  folder: '',
});
const dump = (file: string): Backup => ({
  ...base('Backup', `backup:${file}`, file),
  method: 'dump',
  retentionDays: unknown('external', range(file)),
  survivesSourceDeletion: unknown('external', range(file)),
});
const call = (file: string): DestructiveCommand => ({
  ...base('DestructiveCommand', `scripts:${file}#volumeDrop`, file),
  provider: 'harbor',
  verb: 'volumeDrop',
  via: 'api',
  destroys: 'volume',
  skipsPrompt: true,
  invocations: [],
  recovery: null,
  safeVariant: null,
});
function relation(rel: Relation['rel'], from: string, to: string, file = 'x'): Relation {
  return {
    kind: 'Relation',
    rel,
    from: entityKey(from),
    to: entityKey(to),
    actions: [],
    because: `${from} ${rel} ${to}`,
    at: range(file),
    confidence: 'high',
  };
}
const uses = (tier: Tier, id: string) =>
  relation('connects-to', `environment:.env.${tier}`, `harbor:volume/${id}`, `.env.${tier}`);

/** The whole story: production volume, account token, call, dump on the same volume. */
const story: readonly Fact[] = [
  environment('production'),
  volume('1', '.env.production'),
  uses('production', '1'),
  token('tools/.env'),
  call('tools/harbor.ts'),
  dump('dump.sh'),
  relation('backs-up', 'backup:dump.sh', 'harbor:volume/1', 'dump.sh'),
  relation('placed-in', 'backup:dump.sh', 'harbor:volume/1', 'dump.sh'),
];

function only(facts: readonly Fact[]) {
  const graph = linkFacts(facts, knowledge);
  const [path, ...others] = graph.actors().flatMap((actor) => graph.blastRadius(actor));
  return { graph, path, others };
}

describe('paths', () => {
  it('go from the agent through token and call to the volume and the dump on it', () => {
    const { path, others } = only([...story, agent('runs')]);
    expect(others).toEqual([]);
    expect(path?.hops.map((hop) => [hop.edge.rel, hop.to.kind])).toEqual([
      ['reads', 'Credential'],
      ['authorizes', 'DestructiveCommand'],
      ['destroys', 'DataStore'],
      ['loses', 'Backup'],
    ]);
    expect(path?.severity).toBe('critical');
    expect(path?.survivors).toEqual([]);
  });
  it('go through the credential that a command names, however narrow it is', () => {
    const narrow = {
      ...token('tools/.env'),
      scope: written('resource' as const, range('tools/.env')),
    };
    const withNarrow = story.map((fact) => (fact.kind === 'Credential' ? narrow : fact));
    const named = relation('holds', call('tools/harbor.ts').key, narrow.key, 'tools/harbor.ts');
    expect(only([...withNarrow, agent('runs')]).path?.confidence).toBe('medium');
    const { path } = only([...withNarrow, agent('runs'), named]);
    expect(path?.confidence).toBe('high');
    expect(path?.hops.map((hop) => hop.to.kind)).toEqual([
      'Credential',
      'DestructiveCommand',
      'DataStore',
      'Backup',
    ]);
  });

  it('are one step milder behind a confirmation, and cut when commands are blocked', () => {
    expect(only([...story, agent('asks')]).path?.severity).toBe('high');
    expect(only([...story, agent('blocks')]).path).toBeUndefined();
  });
  it('start at the operator where no agent is configured, one step milder', () => {
    const { path } = only(story);
    expect(path?.actor.kind).toBe('Operator');
    expect(path?.severity).toBe('high');
  });
  it('do not depend on the order of facts', () => {
    const shown = (facts: readonly Fact[]) => JSON.stringify(only(facts).path);
    expect(shown([...story, agent('runs')].reverse())).toBe(shown([...story, agent('runs')]));
  });
  it('leave out development and disposable stores', () => {
    const development: readonly Fact[] = [
      environment('development'),
      volume('1', '.env.development'),
      uses('development', '1'),
      token('tools/.env'),
      agent('runs'),
    ];
    expect(only(development).path).toBeUndefined();
  });
  it('are milder when a copy survives', () => {
    const elsewhere = story.filter(
      (fact) => !(fact.kind === 'Relation' && fact.rel === 'placed-in'),
    );
    const { path } = only([...elsewhere, agent('runs')]);
    expect(path?.survivors.map((backup) => backup.name)).toEqual(['backup:dump.sh']);
    expect(path?.severity).toBe('medium');
  });
  it('reach an implied store when the provider declares none here', () => {
    const { path } = only([token('tools/.env'), agent('runs')]);
    expect(path?.store).toMatchObject({
      implied: true,
      name: 'anything in the Harbor account of HARBOR_TOKEN',
    });
    expect(path?.confidence).toBe('medium');
  });
  it('reach nothing of a provider of which no act is known', () => {
    const storesOf = (provider: ProviderFacts) =>
      linkFacts([token('deploy/key'), agent('runs')], {
        ...knowledge,
        providers: [provider],
        provider: () => provider,
      }).all('DataStore').length;
    expect(storesOf(harbor)).toBe(1);
    expect(storesOf({ ...harbor, commands: [], api: null })).toBe(0);
  });

  it('end at a sandbox that does not reach the provider', () => {
    const boxed: Agent = {
      ...agent('runs'),
      sandbox: written('on', range('.pilot/settings.json')),
      network: written('allowlist', range('.pilot/settings.json')),
    };
    const allows = (host: string): AgentRule => ({
      ...base('AgentRule', `rule:${host}`, '.pilot/settings.json'),
      agent: boxed.key,
      effect: 'allow',
      tool: 'network',
      pattern: { type: 'exact', text: host },
      order: 0,
      inert: null,
    });
    expect(only([...story, boxed, allows('npm.test')]).path).toBeUndefined();
    expect(only([...story, boxed, allows('api.harbor.test')]).path?.severity).toBe('critical');
  });
  it('leave out a command that runs unasked in a sandbox which does not reach its provider', () => {
    const place = range('.pilot/settings.json');
    const pathWith = (
      shell: 'runs' | 'asks',
      sandbox: 'on' | 'escapable',
      network: 'open' | 'closed',
      provider: string | null = 'harbor',
    ) =>
      only([
        environment('production'),
        volume('1', '.env.production'),
        uses('production', '1'),
        { ...call('drop.sh'), provider, via: 'shell', invocations: ['sh drop.sh'] },
        relation('destroys', 'scripts:drop.sh#volumeDrop', 'harbor:volume/1', 'drop.sh'),
        { ...agent(shell), sandbox: written(sandbox, place), network: written(network, place) },
      ]).path;
    expect(pathWith('runs', 'on', 'open')?.hops[0]?.edge.rel).toBe('runs');
    expect(pathWith('runs', 'on', 'closed')).toBeUndefined();
    expect(pathWith('runs', 'escapable', 'closed')?.severity).toBe('critical');
    // What asks may be asking to leave the sandbox.
    expect(pathWith('asks', 'on', 'closed')?.severity).toBe('high');
    // What needs no provider's host works without a network.
    expect(pathWith('runs', 'on', 'closed', null)?.severity).toBe('critical');
  });
  it('stop at a guard that blocks', () => {
    const guarded: readonly Fact[] = [
      ...story,
      agent('runs'),
      { ...base('Guard', 'guard:1', 'tools/harbor.ts'), strength: 'blocks' },
      relation('guarded-by', 'scripts:tools/harbor.ts#volumeDrop', 'guard:1'),
    ];
    // The guarded function is out; the same call by hand is not.
    expect(only(guarded).path?.hops.map((hop) => hop.to.kind)).toEqual([
      'Credential',
      'DataStore',
      'Backup',
    ]);
  });
});

describe('what an agent is given by its settings', () => {
  const at = range('.pilot/mcp.json');
  const server = (readOnly: Value<boolean>) =>
    ({
      ...base('McpServer', 'mcp:harbor', '.pilot/mcp.json'),
      name: 'harbor',
      agent: entityKey('agent:pilot'),
      provider: 'harbor',
      destructiveTools: ['drop_volume'],
      readOnly,
      title: 'Harbor MCP server',
      narrowed: unknown<boolean>('external', at),
      reach: null,
      narrower: null,
    }) as const;
  const allowTool = {
    ...base('AgentRule', 'rule:1', '.pilot/settings.json'),
    agent: entityKey('agent:pilot'),
    effect: 'allow',
    tool: 'mcp',
    pattern: { type: 'exact', text: 'harbor:drop_volume' },
    order: 0,
    inert: null,
  } as const;
  // The credential stands in a file that this agent cannot read, so only the server leads to it.
  const facts = (readOnly: boolean | 'unknown', more: readonly Fact[]): readonly Fact[] => [
    environment('production'),
    volume('1', '.env.production'),
    uses('production', '1'),
    { ...token('.pilot/mcp.json'), key: entityKey('credential:mcp') },
    { ...agent('blocks') },
    server(readOnly === 'unknown' ? unknown('interpolated', at) : written(readOnly, at)),
    relation('runs', 'agent:pilot', 'mcp:harbor', '.pilot/mcp.json'),
    relation('holds', 'mcp:harbor', 'credential:mcp', '.pilot/mcp.json'),
    ...more,
  ];
  it('leads through an auto-approved tool', () => {
    const { path } = only(facts(false, [allowTool]));
    expect(path?.hops.map((hop) => hop.to.kind)).toEqual(['McpServer', 'Credential', 'DataStore']);
    expect(path?.severity).toBe('critical');
  });
  it('is milder when the tool asks, and gone when the server only reads', () => {
    expect(only(facts(false, [])).path?.severity).toBe('high');
    expect(only(facts(true, [allowTool])).path).toBeUndefined();
  });
  it.each([{ more: [allowTool] }, { more: [] }])(
    'is never sure of a server that may only read',
    ({ more }) => {
      const { path } = only(facts('unknown', more));
      expect(path?.confidence).toBe('medium');
      expect(path?.severity).toBe('high');
    },
  );
  it('needs a command that can use a variable', () => {
    const held = [
      ...story.filter((fact) => fact.kind !== 'DestructiveCommand'),
      relation(
        'holds',
        'agent:pilot',
        'credential:tools/.env#HARBOR_TOKEN',
        '.pilot/settings.json',
      ),
    ];
    expect(only([...held, agent('runs')]).path?.severity).toBe('critical');
    expect(only([...held, agent('asks')]).path?.severity).toBe('high');
    expect(only([...held, agent('blocks')]).path).toBeUndefined();
  });
});

describe('identity', () => {
  it('merges entities that share an alias and keeps every place', () => {
    const first = volume('1', '.env.production');
    const second: DataStore = {
      ...volume('one', '.env.staging'),
      aliases: [entityKey('harbor:volume/1')],
    };
    const graph = linkFacts([first, second], knowledge);
    expect(graph.all('DataStore')).toHaveLength(1);
    expect(graph.places(first).map((place) => place.file)).toEqual([
      '.env.production',
      '.env.staging',
    ]);
  });
  it('keeps every command line that starts one act', () => {
    const script = { ...call('drop.sh'), invocations: ['./drop.sh'] };
    const task = { ...script, at: range('Makefile'), invocations: ['./drop.sh', 'make drop'] };
    const [command] = linkFacts([script, task], knowledge).all('DestructiveCommand');
    expect(command?.invocations).toEqual(['./drop.sh', 'make drop']);
  });

  it('names the place of a credential that git hands out', () => {
    const alias = { aliases: [entityKey('secret:harbor/1')] };
    const mine = { ...token('.env'), key: entityKey('credential:mine'), ...alias, tracked: false };
    const ours = { ...token('config/prod.env'), ...alias, tracked: true };
    const graph = linkFacts([mine, ours], knowledge);
    const [credential] = graph.all('Credential');
    expect(credential).toMatchObject({ at: { file: 'config/prod.env' }, tracked: true });
    expect(graph.places(ours).map((place) => place.file)).toEqual(['config/prod.env', '.env']);
  });
  it('never merges by name', () => {
    const named = { ...volume('2', 'b'), name: 'harbor:volume/1' };
    expect(linkFacts([volume('1', 'a'), named], knowledge).all('DataStore')).toHaveLength(2);
  });
});

describe('references', () => {
  const binding = (id: string, file: string): Fact => ({
    kind: 'Binding',
    variable: 'STORE',
    entity: entityKey(`harbor:volume/${id}`),
    environment: null,
    at: range(file),
  });
  const reference: Relation = {
    ...relation('backs-up', 'backup:dump.sh', 'x', 'dump.sh'),
    to: variableKey('STORE'),
  };
  it('resolve to what the variable holds', () => {
    const graph = linkFacts(
      [volume('1', 'a'), dump('dump.sh'), binding('1', 'a'), reference],
      knowledge,
    );
    const [backup] = graph.all('Backup');
    expect(backup && graph.from(backup, 'backs-up', 'DataStore').map((store) => store.key)).toEqual(
      ['harbor:volume/1'],
    );
    expect(backup && graph.edges(backup, 'backs-up')[0]?.confidence).toBe('high');
  });
  it('become less sure when environments differ', () => {
    const facts = [
      volume('1', 'a'),
      volume('2', 'b'),
      dump('dump.sh'),
      binding('1', 'a'),
      binding('2', 'b'),
      reference,
    ];
    const graph = linkFacts(facts, knowledge);
    const [backup] = graph.all('Backup');
    expect(backup && graph.edges(backup, 'backs-up').map((edge) => edge.confidence)).toEqual([
      'medium',
      'medium',
    ]);
  });
  it('imply a store when no file sets the variable', () => {
    const graph = linkFacts([dump('dump.sh'), reference], knowledge);
    expect(graph.all('DataStore').map((store) => store.name)).toEqual(['the database in $STORE']);
  });
});

describe('stake', () => {
  it('is low with nothing in reach and one step below the worst path otherwise', () => {
    const alone = linkFacts([agent('runs')], knowledge);
    expect(alone.all('Agent').map((subject) => alone.stake(subject))).toEqual(['low']);
    const reaching = linkFacts([...story, agent('runs')], knowledge);
    expect(reaching.all('Agent').map((subject) => reaching.stake(subject))).toEqual(['high']);
  });
});

describe('agents of a pipeline', () => {
  const pipelineAgent: Agent = { ...agent('runs'), runsIn: 'pipeline' };
  const local = { ...token('.env'), tracked: false };
  it('do not read what a fresh checkout lacks, and leave the operator in place', () => {
    const facts = [
      environment('production'),
      volume('1', '.env.production'),
      uses('production', '1'),
    ];
    const graph = linkFacts([...facts, local, pipelineAgent], knowledge);
    const kinds = graph.actors().map((actor) => actor.kind);
    expect(kinds.sort()).toEqual(['Agent', 'Operator']);
    expect(graph.reads(pipelineAgent, local)).toBeUndefined();
    const tracked = linkFacts([...facts, { ...local, tracked: true }, pipelineAgent], knowledge);
    expect(tracked.reads(pipelineAgent, local)).toBeDefined();
  });
  it('hold what is injected, which nobody else can read', () => {
    const injected = { ...token('.github/workflows/fix.yml'), form: 'injected' as const };
    const graph = linkFacts([injected, agent('runs')], knowledge);
    expect(graph.actors().flatMap((actor) => graph.blastRadius(actor))).toEqual([]);
    const held = relation('holds', 'agent:pilot', injected.key, '.github/workflows/fix.yml');
    const holding = linkFacts([injected, pipelineAgent, held], knowledge);
    expect(holding.actors().flatMap((actor) => holding.blastRadius(actor))).toHaveLength(1);
  });
});
