terraform {
  backend "s3" {
    bucket = "harbour-state"
    key    = "harbour.tfstate"
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_db_instance" "harbour" {
  identifier          = "harbour-prod"
  engine              = "postgres"
  deletion_protection = true
}
