variable "name" {
  type = string
}

variable "is_protected" {
  type = bool
}

resource "google_sql_database_instance" "main" {
  name                = var.name
  database_version    = "POSTGRES_17"
  deletion_protection = var.is_protected

  settings {
    tier                        = "db-custom-2-7680"
    deletion_protection_enabled = var.is_protected

    backup_configuration {
      enabled = true
    }
  }
}
