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
  identifier               = "timetable"
  engine                   = "postgres"
  instance_class           = "db.t4g.medium"
  deletion_protection      = true
  backup_retention_period  = 14
  delete_automated_backups = false
}

resource "aws_s3_bucket" "trail" {
  bucket = "ferries-trail"
}

resource "aws_cloudtrail" "main" {
  name                  = "main"
  s3_bucket_name        = aws_s3_bucket.trail.id
  is_multi_region_trail = true

  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "ferries-trail"
}

resource "aws_sns_topic" "on_call" {
  name = "on-call"
}

resource "aws_cloudwatch_event_rule" "logins" {
  name = "logins"
  event_pattern = jsonencode({
    "detail-type" = ["AWS API Call via CloudTrail"]
    detail        = { eventName = ["ConsoleLogin"] }
  })
}

resource "aws_cloudwatch_event_target" "on_call" {
  rule = aws_cloudwatch_event_rule.logins.name
  arn  = aws_sns_topic.on_call.arn
}

module "alarms" {
  source         = "terraform-aws-modules/cloudwatch/aws//modules/cis-alarms"
  version        = "~> 5.0"
  log_group_name = aws_cloudwatch_log_group.trail.name
  alarm_actions  = [aws_sns_topic.on_call.arn]
}
