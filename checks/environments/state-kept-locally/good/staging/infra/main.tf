terraform {
  backend "local" {
    path = "terraform.tfstate"
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_db_instance" "harbour" {
  identifier          = "harbour-staging"
  engine              = "postgres"
  deletion_protection = true
}
