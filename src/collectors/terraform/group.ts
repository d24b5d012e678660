import { baseName, type FilePath } from '../../model/source.ts';

/** Whether a file holds code of Terraform's language. */
export function isCode(file: string): boolean {
  return /\.(?:tf|tofu|tf\.json)$/.test(file);
}

/** Whether a file says which versions of providers are used. */
export function isLock(file: string): boolean {
  return baseName(file) === '.terraform.lock.hcl';
}

/** Whether a file gives values to variables. */
export function isValues(file: string): boolean {
  return /\.tfvars(?:\.json)?$/.test(file);
}

/** One unit for the tree, because calls lead from any folder to any other. */
export function wholeTree(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return files.some((file) => isCode(file) || file.endsWith('terragrunt.hcl')) ? [files] : [];
}
