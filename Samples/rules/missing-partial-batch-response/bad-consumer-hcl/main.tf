resource "aws_kinesis_stream" "clicks" { name = "clicks" }
resource "aws_kinesis_stream_consumer" "report" {
  name       = "report"
  stream_arn = aws_kinesis_stream.clicks.arn
}
resource "aws_lambda_function" "handle" {
  function_name = "handle"
  role          = "arn:aws:iam::123456789012:role/handle"
}
resource "aws_lambda_event_source_mapping" "clicks" {
  event_source_arn  = aws_kinesis_stream_consumer.report.arn
  function_name     = aws_lambda_function.handle.arn
  starting_position = "LATEST"
}
