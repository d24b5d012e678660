/** The command line, run from the root of the tree, that starts a task; `folder` is that of the file that declares it. Managers of one kind of manifest share theirs. */
export function taskLine(runner: string, task: string, folder: string): string {
  if (folder === '') return runner === 'npm' ? `npm run ${task}` : `${runner} ${task}`;
  switch (runner) {
    case 'npm':
      return `npm --prefix ${folder} run ${task}`;
    case 'make':
      return `make -C ${folder} ${task}`;
    case 'just':
      return `just ${folder}/${task}`;
    default:
      return `${runner} -d ${folder} ${task}`;
  }
}

/** The command line that starts a file, whichever interpreter runs it. `path` is from the root. */
export function fileLine(path: string): string {
  return `./${path}`;
}
