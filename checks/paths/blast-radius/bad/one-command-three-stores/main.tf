resource "aws_db_instance" "timetable" {
  identifier = "timetable-production"
  engine     = "postgres"
}

resource "aws_db_instance" "tickets" {
  identifier = "tickets-production"
  engine     = "postgres"
}

resource "aws_ebs_volume" "berths" {
  availability_zone = "eu-west-1a"
  size              = 50
  tags              = { Name = "berths-production" }
}
