param env string
param location string = resourceGroup().location

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-harbour-${env}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
  }
}

resource address 'Microsoft.Network/publicIPAddresses@2023-09-01' = {
  name: 'ip-harbour-${env}'
  location: location
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: address
  properties: { level: 'CanNotDelete' }
}
