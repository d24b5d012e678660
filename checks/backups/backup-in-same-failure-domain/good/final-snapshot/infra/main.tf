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

resource "aws_db_instance" "timetable" {
  identifier                = "timetable"
  engine                    = "postgres"
  instance_class            = "db.t4g.medium"
  backup_retention_period   = 14
  skip_final_snapshot       = false
  final_snapshot_identifier = "timetable-last"
}
