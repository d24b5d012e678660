import type { Entry } from '../discover/inspect.ts';
import { sizeLimit } from '../discover/limits.ts';
import { filePath } from '../model/source.ts';
import type { Claim } from './classify.ts';
import { createContentWords } from './content-words.ts';
import { createReader } from './read-text.ts';
import { settleClaims } from './settle-claims.ts';

/** A file that at least one collector may want. */
export interface Candidate {
  readonly entry: Entry;
  readonly claims: readonly Claim[];
}

/** Files whose claims all depend on what they hold, for several threads to look at together. Plain data, so that it can be handed to another thread. */
export interface SweepJob {
  /** Real path of the scanned folder. */
  readonly root: string;
  /** Relative to the root. */
  readonly files: readonly string[];
  /** Of each file, the position of its claims in `kinds`. */
  readonly kindOf: readonly number[];
  /** The hints of every claim on files of a kind. */
  readonly kinds: readonly (readonly (readonly string[])[])[];
  /** Of the packs. */
  readonly keywords: readonly string[];
  /** Shared: one number, the first file that no thread has taken yet. */
  readonly next: Int32Array;
  /** Shared: what was found out about each file. */
  readonly verdicts: Uint8Array;
}

/** Not looked at, because the thread that took the file went away. */
export const UNSEEN = 0;
/** No word in it that anybody waits for. */
export const UNWANTED = 1;
/** Somebody wants it, or it could not be read as text: whoever collects looks at it again. */
export const WANTED = 2;

/** Files that a thread takes at a time: few enough that all end together, enough that they seldom meet. */
const TURN = 32;

/** The job of looking into these files; nobody has begun. */
export function createSweepJob(
  candidates: readonly Candidate[],
  root: string,
  keywords: readonly string[],
): SweepJob {
  const lists = [...new Set(candidates.map(({ claims }) => claims))];
  const numbers = new Map(lists.map((claims, number) => [claims, number]));
  return {
    root,
    files: candidates.map(({ entry }) => entry.file),
    kindOf: candidates.map(({ claims }) => numbers.get(claims) ?? 0),
    kinds: lists.map((claims) => claims.map(({ match }) => match.hints ?? [])),
    keywords,
    next: new Int32Array(new SharedArrayBuffer(4)),
    verdicts: new Uint8Array(new SharedArrayBuffer(candidates.length)),
  };
}

/** Joins in: each call takes the next few files and looks into them. False when none are left. */
export function createTurns(job: SweepJob): () => boolean {
  const reader = createReader(job.root);
  const wordsOf = createContentWords(job.keywords);
  const claims = job.kinds.map((kind) => kind.map(claimFor));

  function verdictOn(position: number): number {
    const file = filePath(job.files[position] ?? '');
    const content = reader.read(file, sizeLimit(file));
    if (content.state === 'unread' || content.binary) return WANTED;
    const ofKind = claims[job.kindOf[position] ?? 0] ?? [];
    const isWanted = settleClaims(ofKind, wordsOf(content.bytes, ofKind)).length > 0;
    return isWanted ? WANTED : UNWANTED;
  }

  return () => {
    const first = Atomics.add(job.next, 0, TURN);
    const end = Math.min(first + TURN, job.files.length);
    for (let position = first; position < end; position++) {
      job.verdicts[position] = verdictOn(position);
    }
    return end < job.files.length;
  };
}

/** A claim of nobody in particular: here only whether one holds is asked. */
function claimFor(hints: readonly string[], number: number): Claim {
  return { collector: String(number), match: { glob: '', format: 'text', hints } };
}
