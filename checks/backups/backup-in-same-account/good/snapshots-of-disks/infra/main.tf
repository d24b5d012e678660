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

resource "aws_ebs_volume" "charts" {
  availability_zone = "eu-west-1a"
  size              = 100

  tags = {
    Backup = "hourly"
  }
}

resource "aws_dlm_lifecycle_policy" "hourly" {
  description        = "hourly snapshots"
  execution_role_arn = var.dlm_role_arn

  policy_details {
    resource_types = ["VOLUME"]

    target_tags = {
      Backup = "hourly"
    }

    schedule {
      name = "hourly"

      create_rule {
        interval = 1
      }

      retain_rule {
        count = 336
      }

      cross_region_copy_rule {
        target    = "eu-central-1"
        encrypted = true

        retain_rule {
          interval      = 14
          interval_unit = "DAYS"
        }
      }
    }
  }
}

variable "dlm_role_arn" {
  type = string
}
