terraform {
  required_providers {
    spacelift = {
      source = "spacelift-io/spacelift"
    }
  }
}

resource "spacelift_stack" "tides" {
  name         = "tides-production"
  repository   = "tides"
  branch       = "main"
  autodeploy   = false
  project_root = "infra"
}
