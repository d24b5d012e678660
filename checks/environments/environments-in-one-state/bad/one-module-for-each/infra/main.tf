terraform {
  backend "gcs" {
    bucket = "harbour-state"
    prefix = "harbour"
  }
}

module "app" {
  source   = "./app"
  for_each = toset(["staging", "prod"])
}
