import { at, type DataDocument, type DataNode, items } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { inertSetting, ruleFact } from './entities.ts';
import { hostPattern } from './rules.ts';

const sandboxPage = 'https://cursor.com/docs/reference/sandbox';
const types = ['workspace_readwrite', 'workspace_readonly', 'insecure_none'] as const;
/** Paths whose opening gives the machine away. */
const wideOpen = /^(?:~|\/|\$HOME|\$\{userHome\})\/?$|docker\.sock$|podman\.sock$/;

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
  if (!types.some((known) => known === type.text)) return unknown('unparsed', type.at);
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
      facts.push(ruleFact({ agent, effect, tool: 'network', pattern, order, at: item.at, name }));
    }
  }
  const strict = at(root, 'networkPolicyStrict');
  const isStrict = strict?.type === 'scalar' && strict.value === true;
  if (!isStrict && 'value' in network && network.value === 'allowlist') {
    facts.push(...builtIn(agent, network.at));
  }
  const type = at(root, 'type');
  if (type?.type === 'scalar' && !types.some((known) => known === type.text)) {
    facts.push(
      inertSetting(agent, `type ${type.text.slice(0, 40)}`, type.at, {
        because: `Cursor knows no sandbox type "${type.text.slice(0, 40)}"`,
        remedy: `Use one of ${types.join(', ')}.`,
        looksProtective: !/none|off|disable|insecure/i.test(type.text),
      }),
    );
  }
  return facts;
}

function builtIn(agent: EntityKey, place: SourceRange): readonly Fact[] {
  return builtInHosts.map((host, index) =>
    ruleFact({
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
