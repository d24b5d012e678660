/** Where the command line of a vendor keeps the login of the person at this machine. */
export interface CliLogin {
  /** Below the home. */
  readonly path: string;
  readonly format: 'json' | 'yaml' | 'toml' | 'text';
  /** Keys that lead to the value, `*` for any; none for a file that holds nothing else. */
  readonly keys: readonly string[];
  /** The variable that such a value is handed on in: it decides the kind. */
  readonly as: string;
  /** Where the place is stated. */
  readonly source: string;
}

const library = 'Library/Application Support';

function login(path: string, keys: string, as: string, source: string): CliLogin {
  const format = path.endsWith('.json')
    ? 'json'
    : /\.ya?ml$/.test(path)
      ? 'yaml'
      : path.endsWith('.toml')
        ? 'toml'
        : 'text';
  return { path, format, keys: keys === '' ? [] : keys.split(' '), as, source };
}

const railway = 'https://github.com/railwayapp/cli/blob/master/src/config.rs';
const fly = 'https://github.com/superfly/flyctl/blob/master/internal/config/config.go';
const github = 'https://cli.github.com/manual/gh_auth_login';
const vercel = 'https://github.com/vercel/vercel/blob/main/packages/cli/src/util/config/files.ts';
const netlify = 'https://docs.netlify.com/api-and-cli-guides/cli-guides/get-started-with-cli/';
const doctl = 'https://docs.digitalocean.com/reference/doctl/how-to/install/';
const hcloud = 'https://github.com/hetznercloud/cli';
const terraform = 'https://developer.hashicorp.com/terraform/cli/config/config-file#credentials';
const pulumi = 'https://www.pulumi.com/docs/iac/cli/commands/pulumi_login/';
const supabase = 'https://github.com/supabase/cli';
const neon = 'https://github.com/neondatabase/neonctl';
const turso = 'https://github.com/tursodatabase/turso-cli';
const vault = 'https://developer.hashicorp.com/vault/docs/commands/token-helper';
const cargo = 'https://doc.rust-lang.org/cargo/reference/config.html#credentials';
const stripe = 'https://docs.stripe.com/cli/login';

const firebase = 'https://github.com/firebase/firebase-tools/blob/master/src/configstore.ts';
const scaleway = 'https://github.com/scaleway/scaleway-cli';
const upstash = 'https://github.com/upstash/cli';
const vultr = 'https://github.com/vultr/vultr-cli';
const civo = 'https://github.com/civo/cli';

/** Read on 2026-11-21 where nothing else is said. */
export const cliLogins: readonly CliLogin[] = [
  login('.railway/config.json', 'user accessToken', 'RAILWAY_API_TOKEN', railway),
  login('.railway/config.json', 'user token', 'RAILWAY_API_TOKEN', railway),
  login('.fly/config.yml', 'access_token', 'FLY_ACCESS_TOKEN', fly),
  login('.config/gh/hosts.yml', '* oauth_token', 'GITHUB_TOKEN', github),
  login('.config/gh/hosts.yml', '* users * oauth_token', 'GITHUB_TOKEN', github),
  login('.config/com.vercel.cli/auth.json', 'token', 'VERCEL_TOKEN', vercel),
  login('.local/share/com.vercel.cli/auth.json', 'token', 'VERCEL_TOKEN', vercel),
  login(`${library}/com.vercel.cli/auth.json`, 'token', 'VERCEL_TOKEN', vercel),
  login('.config/netlify/config.json', 'users * auth token', 'NETLIFY_AUTH_TOKEN', netlify),
  login(
    'Library/Preferences/netlify/config.json',
    'users * auth token',
    'NETLIFY_AUTH_TOKEN',
    netlify,
  ),
  login('.config/doctl/config.yaml', 'access-token', 'DIGITALOCEAN_ACCESS_TOKEN', doctl),
  login('.config/doctl/config.yaml', 'auth-contexts *', 'DIGITALOCEAN_ACCESS_TOKEN', doctl),
  login(`${library}/doctl/config.yaml`, 'access-token', 'DIGITALOCEAN_ACCESS_TOKEN', doctl),
  login('.config/hcloud/cli.toml', 'contexts * token', 'HCLOUD_TOKEN', hcloud),
  login('.terraform.d/credentials.tfrc.json', 'credentials * token', 'TFE_TOKEN', terraform),
  login('.pulumi/credentials.json', 'accessTokens *', 'PULUMI_ACCESS_TOKEN', pulumi),
  login('.supabase/access-token', '', 'SUPABASE_ACCESS_TOKEN', supabase),
  login('.config/neonctl/credentials.json', 'access_token', 'NEON_API_KEY', neon),
  login('.config/turso/settings.json', 'token', 'TURSO_API_TOKEN', turso),
  login(`${library}/turso/settings.json`, 'token', 'TURSO_API_TOKEN', turso),
  login('.vault-token', '', 'VAULT_TOKEN', vault),
  login('.cargo/credentials.toml', 'registry token', 'CARGO_REGISTRY_TOKEN', cargo),
  login('.config/stripe/config.toml', '* live_mode_api_key', 'STRIPE_SECRET_KEY', stripe),
  login(
    '.config/configstore/firebase-tools.json',
    'tokens refresh_token',
    'FIREBASE_TOKEN',
    firebase,
  ),
  login('.config/scw/config.yaml', 'secret_key', 'SCW_SECRET_KEY', scaleway),
  login('.config/scw/config.yaml', 'profiles * secret_key', 'SCW_SECRET_KEY', scaleway),
  login('.upstash.json', 'apiKey', 'UPSTASH_API_KEY', upstash),
  login('.vultr-cli.yaml', 'api-key', 'VULTR_API_KEY', vultr),
  login('.civo.json', 'apikeys *', 'CIVO_TOKEN', civo),
];
