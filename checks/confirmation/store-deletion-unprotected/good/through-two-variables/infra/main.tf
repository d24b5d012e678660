variable "environment" {
  type = string
}

variable "database_is_protected" {
  type    = bool
  default = true
}

module "database" {
  source       = "./modules/database"
  name         = "tidewatch-${var.environment}"
  is_protected = var.database_is_protected
}
