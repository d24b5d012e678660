import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKnowledge } from '../src/engine/knowledge.ts';
import { packs } from '../src/registry.generated.ts';
import { type CredentialTree, type Planted, writeCredentialTree } from './bench-credential-tree.ts';
import { countedBy, covers, type Place, type Sightings } from './bench-places.ts';
import { providerGroup } from './bench-provider-groups.ts';
import { scanners } from './bench-scanners.ts';

/** The part of a fact, as `facts --format json` prints it, that is judged here. */
interface SeenFact {
  readonly kind: string;
  readonly key: string;
  readonly form?: string;
  readonly provider: string | null;
  readonly product: string;
  readonly confidence: string;
  readonly collector: string;
  readonly scope: { readonly state: string; readonly value?: string };
  readonly at: Place;
}

interface Finding {
  readonly check: string;
  readonly severity: string;
}

interface Judged {
  readonly planted: Planted;
  readonly facts: readonly SeenFact[];
  readonly isNamed: boolean;
  readonly reaches: boolean;
}

/**
 * Plants one credential of every catalogued kind among look-alikes in a temporary folder, asks the built program what it sees, and prints how much
 * of that is right; other scanners read the same tree where they can be had. What is right stands in the packs: this measures how surely their
 * knowledge arrives, not whether they are true to the vendors.
 */
export function benchCredentials(root: string, seed: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'riskscan-bench-'));
  try {
    const knowledge = createKnowledge(packs, new Uint8Array([1]));
    const place = join(folder, 'tree');
    const scratch = join(folder, 'scratch');
    mkdirSync(place);
    mkdirSync(scratch);
    const tree = writeCredentialTree(
      place,
      packs,
      seed,
      (value) => knowledge.credentialByValue(value) !== undefined,
    );
    const lookAlikes = `${tree.decoys.length} look-alikes`;
    console.log(`${tree.planted.length} credentials among ${lookAlikes}, seed ${seed}\n`);
    for (const id of tree.unmade) console.log(`no value could be made for ${id}`);
    const facts = seenFacts(root, place);
    reportFacts(tree, facts);
    const own = {
      'riskscan, facts': facts.map(({ at }) => at),
      'riskscan, findings': findingPlaces(root, place),
    };
    reportScanners(tree, place, scratch, own);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seenFacts(root: string, tree: string): readonly SeenFact[] {
  const report = riskscan<{ facts: readonly SeenFact[] }>(root, ['facts', tree]);
  const literal = report.facts.filter(
    ({ kind, form }) => kind === 'Credential' && form === 'literal',
  );
  // Collectors that see the same thing give it the same key.
  return [...new Map(literal.map((fact) => [fact.key, fact])).values()];
}

/** Every place that a finding of the scan names. */
function findingPlaces(root: string, tree: string): readonly Place[] {
  const all = ['--min-severity', 'low', '--min-confidence', 'low', '--fail-on', 'never'];
  const { findings } = riskscan<{ findings: readonly Finding[] }>(root, [tree, ...all]);
  return findings.flatMap((finding) => placesIn(finding));
}

function placesIn(value: unknown): readonly Place[] {
  if (Array.isArray(value)) return value.flatMap(placesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(placesIn);
  return 'file' in value && 'line' in value ? [value as Place, ...inside] : inside; // a location of the report
}

function riskscan<T>(root: string, args: readonly string[]): T {
  const program = join(root, 'dist/cli.js');
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (stdout === '') throw new Error(`riskscan ${args.join(' ')} said nothing: ${stderr}`);
  return JSON.parse(stdout) as T; // the documented report
}

function reportFacts(tree: CredentialTree, facts: readonly SeenFact[]): void {
  const judged = tree.planted.map((planted) => judge(planted, facts));
  const stray = facts.filter((fact) => !tree.planted.some((planted) => covers(planted, fact.at)));
  printGroups(judged, facts, stray);
  const problems = [
    ...judged.filter(({ isNamed, reaches }) => !isNamed || !reaches).map(describe),
    ...stray.map((fact) => {
      const decoy = tree.decoys.find((place) => covers(place, fact.at));
      return `look-alike (${decoy?.what ?? 'other line'})  ${kindOf(fact)} ${fact.confidence}, by ${fact.collector}: ${fact.at.file}:${fact.at.line}`;
    }),
  ];
  console.log(problems.length === 0 ? '\nnothing missed or misnamed' : '');
  for (const line of problems) console.log(line);
}

function judge(planted: Planted, facts: readonly SeenFact[]): Judged {
  const here = facts.filter((fact) => covers(planted, fact.at));
  const right = here.filter((fact) => isRight(planted, fact));
  const reaches = right.some(({ scope }) => (scope.value ?? null) === planted.scope);
  return { planted, facts: here, isNamed: right.length > 0, reaches };
}

function isRight(planted: Planted, fact: SeenFact): boolean {
  return fact.provider === planted.provider && fact.product === planted.kind;
}

function describe({ planted, facts, isNamed }: Judged): string {
  const { provider, kind, notation, name, file, line, scope } = planted;
  const where = `${provider}/${kind} as ${name ?? 'a bare value'} in ${notation}, ${file}:${line}`;
  if (facts.length === 0) return `missed     ${where}`;
  if (!isNamed) return `misnamed   ${where}: said to be ${facts.map(kindOf).join(', ')}`;
  const said = facts.map((fact) => fact.scope.value ?? 'unknown').join(', ');
  return `reach      ${where}: ${said} instead of ${scope ?? 'unknown'}`;
}

function kindOf({ provider, product }: SeenFact): string {
  return `${provider ?? 'no vendor'}/${product}`;
}

function printGroups(
  judged: readonly Judged[],
  facts: readonly SeenFact[],
  stray: readonly SeenFact[],
): void {
  const groups = [...new Set(judged.map(({ planted }) => providerGroup(planted.provider)))].sort();
  const heads = ['planted', 'found', 'kind', 'reach', 'facts', 'on planted', 'right kind'];
  console.log(
    `${'recall and precision'.padEnd(22)}${heads.map((head) => head.padStart(11)).join('')}`,
  );
  for (const group of [...groups, 'no vendor', 'all']) {
    const isIn = (provider: string | null): boolean =>
      group === 'all' || providerGroup(provider) === group;
    const planted = judged.filter((each) => isIn(each.planted.provider));
    const said = facts.filter((fact) => isIn(fact.provider));
    const wrong = stray.filter((fact) => isIn(fact.provider)).length;
    const right = said.filter((fact) =>
      judged.some((each) => covers(each.planted, fact.at) && isRight(each.planted, fact)),
    );
    const count = planted.length;
    const cells = [
      String(count),
      share(planted.filter((each) => each.facts.length > 0).length, count),
      share(planted.filter((each) => each.isNamed).length, count),
      share(planted.filter((each) => each.reaches).length, count),
      String(said.length),
      share(said.length - wrong, said.length),
      share(right.length, said.length),
    ];
    console.log(`${group.padEnd(22)}${cells.map((cell) => cell.padStart(11)).join('')}`);
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`;
}

function reportScanners(
  tree: CredentialTree,
  place: string,
  scratch: string,
  own: Readonly<Record<string, readonly Place[]>>,
): void {
  const print = (name: string, seen: Sightings): void =>
    console.log(
      `${name.padEnd(22)}${String(seen.planted).padStart(11)}${String(seen.decoys).padStart(11)}${String(seen.elsewhere).padStart(11)}`,
    );
  console.log(
    `\n${'places named'.padEnd(22)}${'planted'.padStart(11)}${'look-alike'.padStart(11)}${'elsewhere'.padStart(11)}`,
  );
  for (const [name, places] of Object.entries(own)) print(name, countedBy(tree, places));
  for (const { name, run } of scanners) {
    const answer = run(place, scratch);
    if (answer.state === 'missing') console.log(`${name.padEnd(22)}not run: ${answer.why}`);
    else print(name, countedBy(tree, answer.reports));
  }
}
