import { createGlobTest } from '../discover/glob-set.ts';
import { linkFacts } from '../graph/graph.ts';
import { prepareRegex } from '../graph/pattern-regex.ts';
import { readOnlyServer } from '../harden/mcp-read-only.ts';
import { requestFor } from '../harden/requests.ts';
import type { Agent } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { RiskGraph } from '../model/graph.ts';
import { type FilePath, filePath, isHome } from '../model/source.ts';
import { known } from '../model/value.ts';
import { agentCollectors, checks } from '../registry.generated.ts';
import { collectors, type Gathered, gather } from './gather.ts';
import type { ScanOptions } from './options.ts';
import { judge } from './scan.ts';

/** One file of the tree as it is and as it should be. */
export interface FileChange {
  readonly file: FilePath;
  /** `null` for a new file. */
  readonly before: string | null;
  readonly after: string;
}

/** What narrowing every agent's settings comes to. */
export interface HardenResult {
  /** Real path of the folder that the files are relative to. */
  readonly root: string;
  /** In the order of their paths; empty when nothing is left to narrow. */
  readonly changes: readonly FileChange[];
  /** Agents that no file of a repository can narrow. */
  readonly beyondReach: readonly string[];
  /** What the checks of agents say before and after. */
  readonly findings: { readonly before: readonly Finding[]; readonly after: readonly Finding[] };
}

/** Written files that an agent's own schema refuses: a defect of ours, and nothing is written then. */
export class InvalidSettingsError extends Error {
  override readonly name = 'InvalidSettingsError';
}

/**
 * Works out the narrowest settings for the agents of a tree and proves them by a second look at the tree with those settings in place. Writes nothing.
 * @throws InvalidSettingsError when a result breaks the agent's published schema.
 */
export async function harden(
  options: ScanOptions,
  wanted: readonly string[] = [],
): Promise<HardenResult> {
  const first = await look(options);
  const overlay = new Map<FilePath, string>();
  const beyondReach = new Set<string>();
  let current = first;
  // A broad rule hides narrower loose ones: they show once it is gone.
  for (let round = 0; round < maxRounds; round += 1) {
    const changed = await narrowAll(current, wanted, beyondReach);
    if (changed.size === 0) break;
    for (const [file, text] of changed) overlay.set(file, text);
    current = await look({ ...options, overlay });
  }
  const changes = [...overlay]
    .map(([file, after]) => ({ file, before: first.gathered.readText(file), after }))
    .filter(({ before, after }) => before !== after)
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  return {
    root: first.gathered.root,
    changes,
    beyondReach: [...beyondReach],
    findings: { before: first.findings, after: current.findings },
  };
}

const maxRounds = 4;

/** What one round changes, the new texts by file. */
async function narrowAll(
  seen: Look,
  wanted: readonly string[],
  beyondReach: Set<string>,
): Promise<ReadonlyMap<FilePath, string>> {
  const texts = new Map<FilePath, string>();
  for (const agent of seen.graph.all('Agent')) {
    // Agents of the pipeline are narrowed in the pipeline.
    if (agent.runsIn === 'pipeline') continue;
    if (wanted.length > 0 && !wanted.includes(agent.collector)) continue;
    const narrowed = await narrow(agent, seen, texts);
    if (!narrowed) beyondReach.add(agent.name);
  }
  serversReadOnly(seen, texts, wanted);
  for (const [file, text] of texts) {
    if (text === seen.gathered.readText(file)) texts.delete(file);
  }
  return texts;
}

interface Look {
  readonly gathered: Gathered;
  readonly graph: RiskGraph;
  readonly findings: readonly Finding[];
}

async function look(options: ScanOptions): Promise<Look> {
  const gathered = await gather(options, collectors);
  await prepareRegex(gathered.facts);
  const graph = linkFacts(gathered.facts, gathered.knowledge);
  const agents = checks.filter(({ area }) => area !== 'environments' && area !== 'backups');
  return { gathered, graph, findings: judge(gathered, agents, options).findings };
}

/** Adds the agent's changed files; false when nothing in a repository can narrow it. */
async function narrow(
  agent: Agent,
  { gathered, graph }: Look,
  changed: Map<FilePath, string>,
): Promise<boolean> {
  const collector = agentCollectors.find((candidate) => candidate.id === agent.collector);
  const { hardening } = collector ?? {};
  if (hardening === undefined || isHome(agent.at.file)) return false;
  if (hardening.products?.includes(agent.product) === false) return false;
  const pathOf = (file: string): FilePath =>
    filePath(agent.folder === '' ? file : `${agent.folder}/${file}`);
  const texts = new Map<string, string>();
  for (const file of filesOf(hardening.files, agent.folder, gathered)) {
    const text = changed.get(pathOf(file)) ?? gathered.readText(pathOf(file));
    if (text !== null) texts.set(file, text);
  }
  const { harden: narrower, schemas } = await hardening.load();
  for (const { file, text } of narrower(requestFor(graph, agent, texts))) {
    const [, schema] = Object.entries(schemas).find(([glob]) => matches(file, glob)) ?? [];
    if (schema !== undefined) await mustHold(file, texts.get(file) ?? null, text, schema);
    changed.set(pathOf(file), text);
  }
  return true;
}

/** Globs stand for the files that the collectors read. */
function filesOf(files: readonly string[], folder: string, { texts }: Gathered): readonly string[] {
  const above = folder === '' ? '' : `${folder}/`;
  const inside = [...texts.keys()]
    .filter((file) => !isHome(file) && file.startsWith(above))
    .map((file) => file.slice(above.length));
  return files.flatMap((file) =>
    file.includes('*') ? inside.filter((name) => matches(name, file)) : [file],
  );
}

function matches(file: string, glob: string): boolean {
  return createGlobTest([glob])(file);
}

/** What held before must hold after; what the team wrote against the schema stays theirs. */
async function mustHold(
  file: string,
  before: string | null,
  after: string,
  schema: object,
): Promise<void> {
  const { firstSchemaError } = await import('../harden/schema-check.ts');
  const error = await firstSchemaError(file, after, schema);
  if (error === null) return;
  const wasWrong = before !== null && (await firstSchemaError(file, before, schema)) !== null;
  if (!wasWrong) throw new InvalidSettingsError(`${file}: ${error}`);
}

/** Switches servers to read-only where their vendor has a switch for it and the list is JSON. */
function serversReadOnly(
  { gathered, graph }: Look,
  changed: Map<FilePath, string>,
  wanted: readonly string[],
): void {
  for (const server of graph.all('McpServer')) {
    const { file } = server.at;
    if (known(server.readOnly) !== false || isHome(file) || !file.endsWith('.json')) continue;
    if (wanted.length > 0 && !wanted.includes(server.collector)) continue;
    const original = gathered.readText(file);
    if (original === null) continue;
    // A vendor's remote and local servers may share a title and have different switches.
    const specs = gathered.knowledge
      .provider(server.provider ?? '')
      ?.mcp.filter((candidate) => candidate.title === server.title);
    for (const spec of specs ?? []) {
      const edited = readOnlyServer(changed.get(file) ?? original, server, spec, original);
      if (edited === null) continue;
      changed.set(file, edited);
      break;
    }
  }
}
