terraform {
  backend "gcs" {
    bucket = "ferries-tfstate"
    prefix = "production"
  }
}

provider "google" {
  project = "ferries-production"
  region  = "europe-west3"
}

resource "google_sql_database_instance" "timetable" {
  name                = "timetable"
  database_version    = "POSTGRES_16"
  deletion_protection = true

  settings {
    tier = "db-custom-2-7680"

    backup_configuration {
      enabled = true
    }
  }
}
