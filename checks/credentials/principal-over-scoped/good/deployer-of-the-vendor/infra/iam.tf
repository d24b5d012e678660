resource "aws_iam_role" "stacks" {
  name = "stacks"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "cloudformation.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "stacks" {
  role       = aws_iam_role.stacks.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
