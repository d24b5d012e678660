import { baseName, type FilePath } from '../../model/source.ts';

/** Whether the file says what a pipeline does, and not how an agent is set up. */
export function isPipelineFile(file: string): boolean {
  return /\.ya?ml$/.test(file) || baseName(file) === 'Jenkinsfile';
}

/** One unit per pipeline file, each with the settings of the repository. */
export function groupWithSettings(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const settings = files.filter((file) => !isPipelineFile(file));
  return files.filter(isPipelineFile).map((file) => [file, ...settings]);
}
