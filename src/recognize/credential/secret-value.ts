/** What a value is, judged by its text alone. */
export type SecretForm = 'literal' | 'reference' | 'placeholder' | 'encrypted' | 'empty';

const encrypted: readonly RegExp[] = [
  /^ENC\[/, // sops
  /^\$ANSIBLE_VAULT;/,
  /^encrypted:/, // dotenvx
  /^\{cipher\}/, // Spring Cloud Config
  /^vault:v\d{1,4}:/, // Vault transit ciphertext
  /age-encryption\.org\/v1/,
  /-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----/,
  /^U2FsdGVkX1/, // OpenSSL salted, base64
  /^Ag[A-Za-z0-9+/]{200}[A-Za-z0-9+/]*={0,2}$/, // Sealed Secrets
];

const references: readonly RegExp[] = [
  /\$\{[^}]{0,200}\}/,
  /\{\{[^}]{0,200}\}\}/,
  /\$\([^)]{1,200}\)/,
  /#\{[^}]{1,120}\}/,
  /<%=?[^%]{1,200}%>/,
  /^\$[A-Za-z_][A-Za-z0-9_]{0,80}$/,
  /[:/@]\$[A-Z_][A-Z0-9_]{1,80}(?:[:/@?]|$)/,
  /^\{[A-Z_]{2,40}\}$/,
  /^%[A-Z_]{2,40}%$/,
  /^@[A-Z_]{2,40}@$/,
  /^`[^`]{1,200}`$/,
  /process\.env\b|import\.meta\.env\b|os\.environ|os\.getenv|\bgetenv\(|\bENV\[|\bEnv\.get\(/,
  /^!(?:Ref|Sub|GetAtt|ImportValue)\b|Fn::/,
  /^(?:data|var|local|module|secrets|vars|env|each|self)\.[A-Za-z_]/,
  /^[a-z][a-z0-9+-]{0,20}-?(?:sm|ssm|secret|secrets|kms|vault)s?:\/\//,
  /^(?:op|ref\+[a-z0-9]+|vault|akv|azkv|sm|ssm|secretref|doppler|infisical|bw|bws|lpass|pass|keychain|akeyless|keyring|secret|secrets):/,
  /^arn:aws[a-z-]{0,10}:(?:secretsmanager|ssm|kms):/,
  /^projects\/[^/\s]{1,80}\/secrets\//,
  /^@Microsoft\.KeyVault\(/,
  /^(?:\/run\/secrets\/|\/vault\/secrets\/|file:\/)/,
  /^(?:op read|vault kv get|vault read|pass show|aws secretsmanager|aws ssm|gcloud secrets|doppler (?:run|secrets)|infisical (?:run|secrets)|chamber (?:exec|read)|kamal secrets|bws secret)\b/,
  /^(?:secretKeyRef|valueFrom|ExternalSecret|SealedSecret)\b/,
];

/** Whole values that say "nothing here". */
const emptyWords = /^(?:null|nil|none|undefined|n\/a|na|tbd|true|false|yes|no|on|off)$/i;

const placeholders: readonly RegExp[] = [
  /^<[^>]{1,200}>$/,
  /^\[[^\]]{1,80}\]$/,
  /<[A-Za-z][A-Za-z0-9 _-]{1,60}>/,
  /(?:^|[^A-Za-z0-9])(?:your|my)[-_ ][A-Za-z]/i,
  /(?:^|[^A-Za-z0-9])(?:change|replace|fill|insert|enter|put|paste|add)[-_ ]?(?:me|this|in|here|it|with|your)(?![A-Za-z])/i,
  /(?:^|[^A-Za-z0-9])(?:todo|fixme|dummy|fake|lorem|redacted|removed|hidden|masked|secret_here|goes[-_ ]here)(?![A-Za-z0-9])/i,
  /EXAMPLE|_example\b|\bexample[-_]|placeholder|sample[-_]|redacted/i,
  /x{4}|X{4}|\*{3}|•{3}|\.{3}|…/,
  /test1234|foobar|deadbeef/i,
  /-here$|_here$/i,
  /^sk_test_4eC39Hq|^sk_test_BQokikJ/, // Stripe's documentation keys
];

/**
 * Tells a real secret from everything that only stands in its place. References win over placeholders, so that `${YOUR_KEY}` is a reference.
 * A weak password such as `postgres` is a literal: see {@link isWeakSecret}.
 */
export function secretForm(value: string): SecretForm {
  const text = value.trim();
  if (text === '') return 'empty';
  // Values longer than this are keys and certificates; the patterns below only need their beginning.
  const head = text.length > 4096 ? text.slice(0, 4096) : text;
  if (encrypted.some((pattern) => pattern.test(head))) return 'encrypted';
  if (references.some((pattern) => pattern.test(head))) return 'reference';
  if (emptyWords.test(head)) return 'placeholder';
  if (placeholders.some((pattern) => pattern.test(head))) return 'placeholder';
  return isFiller(head) ? 'placeholder' : 'literal';
}

/** One repeated character, a run such as `123456789` or `abcdefgh`, or mostly zeros. */
function isFiller(text: string): boolean {
  const letters = text.replace(/[-_ :.]/g, '').toLowerCase();
  if (letters.length < 4) return false;
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const most = Math.max(...counts.values());
  if (counts.size === 1 || (letters.length >= 12 && most / letters.length >= 0.6)) return true;
  return letters.length >= 6 && longestRun(letters) >= Math.max(6, letters.length * 0.5);
}

/** Length of the longest stretch that counts up or down by one, or walks along a keyboard row. */
function longestRun(text: string): number {
  const rows = 'qwertyuiop asdfghjkl zxcvbnm';
  let longest = 1;
  let run = 1;
  for (let position = 1; position < text.length; position += 1) {
    const step = text.charCodeAt(position) - text.charCodeAt(position - 1);
    const pair = text.slice(position - 1, position + 1);
    run = step === 1 || (step === -9 && pair === '90') || rows.includes(pair) ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

const weakSecrets = new Set(
  'password passwd pass pwd secret admin administrator root postgres postgresql mysql mariadb mongo mongodb redis user username test testing tester dev development local localhost guest default example app docker database db minioadmin minio rabbitmq elastic changeme letmein welcome qwerty sa toor supersecret mysecretpassword mypassword passw0rd p@ssw0rd p@ssword devpassword testpassword rootpassword password1 password123 postgrespassword admin123 secret123'.split(
    ' ',
  ),
);

/** A password that anybody would guess, or that no production system of care would have. Equality of such values proves nothing. */
export function isWeakSecret(value: string, user: string | null = null): boolean {
  const text = value.trim().toLowerCase();
  if (text.length < 8) return true;
  if (user !== null && text === user.toLowerCase()) return true;
  if (weakSecrets.has(text) || weakSecrets.has(text.replace(/[\d!@#$_-]{1,6}$/, ''))) return true;
  if (text.split(/[-_. ]/).every((word) => weakSecrets.has(word) || word.length < 4)) return true;
  return secretForm(value) === 'placeholder';
}

/**
 * What may be shown of a secret: a vendor prefix and the last four characters of a long value, less of a shorter one, nothing of a short one.
 * The prefix counts only when the value starts with it.
 */
export function maskSecret(value: string, prefix = ''): string {
  const kept = prefix !== '' && value.startsWith(prefix) ? prefix : '';
  const hidden = value.length - kept.length;
  if (hidden >= 20) return `${kept}…${printable(value.slice(-4))}`;
  if (hidden >= 12) return `${kept}…${printable(value.slice(-2))}`;
  return `${kept}…`;
}

function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '?');
}
