terraform {
  backend "azurerm" {}
}

provider "azurerm" {
  features {}
}

resource "azurerm_managed_disk" "scratch_data" {
  name                 = "scratch-data"
  location             = "westeurope"
  resource_group_name  = "ledger"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"

  tags = {
    role     = "scratch"
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
