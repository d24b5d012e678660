import { at, type DataEntry, type DataNode, type Document, entries } from '../../model/document.ts';
import type { DataStore, EntityKey, Environment, Fact, InfraStack } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type FilePath, folderOf, type SourceRange } from '../../model/source.ts';
import { written } from '../../model/value.ts';
import { storeKey } from '../../recognize/credential/hosted-store.ts';
import {
  domainFact,
  edge,
  environmentFact,
  keyIn,
  type Origin,
  storeFact,
} from '../../recognize/platform/platform-facts.ts';
import { tierOf } from '../../recognize/tier.ts';

/** Environments, and resources of one project, that are looked at. */
const most = 100;

/** What each environment of one project has. */
export const collect: Collect = ({ documents }) => {
  const team = documents.find(({ file }) => baseName(file) === 'team-provider-info.json');
  const root = rootOf(team);
  if (team === undefined || root === undefined) return [];
  const backend = documents.find(({ file }) => baseName(file) === 'backend-config.json');
  const schemas = documents.filter(({ shape }) => shape === 'text');
  const project: Project = {
    origin: { collector: 'amplify-project', provider: 'aws', file: team.file },
    folder: folderOf(folderOf(team.file)),
    resources: resourcesIn(rootOf(backend), schemas),
  };
  return entries(root)
    .slice(0, most)
    .flatMap((entry) => environmentFacts(entry, project));
};

interface Project {
  readonly origin: Origin;
  /** That the command line is run in. */
  readonly folder: string;
  readonly resources: readonly Declared[];
}

/** A resource that every environment has one of. */
interface Declared {
  readonly category: string;
  readonly name: string;
  readonly at: SourceRange;
  readonly traits: Pick<DataStore, 'product' | 'holds'>;
  readonly title: string;
}

function rootOf(document: Document | undefined): DataNode | undefined {
  return document?.shape === 'data' ? document.roots[0] : undefined;
}

const table = { product: 'dynamodb-table', holds: 'database' } as const;
const bucket = { product: 's3-bucket', holds: 'bucket' } as const;
const users = { product: 'cognito-user-pool', holds: 'database' } as const;

/** What Amplify makes and removes itself; what was imported belongs to somebody else. */
function resourcesIn(
  backend: DataNode | undefined,
  schemas: readonly Document[],
): readonly Declared[] {
  const services: Readonly<Record<string, readonly [traits: Declared['traits'], title: string]>> = {
    'storage/S3': [bucket, 'bucket'],
    'storage/DynamoDB': [table, 'table'],
    'auth/Cognito': [users, 'users of'],
    'api/AppSync': [table, 'tables of API'],
  };
  return ['storage', 'auth', 'api'].flatMap((category) =>
    entries(at(backend, category))
      .slice(0, most)
      .flatMap(({ key, keyAt, value }): readonly Declared[] => {
        const known = services[`${category}/${textAt(value, 'service') ?? ''}`];
        if (known === undefined || textAt(value, 'serviceType') === 'imported') return [];
        if (category === 'api' && !schemas.some(({ file }) => isOfApi(file, key))) return [];
        return [{ category, name: key, at: keyAt, traits: known[0], title: known[1] }];
      }),
  );
}

/** Only types with a model have a table, and only such schemas are read. */
function isOfApi(file: FilePath, api: string): boolean {
  return file.includes(`/api/${api}/`);
}

function environmentFacts(entry: DataEntry, { origin, folder, resources }: Project): Fact[] {
  const { key: name, keyAt, value } = entry;
  const cloud = at(value, 'awscloudformation');
  if (cloud?.type !== 'map') return [];
  const environment = environmentFact(origin, tierOf(name) ?? 'unknown', {
    id: `environment/${name}`,
    name: `Amplify environment ${name}`,
    at: keyAt,
  });
  const stack: InfraStack = {
    kind: 'InfraStack',
    key: keyIn(origin, `stack/${name}`),
    aliases: [],
    name: `environment ${name} of Amplify`,
    at: keyAt,
    collector: origin.collector,
    implied: false,
    confidence: 'high',
    tool: 'amplify',
    folder,
    state: written('remote', cloud.at),
  };
  const stores = resources.map(({ category, name: own, at: place, title, traits }) =>
    storeFact(
      origin,
      {
        id: `${category}/${own}@${name}`,
        name: `${title} ${own} (Amplify environment ${name})`,
        at: place,
      },
      traits,
    ),
  );
  const because = `Amplify makes it in ${name}`;
  return [
    environment,
    stack,
    edge('in', stack, environment, `${origin.file} describes ${name}`, keyAt),
    ...accountFacts(cloud, stack, origin),
    ...stores.flatMap((store) => [store, edge('placed-in', store, stack, because, store.at)]),
    ...importedFacts(at(value, 'categories'), environment, origin),
  ];
}

/** The account, by any of the names that Amazon gave to what is in it. */
function accountFacts(cloud: DataNode, stack: InfraStack, origin: Origin): readonly Fact[] {
  for (const key of ['StackId', 'AuthRoleArn', 'UnauthRoleArn']) {
    const node = at(cloud, key);
    const account = /^arn:aws[a-z-]*:\w+:[a-z0-9-]*:(\d{12}):/.exec(textOf(node) ?? '')?.[1];
    if (account === undefined || node === undefined) continue;
    const domain = domainFact(origin, 'account', {
      key: entityKey(`aws:account/${account}`),
      name: `AWS account ${account}`,
      at: node.at,
    });
    return [domain, edge('placed-in', stack, domain, `${key} is of account ${account}`, node.at)];
  }
  return [];
}

/** Things of others that an environment was given, by what names them. */
function importedFacts(
  categories: DataNode | undefined,
  environment: Environment,
  origin: Origin,
): readonly Fact[] {
  return ['auth', 'storage'].flatMap((category) =>
    entries(at(categories, category))
      .slice(0, most)
      .flatMap(({ key, value }): readonly Fact[] => {
        const found = importedStore(value);
        if (found === null) return [];
        const { node, name, ...traits } = found;
        const store = storeFact(origin, { id: '', name, at: node.at }, traits);
        const because = `${environment.name} was given it as ${key}`;
        return [store, edge('connects-to', environment, store, because, node.at)];
      }),
  );
}

interface Imported extends Pick<DataStore, 'product' | 'holds'> {
  readonly node: DataNode;
  readonly name: string;
  readonly key: EntityKey;
}

function importedStore(value: DataNode): Imported | null {
  const pool = at(value, 'userPoolId');
  const poolId = textOf(pool);
  if (pool !== undefined && poolId !== null)
    return {
      ...users,
      node: pool,
      name: `user pool ${poolId}`,
      key: storeKey('aws', users.product, poolId),
    };
  const named = at(value, 'bucketName');
  const bucketName = textOf(named);
  if (named !== undefined && bucketName !== null)
    return {
      ...bucket,
      node: named,
      name: `bucket ${bucketName}`,
      key: entityKey(`arn:aws:s3:::${bucketName}`),
    };
  const arn = at(value, 'arn');
  const name = /^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/([\w.-]+)$/.exec(
    textOf(arn) ?? '',
  );
  if (arn === undefined || name === null) return null;
  return { ...table, node: arn, name: `table ${name[1]}`, key: entityKey(name[0]) };
}

function textAt(node: DataNode | undefined, key: string): string | null {
  return textOf(at(node, key));
}

function textOf(node: DataNode | undefined): string | null {
  return node?.type === 'scalar' && typeof node.value === 'string' && node.text !== ''
    ? node.text
    : null;
}
