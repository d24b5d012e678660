resource "mongodbatlas_advanced_cluster" "tickets" {
  project_id                     = "harbour"
  name                           = "tickets"
  cluster_type                   = "REPLICASET"
  termination_protection_enabled = true
}
