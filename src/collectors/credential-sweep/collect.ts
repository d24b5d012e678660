import type { Document } from '../../model/document.ts';
import type { Credential, EntityKey, Fact } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { credentialFact } from '../../recognize/credential/credential.ts';
import { isEnvTemplate, isTemplateFile } from '../../recognize/template-file.ts';
import { commentAbove } from './comment-above.ts';
import type { Sighting } from './sighting.ts';
import { sightings } from './sightings.ts';

/** Generated lists of other packages' secrets-like strings. */
const skippedFile =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|Cargo\.lock|poetry\.lock|uv\.lock|composer\.lock|Gemfile\.lock|go\.sum|\.gitleaks\.toml|gitleaks\.toml|\.secrets\.baseline|\.trufflehog[^/]*)$|\.(?:min\.js|map|svg)$/;

/** Longest text that is swept; what is beyond is not looked at. */
const longestText = 2_000_000;

/** A file with more is a dump or a test corpus; the first ones tell. */
const mostSightings = 200;

/** Credentials in text: `NAME=value` in any notation, tokens with a vendor prefix, headers sent to a provider, and references by name. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => sweep(document, knowledge));

function sweep(document: Document, knowledge: Knowledge): readonly Fact[] {
  const isTemplate = isTemplateFile(document.file);
  if (skippedFile.test(document.file) || (isTemplate && !isEnvTemplate(document.file))) return [];
  const text = document.text.slice(0, longestText);
  const found = new Map<string, Credential>();
  const taken: Sighting[] = [];
  for (const sighting of sightings({ file: document.file, text }, knowledge)) {
    // A value is reported once, by the most telling notation that shows it.
    if (taken.some((other) => overlaps(other, sighting))) continue;
    if (isTemplate && !isProven(sighting)) continue;
    const fact = credentialFact(
      {
        name: sighting.name,
        kind: sighting.kind,
        value: sighting.value,
        nameStart: sighting.start,
        at: { file: document.file, start: sighting.start, end: sighting.end },
        document,
        collector: 'credential-sweep',
        comment: commentAbove(text, sighting.start),
      },
      knowledge,
    );
    if (fact === null) continue;
    taken.push(sighting);
    const key = freeKey(fact.key, found);
    found.set(key, { ...fact, key, ...(isTemplate ? shown : {}) });
    if (taken.length >= mostSightings) break;
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start);
}

/** What stands in a template is worth a look only where the value itself says what it is. */
const shown = { confidence: 'low', inTemplate: true } as const;

function isProven({ kind, value }: Sighting): boolean {
  return value !== null && kind.decidedBy === 'prefix';
}

/** Bare tokens have no name in the text that could number them. */
function freeKey(key: EntityKey, found: ReadonlyMap<string, Credential>): EntityKey {
  let free = key;
  for (let copy = 2; found.has(free); copy += 1) free = entityKey(`${key}~${copy}`);
  return free;
}

function overlaps(a: Sighting, b: Sighting): boolean {
  return a.start < b.end && b.start < a.end;
}
