import { registryPage, vendorOf } from '../../../recognize/resource/vendor.ts';

const terraformPage = registryPage('hashicorp/azurerm', 'azurerm_');

/** Azure's resources, with the pages of its Terraform provider or of its own templates. */
export const azure = vendorOf({
  provider: 'azure',
  page: (type) =>
    type.startsWith('Microsoft.')
      ? `https://learn.microsoft.com/en-us/azure/templates/${type.toLowerCase()}`
      : terraformPage(type),
  checkedOn: '2026-11-21',
});
