import type { Weakness } from './fact.ts';
import type { Draft } from './finding.ts';
import type { RiskGraph } from './graph.ts';

/**
 * The draft for all weaknesses of one kind of control and one owner, at the first of them; `null` for the others, which it names. Severity is what
 * the missing control is worth there.
 */
export function weaknessDraft(weakness: Weakness, graph: RiskGraph): Draft | null {
  const alike = graph
    .all('Weakness')
    .filter((other) => other.owner === weakness.owner && other.control === weakness.control);
  const [first, ...others] = alike;
  if (first?.key !== weakness.key) return null;
  const owner = graph.entity(weakness.owner);
  const whose = owner?.kind === 'Agent' ? ` of agent "${owner.name}"` : '';
  return {
    at: weakness.at,
    label: 'the setting',
    what: `"${weakness.name}"${whose} means that ${weakness.because}.`,
    fix: [...new Set(alike.map((one) => one.remedy))].slice(0, 4).join(' '),
    confidence: weakness.confidence,
    severity: graph.stake(weakness),
    subjects: [owner ?? weakness, weakness],
    related: others.map((other) => ({
      ...other.at,
      label: `also ${other.name}: ${other.because}`,
    })),
  };
}
