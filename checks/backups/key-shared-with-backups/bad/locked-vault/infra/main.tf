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

resource "aws_kms_key" "data" {
  description = "data of the timetable"
}

resource "aws_db_instance" "timetable" {
  identifier              = "timetable"
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  deletion_protection     = true
  backup_retention_period = 14
  storage_encrypted       = true
  kms_key_id              = aws_kms_key.data.arn
}

resource "aws_backup_vault" "locked" {
  name        = "locked"
  kms_key_arn = aws_kms_key.data.arn
}

resource "aws_backup_vault_lock_configuration" "locked" {
  backup_vault_name   = aws_backup_vault.locked.name
  changeable_for_days = 3
  min_retention_days  = 30
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.locked.name
  }
}

resource "aws_backup_selection" "daily" {
  name         = "daily"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = var.backup_role
  resources    = [aws_db_instance.timetable.arn]
}

variable "backup_role" {
  type = string
}
