terraform {
  backend "s3" {
    bucket = "ferries-tfstate"
    key    = "tickets/production.tfstate"
    region = "eu-west-1"
  }
}

module "tickets" {
  source = "../../modules/table"
  name   = "tickets"
}

module "refunds" {
  source = "../../modules/table"
  name   = "refunds"
}
