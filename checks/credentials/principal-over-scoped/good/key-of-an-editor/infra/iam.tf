resource "google_project_iam_member" "importer" {
  project = "letters-4711"
  role    = "roles/cloudsql.client"
  member  = "serviceAccount:importer@letters-4711.iam.gserviceaccount.com"
}
