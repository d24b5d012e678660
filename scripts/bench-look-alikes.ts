import type { ProviderFacts } from '../src/model/knowledge.ts';
import {
  alphanumeric,
  base64,
  digits,
  hex,
  lower,
  pem,
  type Random,
  uuid,
} from './bench-credential-values.ts';

/** A name and a value that no scanner should call a credential. */
export interface LookAlike {
  readonly what: string;
  readonly name: string;
  readonly value: string;
}

/** Whole files without a credential in them, by path; each line is a look-alike. */
export type LookAlikeFiles = Readonly<Record<string, readonly string[]>>;

const fillings: readonly [(name: string) => string, ...((name: string) => string)[]] = [
  (name) => `<${name.toLowerCase().replaceAll('_', '-')}>`,
  (name) => `your-${name.toLowerCase().replaceAll('_', '-')}`,
  () => 'changeme',
  () => 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  () => 'REPLACE_ME',
  () => '************************',
  () => 'YOUR_KEY_HERE',
  () => '00000000-0000-0000-0000-000000000000',
];

/** What stands under a credential's own name without being one. */
export function placeholder(name: string, prefix: string, random: Random): LookAlike {
  const filling = random.pick(fillings)(name);
  const keepsPrefix = /^[a-z_-]{3,}$/i.test(prefix) && random.whole(2) === 0;
  return { what: 'placeholder', name, value: keepsPrefix ? `${prefix}${filling}` : filling };
}

/** Where the value stands elsewhere. */
export function reference(name: string, random: Random): LookAlike {
  const value = random.pick([
    `\${${name}}`,
    `\${{ secrets.${name} }}`,
    `op://Engineering/${name.toLowerCase()}/password`,
    `{{ ${name.toLowerCase()} }}`,
    `arn:aws:secretsmanager:eu-west-1:${random.text(digits, 12)}:secret:${name.toLowerCase()}`,
  ]);
  return { what: 'reference', name, value };
}

/** What a secret looks like once a tool has encrypted it. */
export function encrypted(name: string, random: Random): LookAlike {
  const value = random.pick([
    `ENC[AES256_GCM,data:${random.text(base64, 48)},iv:${random.text(base64, 43)}=,tag:${random.text(base64, 22)}==,type:str]`,
    `encrypted:B${random.text(base64, 160)}`,
  ]);
  return { what: 'encrypted value', name, value };
}

/** Settings around a credential: where it stands, how long it lives, what it is sent as. */
export function setting(name: string, random: Random): LookAlike {
  const [suffix, value] = random.pick([
    ['_FILE', `/run/secrets/${name.toLowerCase()}`],
    ['_URL', 'https://auth.acme.dev/oauth/token'],
    ['_TTL', '3600'],
    ['_SHA256', random.text(hex, 64)],
    ['_HEADER', 'X-Acme-Key'],
    ['_ROTATED_AT', '2026-04-01T12:30:00Z'],
  ]);
  return { what: 'setting beside a credential', name: `${name}${suffix}`, value };
}

/** Random-looking values under names of their own. */
export function harmless(random: Random): LookAlike {
  const [what, name, value] = random.pick([
    ['UUID', 'REQUEST_ID', uuid(random)],
    ['UUID', 'tenantId', uuid(random)],
    ['SHA-256', 'CHECKSUM', random.text(hex, 64)],
    ['SHA-256', 'sha256', random.text(hex, 64)],
    ['MD5', 'etag', random.text(hex, 32)],
    ['MD5', 'CACHE_KEY', random.text(hex, 32)],
    ['git SHA', 'GIT_COMMIT', random.text(hex, 40)],
    ['git SHA', 'revision', random.text(hex, 40)],
    ['image digest', 'IMAGE_DIGEST', `sha256:${random.text(hex, 64)}`],
    ['integrity', 'integrity', `sha512-${random.text(base64, 86)}==`],
    ['base64 image', 'LOGO', `data:image/png;base64,iVBORw0KGgo${random.text(base64, 400)}`],
    ['identifier', 'BUILD_ID', random.text(alphanumeric, 24)],
    ['identifier', 'CONTENT_HASH', random.text(alphanumeric, 40)],
    ['bcrypt', 'passwordHash', `$2b$10$${random.text(alphanumeric, 53)}`],
    ['address', 'endpoint', `https://cdn.acme.dev/${random.text(hex, 32)}/app.js`],
    ['public key', 'sshPublicKey', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5${random.text(base64, 48)}`],
    ['text', 'passwordLabel', 'Choose a password of at least twelve characters'],
  ]);
  return { what, name: `${name}`, value };
}

/** Identifiers that vendors' variables hold, which open nothing. */
export function* identifiers(packs: readonly ProviderFacts[], random: Random): Iterable<LookAlike> {
  for (const { variables } of packs) {
    for (const name of variables.flatMap((spec) => spec.env)) {
      yield {
        what: 'identifier',
        name,
        value: random.pick([uuid(random), random.text(lower, 20)]),
      };
    }
  }
}

/** Lock files, minified code, images, certificates and the like. */
export function lookAlikeFiles(packs: readonly ProviderFacts[], random: Random): LookAlikeFiles {
  const many = (count: number, line: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => line(index));
  const name = (): string => random.text(lower, 9);
  const specs = packs.flatMap((pack) => pack.credentials);
  const prefixes = [...new Set(specs.flatMap((spec) => spec.prefixes))].filter((prefix) =>
    /^[A-Za-z0-9_.-]+$/.test(prefix),
  );
  const names = specs.flatMap((spec) => spec.env.slice(0, 1));
  const asCode = (env: string): string =>
    random.pick([
      `const value = process.env.${env} ?? loadFromKeychain('${name()}-${random.text(digits, 4)}');`,
      `if (process.env.${env} === 'undefined') throw new Error('${env} is missing');`,
      `process.env.${env} = await readSecret('teams/${name()}/production/${random.text(digits, 6)}');`,
      `process.env.${env} = settings.${name()}.accessToken;`,
      `os.environ["${env}"] = get_secret("team-${name()}-production-${random.text(digits, 4)}")`,
      `os.Setenv("${env}", os.Getenv("ACME_${name().toUpperCase()}_FOR_TESTS_1"))`,
      `t.Setenv("${env}", "test")`,
      `token = os.getenv("${env}", "")`,
      `key = os.environ.get("${env}", default_key_${random.text(digits, 4)})`,
      `export const ${env} = '${env}';`,
      `const ${env}: string = config.require('${name()}.${name()}.${name()}1');`,
      `log("${env}", "was not given, continuing with the default one 1");`,
      `  { name: "${env}", valueFrom: "arn:aws:ssm:eu-west-1:${random.text(digits, 12)}:parameter/${name()}" },`,
      `  - { name: ${env}, value: "$(${env})" }`,
      `  - { name: ${env}, description: "Key of the service, 40 characters", required: true }`,
      `columns: ["${env}", "${random.text(lower, 24)}"]`,
    ]);
  return {
    'package-lock.json': many(
      80,
      () => `      "integrity": "sha512-${random.text(base64, 86)}==",`,
    ),
    'yarn.lock': many(60, () => `  integrity sha512-${random.text(base64, 86)}==`),
    'go.sum': many(60, () => `github.com/acme/${name()} v1.4.2 h1:${random.text(base64, 43)}=`),
    'Cargo.lock': many(60, () => `checksum = "${random.text(hex, 64)}"`),
    'deno.lock': many(40, () => `    "https://deno.land/${name()}.ts": "${random.text(hex, 64)}",`),
    'requirements.txt': many(60, () => `    --hash=sha256:${random.text(hex, 64)} \\`),
    'flake.lock': many(
      20,
      () =>
        `        "narHash": "sha256-${random.text(base64, 43)}=", "rev": "${random.text(hex, 40)}",`,
    ),
    '.git-blame-ignore-revs': many(20, () => random.text(hex, 40)),
    'CHANGELOG.md': many(60, () => `- ${name()}: repair the ${name()} (${random.text(hex, 40)})`),
    'ci/pinned.yml': many(40, () => `      - uses: acme/${name()}@${random.text(hex, 40)}`),
    'images/Dockerfile': many(20, () => `FROM acme/${name()}@sha256:${random.text(hex, 64)}`),
    'web/theme.css': many(
      20,
      () =>
        `.${name()}{background:url(data:image/png;base64,iVBORw0KGgo${random.text(base64, 900)}=)}`,
    ),
    'web/app.min.js': many(4, () => minified(random, 4000)),
    'web/bundle.js': many(6, () => minified(random, 4000)),
    'web/page.html': many(
      20,
      () =>
        `<script src="https://cdn.acme.dev/${name()}.js" integrity="sha384-${random.text(base64, 64)}" nonce="${random.text(base64, 22)}=="></script>`,
    ),
    'certs/ca.pem': pem(random, 'CERTIFICATE').split('\n'),
    'certs/public.pem': pem(random, 'PUBLIC KEY').split('\n'),
    known_hosts: many(
      20,
      () => `${name()}.acme.dev ssh-rsa AAAAB3NzaC1yc2E${random.text(base64, 300)}`,
    ),
    'vault.yml': ['$ANSIBLE_VAULT;1.1;AES256', ...many(30, () => random.text(digits, 80))],
    'src/prefixes.ts': prefixes.map(
      (prefix) => `  if (key.startsWith(${JSON.stringify(prefix)})) return 'known';`,
    ),
    'src/patterns.ts': prefixes.map(
      (prefix) => `  /${prefix.replaceAll('.', '\\.')}[A-Za-z0-9_-]{20,}/,`,
    ),
    'src/code.inc': names.map(asCode),
    'src/more-code.inc': names.map(asCode),
    'src/env.d.ts': names.map((env) => `  readonly ${env}: string | undefined;`),
    'src/schema.ts': names.map((env) => `  ${env}: z.string().min(20),`),
    'docs/variables.md': names.map(
      (env) => `| \`${env}\` | key of the service, from its dashboard |`,
    ),
    'docs/prefixes.md': prefixes.map((prefix) => `Keys that start with \`${prefix}\` are secret.`),
    'db/ids.csv': many(
      80,
      () => `${uuid(random)},${random.text(hex, 24)},${random.text(alphanumeric, 22)}`,
    ),
    'test/hashes.json': many(60, () => `  "${random.text(hex, 40)}": "${random.text(hex, 64)}",`),
  };
}

function minified(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    const [a, b, c] = [random.text(lower, 1), random.text(lower, 2), random.text(lower, 1)];
    text += random.pick([
      `function ${b}(${a},${c}){return ${a}.token=${c}.key||"${random.text(hex, 8)}"}`,
      `var ${b}=${a}?${c}.secret:void 0;`,
      `${a}.exports={${b}:"${random.text(alphanumeric, 20)}",${c}:${random.text('123456789', 5)}};`,
      `if(${a}.password===${c}.password)throw Error("${b}");`,
      `const ${b}=[${random.text('123456789', 6)},"${random.text(base64, 60)}"];`,
    ]);
  }
  return text;
}
