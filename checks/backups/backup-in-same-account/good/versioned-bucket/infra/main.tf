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

resource "aws_s3_bucket" "offsite" {
  bucket = "ferries-offsite-backups"
}

resource "aws_s3_bucket_versioning" "offsite" {
  bucket = aws_s3_bucket.offsite.id

  versioning_configuration {
    status = "Enabled"
  }
}
