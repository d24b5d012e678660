import type { Format } from '../../model/plugin.ts';

/** HCL2 files: Terraform, OpenTofu and their variable files, Terragrunt, Packer, Nomad. */
export const format: Format = { id: 'hcl', load: () => import('./parse.ts') };
