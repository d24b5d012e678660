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
  identifier          = "timetable"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  deletion_protection = true
}

resource "aws_backup_vault" "main" {
  name = "ferries"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 3 * * ? *)"
  }
}

resource "aws_backup_selection" "daily" {
  name         = "daily"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = var.backup_role_arn

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}

variable "backup_role_arn" {
  type = string
}
