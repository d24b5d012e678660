/** Lines of git that run each hook. @see https://git-scm.com/docs/githooks (read 2026-11-21) */
const lines: Readonly<Record<string, readonly string[]>> = {
  'pre-commit': ['git commit'],
  'prepare-commit-msg': ['git commit'],
  'commit-msg': ['git commit'],
  'post-commit': ['git commit'],
  'pre-merge-commit': ['git merge', 'git pull'],
  'post-merge': ['git merge', 'git pull'],
  'pre-rebase': ['git rebase'],
  'post-rewrite': ['git rebase', 'git commit --amend'],
  'post-checkout': ['git checkout', 'git switch', 'git clone'],
  'pre-push': ['git push'],
};

/** What a person or an agent types to set a hook off; `undefined` for anything that is no hook of git. */
export function linesOfHook(name: string): readonly string[] | undefined {
  return Object.hasOwn(lines, name) ? lines[name] : undefined;
}
