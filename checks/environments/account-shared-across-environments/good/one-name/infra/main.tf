provider "aws" {
  region = "eu-west-1"
}

variable "env" {}

resource "aws_s3_bucket" "archive" {
  bucket = "ledger-archive"
}

resource "aws_s3_bucket" "entries" {
  bucket = "ledger-entries-${var.env}"
}
