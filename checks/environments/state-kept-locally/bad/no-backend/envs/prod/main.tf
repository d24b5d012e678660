provider "aws" {
  region = "eu-west-1"
}

resource "aws_dynamodb_table" "berths" {
  name                        = "berths"
  hash_key                    = "id"
  deletion_protection_enabled = true

  point_in_time_recovery {
    enabled = true
  }
}
