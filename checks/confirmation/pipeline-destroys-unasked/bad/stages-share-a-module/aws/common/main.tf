resource "aws_s3_bucket" "documents" {
  bucket        = "harbour-documents"
  force_destroy = true
}
