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

resource "aws_cloudtrail" "main" {
  name = "main"
  s3_bucket_name = var.log_archive_bucket
  enable_logging = var.trail
}

variable "log_archive_bucket" {
  type = string
}

variable "trail" {
  type = bool
}
