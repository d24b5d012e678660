terraform {
  backend "s3" {
    bucket = "harbour-state"
    key    = "harbour.tfstate"
  }
}

resource "aws_db_instance" "production" {
  identifier = "harbour-production"
  engine     = "postgres"
}

resource "aws_db_instance" "staging" {
  identifier = "harbour-staging"
  engine     = "postgres"
}
