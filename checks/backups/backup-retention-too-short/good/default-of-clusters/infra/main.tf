terraform {
  backend "s3" {
    bucket = "ferries-tfstate"
    key    = "production/terraform.tfstate"
    region = "eu-west-1"
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_rds_cluster" "timetable" {
  cluster_identifier      = "timetable"
  engine                  = "aurora-postgresql"
  deletion_protection     = true
  backup_retention_period = 14
}
