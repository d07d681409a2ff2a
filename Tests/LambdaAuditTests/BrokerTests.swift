import Diagnostics
import LambdaAudit
import TestSupport
import Testing

/// Pollers of brokers work in the broker's subnets, and need a way from there to Lambda.
@Suite struct BrokerTests {
  private func messages(_ name: String, _ text: String) throws -> [String] {
    let scratch = try Scratch([name: text])
    var request = AuditRequest(paths: [scratch.file(name)])
    request.only = ["vpc-without-nat"]
    return Audit.run(request).report.findings.map(\.message)
  }

  @Test func aMappingMayNameTheSubnets() throws {
    let template = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Network: {Type: AWS::EC2::VPC}
        Inner: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Network}}
        Routes: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Network}}
        Association:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: {SubnetId: !Ref Inner, RouteTableId: !Ref Routes}
        Handle:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.b
            Events:
              Order:
                Type: SelfManagedKafka
                Properties:
                  KafkaBootstrapServers: ["kafka.shop:9092"]
                  Topics: [orders]
                  SourceAccessConfigurations:
                    - {Type: VPC_SUBNET, URI: !Sub "subnet:${Inner}"}
      """
    #expect(
      try messages("template.yaml", template) == [
        "the pollers of 'kafka.shop:9092' can't call Lambda: its subnets have no default route"
      ])
    let elsewhere = template.replacing("subnet:${Inner}", with: "subnet:subnet-0123")
    #expect(try messages("template.yaml", elsewhere) == [])
  }

  @Test func aBrokerOfTerraformHasItsSubnets() throws {
    let text = """
      resource "aws_vpc" "network" { cidr_block = "10.0.0.0/16" }
      resource "aws_subnet" "inner" {
        vpc_id     = aws_vpc.network.id
        cidr_block = "10.0.1.0/24"
      }
      resource "aws_route_table" "routes" { vpc_id = aws_vpc.network.id }
      resource "aws_route_table_association" "routes" {
        subnet_id      = aws_subnet.inner.id
        route_table_id = aws_route_table.routes.id
      }
      resource "aws_msk_cluster" "orders" {
        cluster_name = "orders"
        broker_node_group_info { client_subnets = [aws_subnet.inner.id] }
      }
      resource "aws_lambda_function" "handle" {
        function_name = "handle"
        role          = "arn:aws:iam::123456789012:role/handle"
      }
      resource "aws_lambda_event_source_mapping" "orders" {
        event_source_arn = aws_msk_cluster.orders.arn
        function_name    = aws_lambda_function.handle.arn
        topics           = ["orders"]
      }
      """
    #expect(
      try messages("main.tf", text) == [
        "the pollers of 'aws_msk_cluster.orders' can't call Lambda: its subnets have no default route"
      ])
  }
}
