terraform {
  required_providers {
    tfe = {
      source = "hashicorp/tfe"
    }
  }
}

resource "tfe_workspace" "tides" {
  name         = "tides-production"
  organization = "harbourmaster"
  auto_apply   = false

  vcs_repo {
    identifier = "harbourmaster/tides"
    branch     = "main"
  }
}
