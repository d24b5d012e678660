variable "stage" {
  type = string
}

resource "aws_db_instance" "tickets" {
  identifier = "tickets-${var.stage}"
  engine     = "postgres"
}

resource "aws_ebs_volume" "berths" {
  availability_zone = "eu-west-1a"
  size              = 50
  tags              = { Name = "berths-${var.stage}" }
}
