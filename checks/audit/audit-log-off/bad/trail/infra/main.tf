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
  enable_logging = false
}

variable "log_archive_bucket" {
  type = string
}
