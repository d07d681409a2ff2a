/// Templates of any size, for measuring.
enum Templates {
  /// A SAM template of functions with a queue each, about 900 bytes per function.
  static func functions(_ count: Int) -> String {
    var text = "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n"
    for index in 0..<count { text += function(index) }
    return text
  }

  private static func function(_ index: Int) -> String {
    """
      Orders\(index)Function:
        Type: AWS::Serverless::Function
        Properties:
          Handler: src/handlers/orders\(index).handler
          Runtime: nodejs22.x
          MemorySize: 512
          Timeout: 30
          Environment:
            Variables:
              TABLE_NAME: !Ref Orders\(index)Table
              QUEUE_URL: !Ref Orders\(index)Queue
              LOG_LEVEL: info
          Policies:
            - SQSSendMessagePolicy:
                QueueName: !GetAtt Orders\(index)Queue.QueueName
            - Statement:
                - Effect: Allow
                  Action: [dynamodb:GetItem, dynamodb:PutItem]
                  Resource: !Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders-\(index)'
          Events:
            Api:
              Type: HttpApi
              Properties: {Path: /orders\(index), Method: get}
      Orders\(index)Queue:
        Type: AWS::SQS::Queue
        Properties:
          VisibilityTimeout: 180
      Orders\(index)Table:
        Type: AWS::DynamoDB::Table
        Properties:
          TableName: orders-\(index)

    """
  }

  /// Functions in one ring: each is woken by its queue and writes into the next one's.
  static func ring(_ count: Int) -> String {
    graph(count) { index in
      "            - {Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Q\((index + 1) % count).Arn}\n"
    }
  }

  /// Functions of which each may write into every queue.
  static func completeGraph(_ count: Int) -> String {
    graph(count) { _ in "            - {Effect: Allow, Action: 'sqs:*', Resource: '*'}\n" }
  }

  /// Functions of which each may write into two queues anywhere.
  static func random(_ count: Int) -> String {
    var state: UInt64 = 42
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    return graph(count) { _ in
      "            - {Effect: Allow, Action: sqs:SendMessage, Resource: [!GetAtt Q\(next()).Arn, !GetAtt Q\(next()).Arn]}\n"
    }
  }

  private static func graph(_ count: Int, statement: (Int) -> String) -> String {
    var text = "Transform: AWS::Serverless-2016-10-31\nResources:\n"
    for index in 0..<count {
      text += "  Q\(index):\n    Type: AWS::SQS::Queue\n"
      text += "  F\(index):\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: python3.13\n"
      text += "      Handler: f.h\n      Policies:\n        - Statement:\n" + statement(index)
      text += "      Events:\n        Wake: {Type: SQS, Properties: {Queue: !GetAtt Q\(index).Arn}}\n"
    }
    return text
  }
}
