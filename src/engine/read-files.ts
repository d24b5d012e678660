import type { Entry } from '../discover/inspect.ts';
import { sizeLimit } from '../discover/limits.ts';
import type { Notice } from '../model/finding.ts';
import type { Claim } from './classify.ts';
import type { ClaimedFile } from './collect-facts.ts';
import type { ContentWords } from './content-words.ts';
import type { Reader } from './read-text.ts';
import { needsContent, settleClaims } from './settle-claims.ts';
import type { Candidate } from './sweep-job.ts';
import type { Sweep } from './sweep-together.ts';

/** Counts and complaints of one pass over the files; filled while {@link readFiles} runs. */
export interface ReadLog {
  filesRead: number;
  readonly notices: Notice[];
}

export interface ReadInput {
  readonly entries: readonly Entry[];
  readonly reader: Reader;
  readonly claimsOf: (file: Entry['file']) => readonly Claim[];
  readonly wordsOf: (bytes: Uint8Array, claims: readonly Claim[]) => ContentWords;
  /** Starts to look into files on other threads, where they hold enough for that; `null` where they do not. */
  readonly sweep: (candidates: readonly Candidate[]) => Sweep | null;
  readonly log: ReadLog;
  readonly onProgress: (done: number, total: number) => void;
}

/** Extensions that never hold text worth reading: media, archives, fonts, compiled code. */
const binary =
  /\.(?:png|jpe?g|gif|webp|avif|ico|icns|bmp|tiff?|psd|svgz|mp[34]|m4[av]|mov|avi|mkv|webm|wav|flac|ogg|opus|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|ear|apk|aab|ipa|dmg|iso|woff2?|ttf|otf|eot|pdf|docx?|xlsx?|pptx?|class|pyc|pyo|so|dylib|dll|exe|a|o|lib|wasm|node|bin|dat|db|sqlite3?|parquet|onnx|pt|safetensors|glb|fbx|blend)$/i;
/** Lists of hashes: no collector wants them and no credential stands in them. */
const generated =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|Gemfile\.lock|poetry\.lock|uv\.lock|Cargo\.lock|go\.sum|flake\.lock|Podfile\.lock|mix\.lock)$|\.(?:min\.(?:js|css)|map|snap)$/;
const progressStep = 256;

/**
 * Reads the files that somebody may want, one at a time, and yields those that somebody does want, decoded. Where several threads look for words,
 * the files that are wanted by name come first, and then, in order, those in which a word was found.
 */
export async function* readFiles(input: ReadInput): AsyncGenerator<ClaimedFile> {
  const candidates = candidatesOf(input);
  const sweep = input.sweep(candidates);
  if (sweep === null) {
    yield* readEach(input, candidates);
  } else {
    yield* readEach(
      input,
      candidates.filter(({ entry }) => !sweep.covers(entry.file)),
    );
    const swept = candidates.filter(({ entry }) => sweep.covers(entry.file));
    const { isUnwanted, unwanted } = await sweep.finish(breath);
    input.log.filesRead += unwanted;
    yield* readEach(
      input,
      swept.filter(({ entry }) => !isUnwanted(entry.file)),
    );
  }
  input.onProgress(input.entries.length, input.entries.length);
}

/** The files that somebody may want and that are small enough; says which are not. */
function candidatesOf({ entries, claimsOf, log }: ReadInput): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const entry of entries) {
    const { file, size } = entry;
    if (binary.test(file) || generated.test(file) || size === 0) continue;
    const claims = claimsOf(file);
    if (claims.length === 0) continue;
    if (size > sizeLimit(file)) tooLarge(log, file, size, claims);
    else candidates.push({ entry, claims });
  }
  return candidates;
}

async function* readEach(
  input: ReadInput,
  candidates: readonly Candidate[],
): AsyncGenerator<ClaimedFile> {
  const { reader, log } = input;
  for (const [position, { entry, claims }] of candidates.entries()) {
    if (position % progressStep === 0) {
      input.onProgress(log.filesRead, input.entries.length);
      await breath();
    }
    const content = reader.read(entry.file, sizeLimit(entry.file));
    if (content.state === 'unread') {
      log.notices.push(content.notice);
      continue;
    }
    log.filesRead += 1;
    if (content.binary) continue;
    const settled = settleClaims(claims, input.wordsOf(content.bytes, claims));
    if (settled.length > 0) yield { file: entry.file, text: content.decode(), claims: settled };
  }
}

/** Lets signals through: reading is synchronous, and without a pause Ctrl-C would wait for its end. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Only worth a word where a collector asked for the file by name. */
function tooLarge(log: ReadLog, file: string, size: number, claims: readonly Claim[]): void {
  if (needsContent(claims)) return;
  log.notices.push({
    kind: 'skipped',
    file,
    message: `not read: ${Math.ceil(size / 1024)} KiB is more than a configuration file holds`,
    incomplete: false,
  });
}
