resource "google_sql_database_instance" "tickets" {
  name                = "tickets"
  database_version    = "POSTGRES_17"
  deletion_protection = false

  settings {
    tier = "db-custom-2-8192"

    backup_configuration {
      enabled = true
    }
    retain_backups_on_delete = true
  }
}
