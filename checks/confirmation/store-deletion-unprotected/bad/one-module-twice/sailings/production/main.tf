terraform {
  backend "s3" {
    bucket = "ferries-tfstate"
    key    = "sailings/production.tfstate"
    region = "eu-west-1"
  }
}

module "sailings" {
  source = "../../modules/table"
  name   = "sailings"
}
