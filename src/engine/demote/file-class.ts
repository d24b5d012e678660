import type { Config, FileClass } from '../../config/config.ts';
import { createGlobIndex } from '../../discover/glob-set.ts';
import { baseName, folderOf } from '../../model/source.ts';

/** Strongest first: a fixture of vendored code is vendored, an example in a test folder is a test. */
const FOLDERS: readonly (readonly [FileClass, RegExp])[] = [
  ['vendored', /^(?:vendor|vendored|vendors|third[_-]?party|node_modules|bower_components|pods)$/],
  [
    'fixture',
    /^(?:fixtures?|__fixtures__|test[-_]?fixtures?|test[-_]?data|test[-_]?cases|mocks?|__mocks__|__snapshots__|cassettes|golden)$/,
  ],
  ['test', /^(?:tests?|__tests__|specs?|e2e|(?:integration|unit|acceptance)[-_]?tests?|cypress)$/],
  [
    'template',
    /^(?:templates?|[\w-]+-templates?|scaffold(?:s|ing)?|boilerplates?|skeletons?|cookiecutters?)$|\{\{/,
  ],
  ['example', /^_?(?:examples?|samples?|demos?|tutorials?|quickstarts?)$/],
  ['docs', /^(?:docs?|documentation|issue_template|pull_request_template)$/],
];

/** A `test` or `demo` right below one of these is an environment of that name. */
const ENVIRONMENT_PARENTS =
  /^(?:env|envs|environments?|overlays?|stages?|inventor(?:y|ies)|clusters?|tenants|accounts|deployments?|workspaces)$/;
/** In folders of infrastructure code `templates` holds what is deployed: Helm, Ansible, CloudFormation. Matches a word of a folder's name. */
const INFRASTRUCTURE =
  /(?:^|[-_.])(?:helm|charts?|ansible|roles|k8s|kubernetes|kube|terraform|cloudformation|cfn|infra|infrastructure|deploy|deployments?|ops|argocd|openshift|nomad)(?:$|[-_.])/;
/** Folders of agents; what lies in them configures the agent, whatever it is called. */
const AGENT_FOLDERS =
  /^\.(?:claude|cursor|codex|gemini|windsurf|kiro|roo|clinerules|cline|continue|opencode|junie|amazonq|augment|agents)$/;

const CODE = String.raw`\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|php|cs|swift|exs?|sh|bats)$`;
const TEST_NAMES = new RegExp(
  String.raw`(?:[._-](?:test|tests|spec|e2e)${CODE}|^test_[^/]*\.py$|^conftest\.py$|[a-z\d](?:Test|Tests|Spec)\.(?:java|kt|cs|php|swift|scala)$|\.bats$)`,
);
const TEST_WORDS = /^(?:test(?:s|ing)?|dummy|fake|snakeoil|selfsigned)$/;
const KEY_WORDS =
  /^(?:keys?|cert|certificate|rsa|dsa|ecdsa|ed25519|pem|crt|cer|p12|pfx|jks|der|keystore)$/;
const EXAMPLE_NAMES =
  /[._-](?:example|sample)s?(?:\.[a-z\d]+)?$|^(?:example|sample)s?[._-]|\.dist(?:\.(?:ya?ml|xml|json|env|ini))?$/;
const TEMPLATE_NAMES = /\.(?:template|tmpl|tpl)(?:\.[a-z\d]+)?$|[._-]template\.[a-z\d]+$/;
const PROSE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc)$/;
/** Prose that agents take as instructions. */
const AGENT_PROSE =
  /^(?:claude|agents?|gemini|skill|copilot-instructions|warp|crush|conventions)(?:\.local|\.override)?\.md$|\.(?:instructions|prompt|chatmode|agent)\.md$/;

/** What of a tree is called a template and deployed as it stands. */
interface Deployed {
  /** Folders of Helm charts. */
  readonly charts: ReadonlySet<string>;
  /** Templates of stacks, and the folders that hold nothing else. */
  readonly stacks: ReadonlySet<string>;
}

/** Says what a file is for, by its path. */
export function fileClass(file: string): FileClass {
  return classOf(file, { charts: new Set(), stacks: new Set() });
}

/**
 * Makes {@link fileClass} for one tree: it knows the tree's Helm charts by their `Chart.yaml`, whose `templates` are what gets deployed, the
 * files that a collector read as templates of stacks, and the project's own rules.
 */
export function createFileClasses(
  files: Iterable<string>,
  rules: Config['pathClasses'],
  stacks: ReadonlySet<string> = new Set(),
): (file: string) => FileClass {
  const charts = new Set<string>();
  const filled = new Set([...stacks].map(folderOf));
  for (const file of files) {
    if (/^Chart\.ya?ml$/.test(baseName(file))) charts.add(folderOf(file));
    // A folder of scaffolds holds more than stacks.
    if (!stacks.has(file) && !PROSE.test(file.toLowerCase())) filled.delete(folderOf(file));
  }
  const deployed = { charts, stacks: new Set([...stacks, ...filled]) };
  const index = createGlobIndex(rules.map((rule) => rule.match));
  const known = new Map<string, FileClass>();
  const judge = (file: string): FileClass => {
    const [first] = index(file);
    return (first === undefined ? undefined : rules[first]?.class) ?? classOf(file, deployed);
  };
  // Asked once per fact, and a file holds many.
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const answer = judge(file);
    known.set(file, answer);
    return answer;
  };
}

function classOf(file: string, deployed: Deployed): FileClass {
  const seen = new Set<FileClass>();
  const segments = file.split('/');
  const name = segments.pop() ?? '';
  const lower = segments.map((segment) => segment.toLowerCase());
  const agent = lower.findIndex((segment) => AGENT_FOLDERS.test(segment));
  const isAgentFile = agent >= 0;

  for (const [position, segment] of lower.entries()) {
    const found = folderClass(segment);
    if (found === undefined) continue;
    // A folder `tests` or `docs` of an agent holds commands about tests and docs.
    if (isAgentFile && position > agent && (found === 'test' || found === 'docs')) continue;
    if (isEnvironment(lower, position)) continue;
    if (found === 'template' && isDeployed(segments.slice(0, position + 1), deployed)) continue;
    seen.add(found);
  }
  const own = nameClass(name, isAgentFile);
  const isStack = deployed.stacks.has(file) || isDeployed(segments, deployed);
  if (own !== undefined && !(own === 'template' && isStack)) seen.add(own);
  return FOLDERS.find(([candidate]) => seen.has(candidate))?.[0] ?? 'source';
}

function folderClass(segment: string): FileClass | undefined {
  return FOLDERS.find(([, pattern]) => pattern.test(segment))?.[0];
}

/** Keys and certificates made for tests, which are committed on purpose: `testing-host-key`, `dummy_rsa`, `snakeoil.key`. */
function isTestKey(lower: string): boolean {
  const words = lower.split(/[-_.]/);
  return KEY_WORDS.test(words.at(-1) ?? '') && words.some((word) => TEST_WORDS.test(word));
}

function nameClass(name: string, isAgentFile: boolean): FileClass | undefined {
  const lower = name.toLowerCase();
  if (/\.min\.(?:js|css|mjs)$/.test(lower)) return 'vendored';
  if (TEST_NAMES.test(name) || isTestKey(lower)) return 'test';
  if (EXAMPLE_NAMES.test(lower)) return 'example';
  if (PROSE.test(lower)) return isAgentFile || AGENT_PROSE.test(lower) ? undefined : 'docs';
  return TEMPLATE_NAMES.test(lower) ? 'template' : undefined;
}

function isEnvironment(lower: readonly string[], position: number): boolean {
  return (
    /^(?:test|demo|e2e|sample)$/.test(lower[position] ?? '') &&
    ENVIRONMENT_PARENTS.test(lower[position - 1] ?? '')
  );
}

/** True inside a Helm chart, in a folder that holds stacks alone, and where a folder of the path has a name of infrastructure code. */
function isDeployed(folders: readonly string[], { charts, stacks }: Deployed): boolean {
  if (stacks.has(folders.join('/'))) return true;
  if (folders.some((folder) => INFRASTRUCTURE.test(folder.toLowerCase()))) return true;
  return folders.some((_, depth) => charts.has(folders.slice(0, depth).join('/')));
}
