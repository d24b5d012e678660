import { at, type DataDocument, type DataNode, items } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { hostPattern } from '../../recognize/agent/cli-tokens.ts';
import { write } from './entities.ts';

const sandboxPage = 'https://cursor.com/docs/reference/sandbox';
/** What `type` can be. */
export const sandboxTypes = ['workspace_readwrite', 'workspace_readonly', 'insecure_none'] as const;
/** Paths whose opening gives the machine away. */
const credentialFolder =
  /^(?:~|\$HOME)\/\.(?:aws|ssh|kube|azure|gnupg|docker|railway|config\/gcloud)\b/;
const wideOpen = /^(?:~|\/|\$HOME|\$\{userHome\})\/?$|docker\.sock$|podman\.sock$/;

/** Whether a path that the sandbox is opened to gives away the machine or its credentials. */
export function isOpenPath(path: string): boolean {
  return wideOpen.test(path) || credentialFolder.test(path);
}

/**
 * Where the built-in allowlist is broad, as far as the vendor's page names it; `networkPolicyStrict` switches the list off.
 * @see https://cursor.com/docs/reference/sandbox (read 2026-11-21)
 */
const builtInHosts = [
  'github.com',
  '*.github.com',
  '*.googleapis.com',
  '*.azure.com',
  '*.windows.net',
];

/** What `.cursor/sandbox.json` says about the sandbox and the network; `at` is where the file could have said it. */
export function sandboxOf(
  document: DataDocument | undefined,
  place: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  const root = document?.roots[0];
  const type = at(root, 'type');
  const sandbox = typeOf(type, place, at(root, 'additionalReadwritePaths'));
  if (type?.type === 'scalar' && type.text === 'insecure_none') {
    return { sandbox, network: written('open', type.at) };
  }
  return { sandbox, network: networkOf(root, place) };
}

function typeOf(
  type: DataNode | undefined,
  place: SourceRange,
  extra: DataNode | undefined,
): Agent['sandbox'] {
  const hole = items(extra).find((item) => item.type === 'scalar' && wideOpen.test(item.text));
  if (type === undefined) {
    return hole === undefined ? byDefault('on', place, sandboxPage) : written('escapable', hole.at);
  }
  if (type.type !== 'scalar') return unknown('interpolated', type.at);
  if (type.text === 'insecure_none') return written('off', type.at);
  if (!sandboxTypes.some((known) => known === type.text)) return unknown('unparsed', type.at);
  return hole === undefined ? written('on', type.at) : written('escapable', hole.at);
}

function networkOf(root: DataNode | undefined, place: SourceRange): Agent['network'] {
  const policy = at(root, 'networkPolicy');
  const fallback = at(policy, 'default');
  const allow = at(policy, 'allow');
  if (fallback?.type === 'scalar' && fallback.text === 'allow') return written('open', fallback.at);
  const everything = items(allow).find((item) => item.type === 'scalar' && item.text === '*');
  if (everything !== undefined) return written('open', everything.at);
  const strict = at(root, 'networkPolicyStrict');
  const isStrict = strict?.type === 'scalar' && strict.value === true;
  if (isStrict && items(allow).length === 0) return written('closed', strict.at);
  const said = allow ?? fallback ?? policy;
  if (said === undefined)
    return byDefault<'open' | 'allowlist' | 'closed'>('allowlist', place, sandboxPage);
  return written('allowlist', said.at);
}

/** Hosts of the policy as rules, the built-in ones where they apply, and a type that does not exist. */
export function sandboxFacts(
  document: DataDocument | undefined,
  agent: EntityKey,
  network: Value<unknown>,
): readonly Fact[] {
  const root = document?.roots[0];
  const facts: Fact[] = [];
  for (const effect of ['deny', 'allow'] as const) {
    for (const [order, item] of items(at(root, 'networkPolicy', effect)).entries()) {
      if (item.type !== 'scalar' || item.text === '*') continue;
      const pattern = hostPattern(item.text);
      const name = `networkPolicy.${effect}: ${item.text}`;
      facts.push(write.rule({ agent, effect, tool: 'network', pattern, order, at: item.at, name }));
    }
  }
  const strict = at(root, 'networkPolicyStrict');
  const isStrict = strict?.type === 'scalar' && strict.value === true;
  if (!isStrict && 'value' in network && network.value === 'allowlist') {
    facts.push(...builtIn(agent, network.at));
  }
  facts.push(...holes(root, agent));
  const type = at(root, 'type');
  if (type?.type === 'scalar' && !sandboxTypes.some((known) => known === type.text)) {
    facts.push(
      write.inert(agent, `type ${type.text.slice(0, 40)}`, type.at, {
        because: `Cursor knows no sandbox type "${type.text.slice(0, 40)}"`,
        remedy: `Use one of ${sandboxTypes.join(', ')}.`,
        looksProtective: !/none|off|disable|insecure/i.test(type.text),
      }),
    );
  }
  return facts;
}

/** What the file opens while the sandbox itself stays on. */
function holes(root: DataNode | undefined, agent: EntityKey): readonly Fact[] {
  const found: Fact[] = [];
  const type = at(root, 'type');
  if (type?.type === 'scalar' && type.text === 'insecure_none') return found;
  for (const key of [
    'additionalReadwritePaths',
    'additionalReadonlyPaths',
    'additionalReadPaths',
  ]) {
    for (const item of items(at(root, key))) {
      if (item.type !== 'scalar') continue;
      const isWide = wideOpen.test(item.text) && key === 'additionalReadwritePaths';
      if (!isWide && !credentialFolder.test(item.text)) continue;
      found.push(
        write.weakness(agent, `${key} ${item.text}`, item.at, {
          control: isWide ? 'sandbox' : 'secrets',
          because: isWide
            ? `commands in the sandbox may write to ${item.text}`
            : `commands in the sandbox may read ${item.text}`,
          remedy: `Take ${item.text} off ${key}.`,
        }),
      );
    }
  }
  const fallback = at(root, 'networkPolicy', 'default');
  const everything = items(at(root, 'networkPolicy', 'allow')).find(
    (item) => item.type === 'scalar' && item.text === '*',
  );
  const open = fallback?.type === 'scalar' && fallback.text === 'allow' ? fallback : everything;
  if (open !== undefined) {
    found.push(
      write.weakness(agent, 'networkPolicy', open.at, {
        control: 'network',
        because: 'commands in the sandbox reach any host, the APIs of your providers included',
        remedy:
          'Set networkPolicy.default to "deny" and list the hosts that builds and tests need.',
      }),
    );
  }
  return found;
}

function builtIn(agent: EntityKey, place: SourceRange): readonly Fact[] {
  return builtInHosts.map((host, index) =>
    write.rule({
      agent,
      effect: 'allow',
      tool: 'network',
      pattern: hostPattern(host),
      order: 100_000 + index,
      at: place,
      name: `built-in allowlist: ${host}`,
      implied: true,
    }),
  );
}
