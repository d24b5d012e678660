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

resource "aws_ebs_volume" "postgres" {
  availability_zone = "eu-west-1a"
  size              = 500
  tags = {
    Snapshots = "hourly"
  }
}

resource "aws_ebs_volume" "build_cache" {
  availability_zone = "eu-west-1a"
  size              = 100
}

resource "aws_dlm_lifecycle_policy" "hourly" {
  description        = "hourly snapshots"
  execution_role_arn = aws_iam_role.dlm.arn

  policy_details {
    resource_types = ["VOLUME"]
    target_tags = {
      Snapshots = "hourly"
    }

    schedule {
      name = "hourly"
      create_rule {
        interval      = 1
        interval_unit = "HOURS"
      }
      retain_rule {
        count = 336
      }
    }
  }
}

resource "aws_iam_role" "dlm" {
  name               = "dlm"
  assume_role_policy = "{}"
}
