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

# default: a disk is deleted without a snapshot, and snapshots are made otherwise
resource "aws_ebs_volume" "charts" {
  availability_zone = "eu-west-1a"
  size              = 100
}
