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

resource "aws_s3_bucket" "manifests" {
  bucket        = "ferries-access-logs"
  force_destroy = true
}
