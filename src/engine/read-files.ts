import type { Entry } from '../discover/inspect.ts';
import { sizeLimit } from '../discover/limits.ts';
import type { Notice } from '../model/finding.ts';
import type { Claim } from './classify.ts';
import { needsContent, settleClaims } from './classify.ts';
import type { ClaimedFile } from './collect-facts.ts';
import type { ContentWords } from './content-words.ts';
import type { Reader } from './read-text.ts';

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

/** Reads the files that somebody may want, one at a time, and yields those that somebody does want, decoded. */
export async function* readFiles(input: ReadInput): AsyncGenerator<ClaimedFile> {
  const { entries, reader, log } = input;
  for (const [position, { file, size }] of entries.entries()) {
    if (position % progressStep === 0) {
      input.onProgress(position, entries.length);
      await breath();
    }
    if (binary.test(file) || generated.test(file) || size === 0) continue;
    const claims = input.claimsOf(file);
    if (claims.length === 0) continue;
    const limit = sizeLimit(file);
    if (size > limit) {
      tooLarge(log, file, size, claims);
      continue;
    }
    const content = reader.read(file, limit);
    if (content.state === 'unread') {
      log.notices.push(content.notice);
      continue;
    }
    log.filesRead += 1;
    if (content.binary) continue;
    const settled = settleClaims(claims, input.wordsOf(content.bytes, claims));
    if (settled.length > 0) yield { file, text: content.decode(), claims: settled };
  }
  input.onProgress(entries.length, entries.length);
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
