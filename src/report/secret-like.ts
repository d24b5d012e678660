const secretWords = new Set([
  'pass',
  'password',
  'passwords',
  'passwd',
  'passphrase',
  'passcode',
  'pwd',
  'pw',
  'secret',
  'secrets',
  'token',
  'tokens',
  'apikey',
  'apikeys',
  'credential',
  'credentials',
  'cred',
  'creds',
  'auth',
  'authorization',
  'bearer',
  'cookie',
  'session',
  'signature',
  'salt',
  'pepper',
  'dsn',
  'jwt',
  'otp',
  'pat',
  'pin',
  'webhook',
  'privatekey',
  'accesskey',
  'secretkey',
  'authkey',
]);
const secretParts = /passw|passphrase|secret|token|apikey|api_key|credential|privatekey|accesskey/i;
const openKeys = new Set([
  'public',
  'primary',
  'foreign',
  'sort',
  'partition',
  'hash',
  'cache',
  'index',
]);

/** True when a variable, key, flag or header of this name holds a secret, as far as its name says. */
export function isSecretName(name: string): boolean {
  if (secretParts.test(name)) return true;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  if (words.some((word) => secretWords.has(word))) return true;
  const last = words.at(-1);
  if ((last !== 'key' && last !== 'keys') || words.length < 2) return false;
  return !words.some((word) => openKeys.has(word));
}

/** True when a name says that its value only identifies something: `RAILWAY_VOLUME_ID`, `projectId`. */
export function isIdentifierName(name: string): boolean {
  const says =
    /(?:^|[_.-])(?:id|ids|uuid|guid)$/i.test(name) || /[a-z0-9](?:Id|Ids|ID|Uuid|UUID)$/.test(name);
  return says && !isSecretName(name);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for the 8-4-4-4-12 form, which some vendors use for identifiers and others for tokens. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Starts that vendors give to their tokens, each followed by what only a token has. */
const tokenStart =
  /^(?:sk|pk|rk|sk_live|sk_test|rk_live|gh[pousr]|github_pat|glpat|gl[a-z]{2,6}|xox[abeoprs]|xapp|npm|pypi|hf|shpat|dop_v1|doo_v1|dp|fo1|fm2|sbp|sb_secret|napi|pscale_[a-z]+|rnd|tfp|atlasv1|whsec|ntn|lin_api|figd|vercel|re|pul|nfp|eyJ[A-Za-z0-9_-]+|AKIA|ASIA|AIza|ya29|SG|AGE-SECRET-KEY|EAA)(?=[-_.A-Z0-9])/;

/** Access key ids of AWS: capitals for the most part, which otherwise read like words. */
const keyId = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}$/;

/** `backup-2026-11-21T10-00-00Z.sql.gz`, `add_orders_20240131120000`. */
const dated =
  /^[a-z_-]*(?:19|20)\d\d-?[01]\d-?[0-3]\d(?:[T_-]?\d\d[-.]?\d\d(?:[-.]?\d\d)?Z?)?(?:[._-][a-z]+)*$/i;

/** `dpg-c0ffee123-a.frankfurt-postgres.render.com`: managed databases have random labels in public names. */
const hostName =
  /^(?:[a-z0-9-]{1,63}\.){2,6}(?:com|net|org|io|dev|app|cloud|tech|co|sh|ai|internal|local|test|eu|de|uk|fr)$/;

/**
 * True when a run of token characters looks drawn at random rather than written by a person. Errs towards true for
 * source lines; words, versions, paths and constants stay readable.
 */
export function looksRandom(run: string): boolean {
  if (run.length < 12 || isUuid(run) || dated.test(run)) return false;
  if (keyId.test(run)) return true;
  const [host = '', ...path] = run.split('/');
  if (hostName.test(host) && path.every(isMadeOfWords)) return false;
  if (tokenStart.test(run) && run.length >= 16 && distinct(run) >= 6 && hasRandomPiece(run, 8)) {
    return true;
  }
  if (hasRandomPiece(run, 16)) return true;
  return run.length >= 24 && distinct(run) >= 14 && classes(run) >= 3 && !isMadeOfWords(run);
}

function hasRandomPiece(run: string, minimum: number): boolean {
  return run
    .split(/[^A-Za-z0-9]+/)
    .some((piece) => piece.length >= minimum && isRandomPiece(piece));
}

function isRandomPiece(piece: string): boolean {
  if (/^\d+$/.test(piece)) return piece.length >= 24;
  if (/^[0-9a-f]+$/i.test(piece) && piece.length >= 20) return true;
  const letters = piece.match(/[A-Za-z]+/g) ?? [];
  const wordLength = letters.join('').length / letters.length;
  const isChopped = letters.length >= 3 ? wordLength < 8 : letters.length === 2 && wordLength < 7;
  return isChopped || !isWordy(piece);
}

/** True when every piece is letters as people write words, with numbers between, as in paths and constants. */
export function isMadeOfWords(run: string): boolean {
  return run.split(/[^A-Za-z0-9]+/).every(isWordy);
}

/** `k8s`, `e2e`, `i18n`: a word of which only its first and last letter are written, or two words around a number. */
const shortened = /^[a-z]\d{1,2}[a-z]$/;

/** `createTSUnionType`, `postgres16`: few words for its length, where a random text changes kind at every other character. */
function isWordy(piece: string): boolean {
  if (shortened.test(piece)) return true;
  const words = piece.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  return words.length <= Math.max(2, 1 + piece.length / 3.5);
}

function distinct(text: string): number {
  return new Set(text).size;
}

function classes(text: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[+/=]/].filter((kind) => kind.test(text)).length;
}
