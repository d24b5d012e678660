provider "google" {
  project = "harbour-tickets"
  region  = "europe-west1"
}

# Terraform refuses to destroy it unless told otherwise.
resource "google_sql_database_instance" "tickets" {
  name             = "tickets"
  database_version = "POSTGRES_17"

  settings {
    tier = "db-custom-2-8192"

    backup_configuration {
      enabled = true
    }
    retain_backups_on_delete = true
  }
}

variable "protect" {
  type = bool
}

# Nobody can tell.
resource "google_sql_database_instance" "crew" {
  name                = "crew"
  database_version    = "POSTGRES_17"
  deletion_protection = var.protect

  settings {
    tier                     = "db-custom-2-8192"
    retain_backups_on_delete = true
  }
}
