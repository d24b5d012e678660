terraform {
  backend "azurerm" {}
}

provider "azurerm" {
  features {}
}

resource "azurerm_managed_disk" "ledger_data" {
  name                 = "ledger-data"
  location             = "westeurope"
  resource_group_name  = "ledger"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"

  tags = {
    role     = "postgres"
    snapshot = "disabled"
  }
}

resource "azurerm_managed_disk" "files_data" {
  name                 = "files-data"
  location             = "westeurope"
  resource_group_name  = "ledger"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"

  tags = {
    role     = "files"
    snapshot = "daily"
  }
}
