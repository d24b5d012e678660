terraform {
  required_providers {
    env0 = {
      source = "env0/env0"
    }
  }
}

resource "env0_environment" "tides" {
  name                       = "tides-production"
  project_id                 = "b7a1f2"
  template_id                = "c3d4e5"
  approve_plan_automatically = false
}
