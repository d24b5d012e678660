/** Commands that leave whoever runs them logged in to a provider. */
const loginCommands =
  /\b(?:railway login|gcloud auth|az login|aws configure|aws sso login|fly(?:ctl)? auth|doctl auth|heroku (?:login|auth)|supabase login|vercel login|wrangler login|docker login|terraform login|kubectl config set-credentials|aws eks update-kubeconfig)\b|[~.\w/]\.kube\/config|\.aws\/credentials/;

/** The first command of a setup script that logs its machine in somewhere; the agent that works there afterwards is logged in too. */
export function loginIn(script: string): string | undefined {
  return loginCommands.exec(script)?.[0];
}
