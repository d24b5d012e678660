resource "aws_db_instance" "letters" {
  identifier          = "letters"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  deletion_protection = true
}
