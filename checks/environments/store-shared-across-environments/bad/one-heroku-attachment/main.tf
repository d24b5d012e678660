resource "heroku_app" "main" {
  name   = "harbour"
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

resource "heroku_addon_attachment" "staging" {
  app_id   = heroku_app.staging.id
  addon_id = heroku_addon.database.id
}
