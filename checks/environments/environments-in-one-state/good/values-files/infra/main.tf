variable "environment" {
  type = string
}

resource "aws_db_instance" "main" {
  identifier = "harbour-${var.environment}"
  engine     = "postgres"
}
