import type { Document } from '../../model/document.ts';

/** Words in scripts and workflows that show that the state is configured where Terraform is run, or that another machine runs it. */
const ELSEWHERE =
  /-backend-config|TF_CLI_ARGS_init|TF_HTTP_ADDRESS|TF_CLOUD_ORGANIZATION|TF_WORKSPACE|backend\s{0,3}"(?!local)|backend(?:_override)?\.tf\b|remote_state/;
const WORKFLOW = /(?:^|\/)(?:\.github\/workflows\/|\.gitlab-ci\.ya?ml$)/;
const RUN = /\b(?:terraform|tofu|terragrunt)\s[^\n#]{0,200}?\b(?:apply|plan|destroy|init)\b/;

/**
 * Whether anything suggests that the state of a root without a backend is kept elsewhere than in a file beside it. One workflow
 * that runs Terraform is enough: a machine that is thrown away after each run keeps no file.
 */
export function isStateElsewhere(documents: readonly Document[]): boolean {
  const runners = documents.filter(({ shape }) => shape === 'text');
  const isElsewhere = runners.some(
    ({ file, text }) => ELSEWHERE.test(text) || (WORKFLOW.test(file) && RUN.test(text)),
  );
  // Terragrunt writes the backend itself, wherever it finds a module.
  const isGenerated = documents.some(({ file }) => file.endsWith('terragrunt.hcl'));
  return isElsewhere || isGenerated;
}
