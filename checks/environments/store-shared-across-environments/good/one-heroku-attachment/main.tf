resource "heroku_app" "main" {
  name   = "harbour"
  region = "eu"
}

resource "heroku_app" "worker" {
  name   = "harbour-worker"
  region = "eu"
}

resource "heroku_app" "staging" {
  name   = "harbour-staging"
  region = "eu"
}

resource "heroku_addon" "database" {
  app_id = heroku_app.main.id
  plan   = "heroku-postgresql:standard-0"
}

resource "heroku_addon" "staging" {
  app_id = heroku_app.staging.id
  plan   = "heroku-postgresql:essential-0"
}

# Another app of production.
resource "heroku_addon_attachment" "worker" {
  app_id   = heroku_app.worker.id
  addon_id = heroku_addon.database.id
}
