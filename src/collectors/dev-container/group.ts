import { type FilePath, folderOf } from '../../model/source.ts';

/** Whether the file describes a dev container. */
export function isDevContainer(file: string): boolean {
  return /(?:^|\/)(?:\.devcontainer\/(?:[^/]+\/)?devcontainer\.json|\.devcontainer\.json)$/.test(
    file,
  );
}

/** The folder that a dev container is opened in. */
export function projectOf(file: string): string {
  const marker = file.indexOf('.devcontainer');
  return marker <= 0 ? '' : file.slice(0, marker - 1);
}

/** One unit per dev container: its file first, then the compose files of its project, of which it may name some. */
export function withTheirCompose(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const compose = files.filter((file) => !isDevContainer(file));
  return files.filter(isDevContainer).map((file) => {
    const project = projectOf(file);
    const beside = compose.filter(
      (other) => project === '' || folderOf(other) === project || other.startsWith(`${project}/`),
    );
    return [file, ...beside];
  });
}
