/// An organisation of any size, for measuring: repositories of ten templates each, three of which in turn loop together.
///
/// Everything that meets other files by name is in it: literal names, names with parameters, names that are parameters,
/// exports, a bus, wildcards, and tables and buckets with filters.
struct Organisation {
  static let templatesOfRepository = 10

  let templates: Int

  var repositories: Int { (templates + Organisation.templatesOfRepository - 1) / Organisation.templatesOfRepository }

  /// The loops that only several repositories close: one for each three of them.
  var loops: Int { repositories / 3 }

  /// The templates of a repository, by the path in it.
  func files(of repository: Int) -> [(path: String, text: String)] {
    let first = repository * Organisation.templatesOfRepository
    return (first..<min(first + Organisation.templatesOfRepository, templates)).map { number in
      let text = number == first ? Organisation.entrance(repository, of: repositories) : Organisation.service(number)
      return ("service-\(number - first)/template.yaml", text)
    }
  }

  /// The template through which a repository is woken by the one before it and wakes the next one of its three.
  private static func entrance(_ repository: Int, of count: Int) -> String {
    let group = repository / 3 * 3
    let next = group + 2 < count ? group + (repository - group + 1) % 3 : count
    return """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Inbox:
          Type: AWS::SQS::Queue
          Properties: {QueueName: team-\(repository)-inbox, VisibilityTimeout: 180}
        Receive:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: python3.13
            Handler: receive.handler
            MemorySize: 512
            Timeout: 30
            Policies:
              - Statement:
                  - Effect: Allow
                    Action: sqs:SendMessage
                    Resource: !Sub arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:team-\(next)-inbox
            Events:
              Message: {Type: SQS, Properties: {Queue: !GetAtt Inbox.Arn}}
      Outputs:
        Inbox: {Value: !GetAtt Inbox.Arn, Export: {Name: team-\(repository)-inbox}}

      """
  }

  /// A service as there are many: an API, a bucket that is worked off, a table with a stream, a bus.
  private static func service(_ number: Int) -> String {
    """
    Transform: AWS::Serverless-2016-10-31
    Parameters:
      Stage: {Type: String, Default: dev}
      ArchiveName: {Type: String}
    Globals:
      Function: {Runtime: nodejs22.x, Timeout: 20, MemorySize: 256}
    Resources:
      Uploads:
        Type: AWS::S3::Bucket
        Properties: {BucketName: !Sub "${Stage}-service-\(number)-uploads"}
      Archive:
        Type: AWS::S3::Bucket
        Properties:
          BucketName: !Ref ArchiveName
          NotificationConfiguration: {EventBridgeConfiguration: {EventBridgeEnabled: true}}
      Items:
        Type: AWS::DynamoDB::Table
        Properties:
          TableName: service-\(number)-items
          StreamSpecification: {StreamViewType: NEW_IMAGE}
      Jobs:
        Type: AWS::SQS::Queue
        Properties: {VisibilityTimeout: 180}
      Api:
        Type: AWS::Serverless::Function
        Properties:
          Handler: api.handler
          Policies:
            - DynamoDBCrudPolicy: {TableName: !Ref Items}
            - SQSSendMessagePolicy: {QueueName: !GetAtt Jobs.QueueName}
          Events:
            Any: {Type: HttpApi, Properties: {Path: "/{proxy+}", Method: any}}
      Work:
        Type: AWS::Serverless::Function
        Properties:
          Handler: work.handler
          Policies:
            - Statement:
                - {Effect: Allow, Action: "s3:PutObject", Resource: !Sub "${Archive.Arn}/*"}
                - {Effect: Allow, Action: "sns:Publish", Resource: "*"}
          Events:
            Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}
            Upload:
              Type: S3
              Properties:
                Bucket: !Ref Uploads
                Events: s3:ObjectCreated:*
                Filter: {S3Key: {Rules: [{Name: suffix, Value: .csv}]}}
      Publish:
        Type: AWS::Serverless::Function
        Properties:
          Handler: publish.handler
          Policies:
            - Statement:
                - Effect: Allow
                  Action: events:PutEvents
                  Resource: !Sub arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/company
                  Condition: {StringEquals: {"events:source": service-\(number)}}
          Events:
            Change:
              Type: DynamoDB
              Properties:
                Stream: !GetAtt Items.StreamArn
                StartingPosition: LATEST
                FilterCriteria: {Filters: [{Pattern: '{"eventName": ["INSERT"]}'}]}
      Listen:
        Type: AWS::Serverless::Function
        Properties:
          Handler: listen.handler
          Events:
            Archived:
              Type: EventBridgeRule
              Properties:
                Pattern: {source: [aws.s3], detail: {bucket: {name: [!Ref Archive]}}}
            Event:
              Type: EventBridgeRule
              Properties:
                EventBusName: company
                Pattern: {source: [service-\(number - 1)], detail-type: [changed]}

    """
  }
}
