# What the service does where no block says so is not visible here.
resource "google_sql_database_instance" "tickets" {
  name             = "tickets"
  database_version = "POSTGRES_17"

  settings {
    tier = "db-custom-2-8192"
  }
}

resource "google_firestore_database" "crew" {
  name        = "crew"
  location_id = "eur3"
  type        = "FIRESTORE_NATIVE"
}

resource "google_firestore_backup_schedule" "crew" {
  database  = google_firestore_database.crew.name
  retention = "2419200s"

  daily_recurrence {}
}
