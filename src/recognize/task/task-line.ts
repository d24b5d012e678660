/** The word after the program that says a task is started, for those that need one. */
const starting: Readonly<Record<string, string>> = { npm: ' run', deno: ' task', pdm: ' run' };

/** The command line, run from the root of the tree, that starts a task; `folder` is that of the file that declares it. Managers of one kind of manifest share theirs. */
export function taskLine(runner: string, task: string, folder: string): string {
  if (folder === '') return `${runner}${starting[runner] ?? ''} ${task}`;
  switch (runner) {
    case 'npm':
      return `npm --prefix ${folder} run ${task}`;
    case 'make':
      return `make -C ${folder} ${task}`;
    case 'just':
      return `just ${folder}/${task}`;
    case 'deno':
      return `deno task --cwd ${folder} ${task}`;
    case 'pdm':
      return `pdm run --project ${folder} ${task}`;
    case 'poe':
      return `poe -C ${folder} ${task}`;
    default:
      return `${runner} -d ${folder} ${task}`;
  }
}

/** The command line that starts a file, whichever interpreter runs it. `path` is from the root. */
export function fileLine(path: string): string {
  return `./${path}`;
}
