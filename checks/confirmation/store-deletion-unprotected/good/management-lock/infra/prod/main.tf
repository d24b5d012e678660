provider "azurerm" {
  features {}
}

resource "azurerm_resource_group" "tickets" {
  name     = "tickets"
  location = "westeurope"
}

resource "azurerm_management_lock" "tickets" {
  name       = "tickets"
  scope      = azurerm_resource_group.tickets.id
  lock_level = "CanNotDelete"
}

resource "azurerm_key_vault" "tickets" {
  name                = "harbour-tickets"
  location            = azurerm_resource_group.tickets.location
  resource_group_name = azurerm_resource_group.tickets.name
  sku_name            = "standard"
}

# Locks are made elsewhere as often as here.
resource "azurerm_postgresql_flexible_server" "crew" {
  name                = "harbour-crew"
  location            = "westeurope"
  resource_group_name = "crew"
}
