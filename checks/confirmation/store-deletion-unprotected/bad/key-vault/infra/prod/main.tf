provider "azurerm" {
  features {}
}

resource "azurerm_key_vault" "tickets" {
  name                = "harbour-tickets"
  location            = "westeurope"
  resource_group_name = "tickets"
  sku_name            = "standard"
}
