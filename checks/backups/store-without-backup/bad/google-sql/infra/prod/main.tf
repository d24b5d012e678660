resource "google_sql_database_instance" "tickets" {
  name             = "tickets"
  database_version = "POSTGRES_17"

  settings {
    tier = "db-custom-2-8192"

    backup_configuration {
      enabled = false
    }
  }
}
