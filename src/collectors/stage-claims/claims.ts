import type { Holds, Tier } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { tierOf } from '../../recognize/tier.ts';

/** A sentence that says that another stage uses what production uses. */
export interface Claim {
  readonly tier: Tier;
  readonly holds: Holds;
  /** As written, without the marks of its format. */
  readonly sentence: string;
  readonly at: SourceRange;
}

const stage =
  '(?:staging|pre-?prod(?:uction)?|previews?|preview deployments?|qa|uat|dev|development)';
const production = "(?:production|prod|live)(?:['’]s)?";
const thing =
  '(?:databases?|db|data ?stores?|postgres(?:ql)?|mysql|mongo(?:db)?|supabase|redis|buckets?|volumes?)';
const uses =
  '(?:shares?|uses?|reuses?|points? (?:at|to)|connects? to|talks? to|runs? (?:on|against))';
/** Words that may stand between, without any that could turn the meaning. */
const few = '(?:\\s+[a-z]{1,12}){0,3}?';

const patterns: readonly RegExp[] = [
  // "Staging shares the production database", "Railway staging uses production Supabase".
  new RegExp(
    `\\b(${stage})${few}\\s+${uses}\\s+(?:the\\s+|our\\s+)?${production}\\s+(?:[a-z]+\\s+)?(${thing})\\b`,
    'i',
  ),
  // "Staging uses the same database as production", "staging shares its database with production".
  new RegExp(
    `\\b(${stage})${few}\\s+${uses}\\s+(?:the same|its|one|a)\\s+(?:[a-z]+\\s+)?(${thing})${few}\\s+(?:as|with)\\s+(?:the\\s+)?${production}\\b`,
    'i',
  ),
  // "Local dev and production currently share one Postgres instance".
  new RegExp(
    `\\b(${stage})\\s+(?:and|&)\\s+${production}${few}\\s+(?:shares?|uses?)\\s+(?:one|a|the same|the)\\s+(?:[a-z]+\\s+)?(${thing})\\b`,
    'i',
  ),
  new RegExp(
    `\\b${production}\\s+(?:and|&)\\s+(${stage})${few}\\s+(?:shares?|uses?)\\s+(?:one|a|the same|the)\\s+(?:[a-z]+\\s+)?(${thing})\\b`,
    'i',
  ),
];
/** A rule, a wish, a worry, the past, or something else than the data is said to be the same. */
const otherwise =
  /\b(?:not|never|cannot|no|none|nothing|avoid|without|instead|unless|if|when|would|should|must|could|might|may|whether|previously|formerly|used to|was|were|until|risk|example|suppose|rather|separate|own|isolated|schema|engine|version|setup|config\w*|structure|types?|migrations?|copy|copies|clone|snapshot|dump|anonymi[sz]ed|read-?only|names?|image|provider|instance (?:class|size|type))\b|n['’]t\b|\?|e\.g\./i;
const maxLines = 20_000;
const maxClaims = 20;

/** Sentences of prose, or of comments where the file is no prose. Code blocks are left out. */
export function claimsIn({ file, text }: SourceText): readonly Claim[] {
  const isProse = /\.(?:mdx?|mdc|txt|rst)$/.test(file);
  const found: Claim[] = [];
  let start = 0;
  let isCode = false;
  for (const line of text.split('\n').slice(0, maxLines)) {
    const comment = isProse ? line : commentOf(line);
    if (isProse && /^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    else if (!isCode && comment !== '' && comment.length < 2000 && found.length < maxClaims) {
      const claim = claimOf(comment);
      const lead = line.length - line.trimStart().length;
      const at = { file, start: start + lead, end: start + line.trimEnd().length };
      if (claim !== null) found.push({ ...claim, at });
    }
    start += line.length + 1;
  }
  return found;
}

/** What stands behind the mark of a comment; `''` where there is none. */
function commentOf(line: string): string {
  return /(?:^|\s)(?:#+|\/\/)\s(.*)$/.exec(line)?.[1] ?? '';
}

function claimOf(line: string): Omit<Claim, 'at'> | null {
  const plain = line.replace(/[*_`>|]+/g, ' ').replace(/\s+/g, ' ');
  for (const sentence of plain.split(/[.;!](?=\s|$)|\s[-–—]\s/)) {
    for (const pattern of patterns) {
      const match = pattern.exec(sentence);
      if (match === null || otherwise.test(clauseOf(sentence, match))) continue;
      const tier = tierOf((match[1] ?? '').replace(/s$|\sdeployments?$/i, '').toLowerCase());
      if (tier === null || tier === 'production' || tier === 'unknown') continue;
      return { tier, holds: holdsOf(match[2] ?? ''), sentence: match[0].trim() };
    }
  }
  return null;
}

/** The sentence to the end of the clause that says it: what follows is another matter. */
function clauseOf(sentence: string, match: RegExpExecArray): string {
  const end = match.index + match[0].length;
  const rest = /^[^,:;()–—]{0,60}/.exec(sentence.slice(end))?.[0] ?? '';
  return sentence.slice(0, end) + rest;
}

function holdsOf(thing: string): Holds {
  if (/^bucket/i.test(thing)) return 'bucket';
  return /^volume/i.test(thing) ? 'volume' : 'database';
}
