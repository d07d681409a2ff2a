/// The policy templates that SAM knows, expanded to the statements they stand for.
///
/// Source: aws-sam-translator 1.110.0, `policy_templates.json`, 2026-05; all 81. One line a statement: actions, then
/// resources. `${@Name}` is the template's parameter of that name. A `switch`, so that nothing is built at start-up.
enum PolicyTemplateTable {
  static func lines(of template: String) -> String? {
    switch template {
    case "AMIDescribePolicy":
      return #"""
        ec2:DescribeImages	*
        """#
    case "AWSSecretsManagerGetSecretValuePolicy":
      return #"""
        secretsmanager:GetSecretValue	${@SecretArn}
        """#
    case "AWSSecretsManagerRotationPolicy":
      return #"""
        secretsmanager:DescribeSecret,secretsmanager:GetSecretValue,secretsmanager:PutSecretValue,secretsmanager:UpdateSecretVersionStage	arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:*
        secretsmanager:GetRandomPassword	*
        """#
    case "AcmGetCertificatePolicy":
      return #"""
        acm:GetCertificate	${@CertificateArn}
        """#
    case "AthenaQueryPolicy":
      return #"""
        athena:ListWorkGroups,athena:GetExecutionEngine,athena:GetExecutionEngines,athena:GetNamespace,athena:GetCatalogs,athena:GetNamespaces,athena:GetTables,athena:GetTable	*
        athena:StartQueryExecution,athena:GetQueryResults,athena:DeleteNamedQuery,athena:GetNamedQuery,athena:ListQueryExecutions,athena:StopQueryExecution,athena:GetQueryResultsStream,athena:ListNamedQueries,athena:CreateNamedQuery,athena:GetQueryExecution,athena:BatchGetNamedQuery,athena:BatchGetQueryExecution,athena:GetWorkGroup	arn:${AWS::Partition}:athena:${AWS::Region}:${AWS::AccountId}:workgroup/${@WorkGroupName}
        """#
    case "CloudFormationDescribeStacksPolicy":
      return #"""
        cloudformation:DescribeStacks	arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stack/*
        """#
    case "CloudWatchDashboardPolicy":
      return #"""
        cloudwatch:GetDashboard,cloudwatch:ListDashboards,cloudwatch:PutDashboard,cloudwatch:ListMetrics	*
        """#
    case "CloudWatchDescribeAlarmHistoryPolicy":
      return #"""
        cloudwatch:DescribeAlarmHistory	*
        """#
    case "CloudWatchPutMetricPolicy":
      return #"""
        cloudwatch:PutMetricData	*
        """#
    case "CodeCommitCrudPolicy":
      return #"""
        codecommit:GitPull,codecommit:GitPush,codecommit:CreateBranch,codecommit:DeleteBranch,codecommit:GetBranch,codecommit:ListBranches,codecommit:MergeBranchesByFastForward,codecommit:MergeBranchesBySquash,codecommit:MergeBranchesByThreeWay,codecommit:UpdateDefaultBranch,codecommit:BatchDescribeMergeConflicts,codecommit:CreateUnreferencedMergeCommit,codecommit:DescribeMergeConflicts,codecommit:GetMergeCommit,codecommit:GetMergeOptions,codecommit:BatchGetPullRequests,codecommit:CreatePullRequest,codecommit:DescribePullRequestEvents,codecommit:GetCommentsForPullRequest,codecommit:GetCommitsFromMergeBase,codecommit:GetMergeConflicts,codecommit:GetPullRequest,codecommit:ListPullRequests,codecommit:MergePullRequestByFastForward,codecommit:MergePullRequestBySquash,codecommit:MergePullRequestByThreeWay,codecommit:PostCommentForPullRequest,codecommit:UpdatePullRequestDescription,codecommit:UpdatePullRequestStatus,codecommit:UpdatePullRequestTitle,codecommit:DeleteFile,codecommit:GetBlob,codecommit:GetFile,codecommit:GetFolder,codecommit:PutFile,codecommit:DeleteCommentContent,codecommit:GetComment,codecommit:GetCommentsForComparedCommit,codecommit:PostCommentForComparedCommit,codecommit:PostCommentReply,codecommit:UpdateComment,codecommit:BatchGetCommits,codecommit:CreateCommit,codecommit:GetCommit,codecommit:GetCommitHistory,codecommit:GetDifferences,codecommit:GetObjectIdentifier,codecommit:GetReferences,codecommit:GetTree,codecommit:GetRepository,codecommit:UpdateRepositoryDescription,codecommit:ListTagsForResource,codecommit:TagResource,codecommit:UntagResource,codecommit:GetRepositoryTriggers,codecommit:PutRepositoryTriggers,codecommit:TestRepositoryTriggers,codecommit:GetBranch,codecommit:GetCommit,codecommit:UploadArchive,codecommit:GetUploadArchiveStatus,codecommit:CancelUploadArchive	arn:${AWS::Partition}:codecommit:${AWS::Region}:${AWS::AccountId}:${@RepositoryName}
        """#
    case "CodeCommitReadPolicy":
      return #"""
        codecommit:GitPull,codecommit:GetBranch,codecommit:ListBranches,codecommit:BatchDescribeMergeConflicts,codecommit:DescribeMergeConflicts,codecommit:GetMergeCommit,codecommit:GetMergeOptions,codecommit:BatchGetPullRequests,codecommit:DescribePullRequestEvents,codecommit:GetCommentsForPullRequest,codecommit:GetCommitsFromMergeBase,codecommit:GetMergeConflicts,codecommit:GetPullRequest,codecommit:ListPullRequests,codecommit:GetBlob,codecommit:GetFile,codecommit:GetFolder,codecommit:GetComment,codecommit:GetCommentsForComparedCommit,codecommit:BatchGetCommits,codecommit:GetCommit,codecommit:GetCommitHistory,codecommit:GetDifferences,codecommit:GetObjectIdentifier,codecommit:GetReferences,codecommit:GetTree,codecommit:GetRepository,codecommit:ListTagsForResource,codecommit:GetRepositoryTriggers,codecommit:TestRepositoryTriggers,codecommit:GetBranch,codecommit:GetCommit,codecommit:GetUploadArchiveStatus	arn:${AWS::Partition}:codecommit:${AWS::Region}:${AWS::AccountId}:${@RepositoryName}
        """#
    case "CodePipelineLambdaExecutionPolicy":
      return #"""
        codepipeline:PutJobSuccessResult,codepipeline:PutJobFailureResult	*
        """#
    case "CodePipelineReadOnlyPolicy":
      return #"""
        codepipeline:ListPipelineExecutions	arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${@PipelineName}
        """#
    case "ComprehendBasicAccessPolicy":
      return #"""
        comprehend:BatchDetectKeyPhrases,comprehend:DetectDominantLanguage,comprehend:DetectEntities,comprehend:BatchDetectEntities,comprehend:DetectKeyPhrases,comprehend:DetectSentiment,comprehend:BatchDetectDominantLanguage,comprehend:BatchDetectSentiment	*
        """#
    case "CostExplorerReadOnlyPolicy":
      return #"""
        ce:GetCostAndUsage,ce:GetDimensionValues,ce:GetReservationCoverage,ce:GetReservationPurchaseRecommendation,ce:GetReservationUtilization,ce:GetTags	*
        """#
    case "DynamoDBBackupFullAccessPolicy":
      return #"""
        dynamodb:CreateBackup,dynamodb:DescribeContinuousBackups	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}
        dynamodb:DeleteBackup,dynamodb:DescribeBackup,dynamodb:ListBackups	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}/backup/*
        """#
    case "DynamoDBCrudPolicy":
      return #"""
        dynamodb:GetItem,dynamodb:DeleteItem,dynamodb:PutItem,dynamodb:Scan,dynamodb:Query,dynamodb:UpdateItem,dynamodb:BatchWriteItem,dynamodb:BatchGetItem,dynamodb:DescribeTable,dynamodb:ConditionCheckItem	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName} arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}/index/*
        """#
    case "DynamoDBReadPolicy":
      return #"""
        dynamodb:GetItem,dynamodb:Scan,dynamodb:Query,dynamodb:BatchGetItem,dynamodb:DescribeTable	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName} arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}/index/*
        """#
    case "DynamoDBReconfigurePolicy":
      return #"""
        dynamodb:UpdateTable	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}
        """#
    case "DynamoDBRestoreFromBackupPolicy":
      return #"""
        dynamodb:RestoreTableFromBackup	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}/backup/*
        dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:GetItem,dynamodb:Query,dynamodb:Scan,dynamodb:BatchWriteItem	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}
        """#
    case "DynamoDBStreamReadPolicy":
      return #"""
        dynamodb:DescribeStream,dynamodb:GetRecords,dynamodb:GetShardIterator	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}/stream/${@StreamName}
        dynamodb:ListStreams	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}/stream/*
        """#
    case "DynamoDBWritePolicy":
      return #"""
        dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:BatchWriteItem	arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName} arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${@TableName}/index/*
        """#
    case "EC2CopyImagePolicy":
      return #"""
        ec2:CopyImage	arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:image/${@ImageId}
        """#
    case "EC2DescribePolicy":
      return #"""
        ec2:DescribeRegions,ec2:DescribeInstances	*
        """#
    case "EFSWriteAccessPolicy":
      return #"""
        elasticfilesystem:ClientMount,elasticfilesystem:ClientWrite	arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:file-system/${@FileSystem}
        """#
    case "EKSDescribePolicy":
      return #"""
        eks:DescribeCluster,eks:ListClusters	*
        """#
    case "EcsRunTaskPolicy":
      return #"""
        ecs:RunTask	arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/${@TaskDefinition}
        """#
    case "ElasticMapReduceAddJobFlowStepsPolicy":
      return #"""
        elasticmapreduce:AddJobFlowSteps	arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/${@ClusterId}
        """#
    case "ElasticMapReduceCancelStepsPolicy":
      return #"""
        elasticmapreduce:CancelSteps	arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/${@ClusterId}
        """#
    case "ElasticMapReduceModifyInstanceFleetPolicy":
      return #"""
        elasticmapreduce:ModifyInstanceFleet,elasticmapreduce:ListInstanceFleets	arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/${@ClusterId}
        """#
    case "ElasticMapReduceModifyInstanceGroupsPolicy":
      return #"""
        elasticmapreduce:ModifyInstanceGroups,elasticmapreduce:ListInstanceGroups	arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/${@ClusterId}
        """#
    case "ElasticMapReduceSetTerminationProtectionPolicy":
      return #"""
        elasticmapreduce:SetTerminationProtection	arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/${@ClusterId}
        """#
    case "ElasticMapReduceTerminateJobFlowsPolicy":
      return #"""
        elasticmapreduce:TerminateJobFlows	arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/${@ClusterId}
        """#
    case "ElasticsearchHttpPostPolicy":
      return #"""
        es:ESHttpPost,es:ESHttpPut	arn:${AWS::Partition}:es:${AWS::Region}:${AWS::AccountId}:domain/${@DomainName}/*
        """#
    case "EventBridgePutEventsPolicy":
      return #"""
        events:PutEvents	arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${@EventBusName}
        """#
    case "FilterLogEventsPolicy":
      return #"""
        logs:FilterLogEvents	arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${@LogGroupName}:log-stream:*
        """#
    case "FirehoseCrudPolicy":
      return #"""
        firehose:CreateDeliveryStream,firehose:DeleteDeliveryStream,firehose:DescribeDeliveryStream,firehose:PutRecord,firehose:PutRecordBatch,firehose:UpdateDestination	arn:${AWS::Partition}:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/${@DeliveryStreamName}
        """#
    case "FirehoseWritePolicy":
      return #"""
        firehose:PutRecord,firehose:PutRecordBatch	arn:${AWS::Partition}:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/${@DeliveryStreamName}
        """#
    case "KMSDecryptPolicy":
      return #"""
        kms:Decrypt	arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${@KeyId}
        """#
    case "KMSEncryptPolicy":
      return #"""
        kms:Encrypt	arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${@KeyId}
        """#
    case "KMSEncryptPolicy_v2":
      return #"""
        kms:Encrypt,kms:GenerateDataKey,kms:GenerateDataKeyWithoutPlaintext,kms:GenerateDataKeyPair,kms:GenerateDataKeyPairWithoutPlaintext	arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${@KeyId}
        """#
    case "KinesisCrudPolicy":
      return #"""
        kinesis:AddTagsToStream,kinesis:CreateStream,kinesis:DecreaseStreamRetentionPeriod,kinesis:DeleteStream,kinesis:DescribeStream,kinesis:DescribeStreamSummary,kinesis:GetShardIterator,kinesis:IncreaseStreamRetentionPeriod,kinesis:ListTagsForStream,kinesis:MergeShards,kinesis:PutRecord,kinesis:PutRecords,kinesis:SplitShard,kinesis:RemoveTagsFromStream	arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/${@StreamName}
        """#
    case "KinesisStreamReadPolicy":
      return #"""
        kinesis:ListStreams,kinesis:DescribeLimits	arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/*
        kinesis:DescribeStream,kinesis:DescribeStreamSummary,kinesis:GetRecords,kinesis:GetShardIterator	arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/${@StreamName}
        """#
    case "LambdaInvokePolicy":
      return #"""
        lambda:InvokeFunction	arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${@FunctionName}*
        """#
    case "MobileAnalyticsWriteOnlyAccessPolicy":
      return #"""
        mobileanalytics:PutEvents	*
        """#
    case "OrganizationsListAccountsPolicy":
      return #"""
        organizations:ListAccounts	*
        """#
    case "PinpointEndpointAccessPolicy":
      return #"""
        mobiletargeting:GetEndpoint,mobiletargeting:UpdateEndpoint,mobiletargeting:UpdateEndpointsBatch	arn:${AWS::Partition}:mobiletargeting:${AWS::Region}:${AWS::AccountId}:apps/${@PinpointApplicationId}/endpoints/*
        """#
    case "PollyFullAccessPolicy":
      return #"""
        polly:GetLexicon,polly:DeleteLexicon	arn:${AWS::Partition}:polly:${AWS::Region}:${AWS::AccountId}:lexicon/${@LexiconName}
        polly:DescribeVoices,polly:ListLexicons,polly:PutLexicon,polly:SynthesizeSpeech	arn:${AWS::Partition}:polly:${AWS::Region}:${AWS::AccountId}:lexicon/*
        """#
    case "RekognitionDetectOnlyPolicy":
      return #"""
        rekognition:DetectFaces,rekognition:DetectLabels,rekognition:DetectModerationLabels,rekognition:DetectText	*
        """#
    case "RekognitionFacesManagementPolicy":
      return #"""
        rekognition:IndexFaces,rekognition:DeleteFaces,rekognition:SearchFaces,rekognition:SearchFacesByImage,rekognition:ListFaces	arn:${AWS::Partition}:rekognition:${AWS::Region}:${AWS::AccountId}:collection/${@CollectionId}
        """#
    case "RekognitionFacesPolicy":
      return #"""
        rekognition:CompareFaces,rekognition:DetectFaces	*
        """#
    case "RekognitionLabelsPolicy":
      return #"""
        rekognition:DetectLabels,rekognition:DetectModerationLabels	*
        """#
    case "RekognitionNoDataAccessPolicy":
      return #"""
        rekognition:CompareFaces,rekognition:DetectFaces,rekognition:DetectLabels,rekognition:DetectModerationLabels	arn:${AWS::Partition}:rekognition:${AWS::Region}:${AWS::AccountId}:collection/${@CollectionId}
        """#
    case "RekognitionReadPolicy":
      return #"""
        rekognition:ListCollections,rekognition:ListFaces,rekognition:SearchFaces,rekognition:SearchFacesByImage	arn:${AWS::Partition}:rekognition:${AWS::Region}:${AWS::AccountId}:collection/${@CollectionId}
        """#
    case "RekognitionWriteOnlyAccessPolicy":
      return #"""
        rekognition:CreateCollection,rekognition:IndexFaces	arn:${AWS::Partition}:rekognition:${AWS::Region}:${AWS::AccountId}:collection/${@CollectionId}
        """#
    case "Route53ChangeResourceRecordSetsPolicy":
      return #"""
        route53:ChangeResourceRecordSets	arn:${AWS::Partition}:route53:::hostedzone/${@HostedZoneId}
        """#
    case "S3CrudPolicy":
      return #"""
        s3:GetObject,s3:ListBucket,s3:GetBucketLocation,s3:GetObjectVersion,s3:PutObject,s3:PutObjectAcl,s3:GetLifecycleConfiguration,s3:PutLifecycleConfiguration,s3:DeleteObject	arn:${AWS::Partition}:s3:::${@BucketName} arn:${AWS::Partition}:s3:::${@BucketName}/*
        """#
    case "S3FullAccessPolicy":
      return #"""
        s3:GetObject,s3:GetObjectAcl,s3:GetObjectVersion,s3:PutObject,s3:PutObjectAcl,s3:DeleteObject,s3:DeleteObjectTagging,s3:DeleteObjectVersionTagging,s3:GetObjectTagging,s3:GetObjectVersionTagging,s3:PutObjectTagging,s3:PutObjectVersionTagging	arn:${AWS::Partition}:s3:::${@BucketName}/*
        s3:ListBucket,s3:GetBucketLocation,s3:GetLifecycleConfiguration,s3:PutLifecycleConfiguration	arn:${AWS::Partition}:s3:::${@BucketName}
        """#
    case "S3ReadPolicy":
      return #"""
        s3:GetObject,s3:ListBucket,s3:GetBucketLocation,s3:GetObjectVersion,s3:GetLifecycleConfiguration	arn:${AWS::Partition}:s3:::${@BucketName} arn:${AWS::Partition}:s3:::${@BucketName}/*
        """#
    case "S3WritePolicy":
      return #"""
        s3:PutObject,s3:PutObjectAcl,s3:PutLifecycleConfiguration	arn:${AWS::Partition}:s3:::${@BucketName} arn:${AWS::Partition}:s3:::${@BucketName}/*
        """#
    case "SESBulkTemplatedCrudPolicy":
      return #"""
        ses:GetIdentityVerificationAttributes,ses:SendEmail,ses:SendRawEmail,ses:SendTemplatedEmail,ses:SendBulkTemplatedEmail,ses:VerifyEmailIdentity	arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${@IdentityName}
        """#
    case "SESBulkTemplatedCrudPolicy_v2":
      return #"""
        ses:SendEmail,ses:SendRawEmail,ses:SendTemplatedEmail,ses:SendBulkTemplatedEmail	arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${@IdentityName} arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:template/${@TemplateName}
        ses:GetIdentityVerificationAttributes,ses:VerifyEmailIdentity	*
        """#
    case "SESCrudPolicy":
      return #"""
        ses:GetIdentityVerificationAttributes,ses:SendEmail,ses:SendRawEmail,ses:VerifyEmailIdentity	arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${@IdentityName}
        """#
    case "SESEmailTemplateCrudPolicy":
      return #"""
        ses:CreateTemplate,ses:GetTemplate,ses:ListTemplates,ses:UpdateTemplate,ses:DeleteTemplate,ses:TestRenderTemplate	*
        """#
    case "SESSendBouncePolicy":
      return #"""
        ses:SendBounce	arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${@IdentityName}
        """#
    case "SNSCrudPolicy":
      return #"""
        sns:ListSubscriptionsByTopic,sns:CreateTopic,sns:SetTopicAttributes,sns:Subscribe,sns:Publish	arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:${@TopicName}*
        """#
    case "SNSPublishMessagePolicy":
      return #"""
        sns:Publish	arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:${@TopicName}
        """#
    case "SQSPollerPolicy":
      return #"""
        sqs:ChangeMessageVisibility,sqs:ChangeMessageVisibilityBatch,sqs:DeleteMessage,sqs:DeleteMessageBatch,sqs:GetQueueAttributes,sqs:ReceiveMessage	arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${@QueueName}
        """#
    case "SQSSendMessagePolicy":
      return #"""
        sqs:SendMessage*	arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${@QueueName}
        """#
    case "SSMParameterReadPolicy":
      return #"""
        ssm:DescribeParameters	*
        ssm:GetParameters,ssm:GetParameter,ssm:GetParametersByPath	arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${@ParameterName}
        """#
    case "SSMParameterWithSlashPrefixReadPolicy":
      return #"""
        ssm:DescribeParameters	*
        ssm:GetParameters,ssm:GetParameter,ssm:GetParametersByPath	arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${@ParameterName}
        """#
    case "SageMakerCreateEndpointConfigPolicy":
      return #"""
        sagemaker:CreateEndpointConfig	arn:${AWS::Partition}:sagemaker:${AWS::Region}:${AWS::AccountId}:endpoint-config/${@EndpointConfigName}
        """#
    case "SageMakerCreateEndpointPolicy":
      return #"""
        sagemaker:CreateEndpoint	arn:${AWS::Partition}:sagemaker:${AWS::Region}:${AWS::AccountId}:endpoint/${@EndpointName}
        """#
    case "ServerlessRepoReadWriteAccessPolicy":
      return #"""
        serverlessrepo:CreateApplication,serverlessrepo:CreateApplicationVersion,serverlessrepo:UpdateApplication,serverlessrepo:GetApplication,serverlessrepo:ListApplications,serverlessrepo:ListApplicationVersions,serverlessrepo:ListApplicationDependencies	arn:${AWS::Partition}:serverlessrepo:${AWS::Region}:${AWS::AccountId}:applications/*
        """#
    case "StepFunctionsCallbackPolicy":
      return #"""
        states:SendTaskFailure,states:SendTaskHeartbeat,states:SendTaskSuccess	arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${@StateMachineName}
        """#
    case "StepFunctionsExecutionPolicy":
      return #"""
        states:StartExecution	arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${@StateMachineName}
        """#
    case "StepFunctionsExecutionPolicy_v2":
      return #"""
        states:StartExecution,states:StartSyncExecution	arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${@StateMachineName}
        """#
    case "TextractDetectAnalyzePolicy":
      return #"""
        textract:DetectDocumentText,textract:StartDocumentTextDetection,textract:StartDocumentAnalysis,textract:AnalyzeDocument	*
        """#
    case "TextractGetResultPolicy":
      return #"""
        textract:GetDocumentTextDetection,textract:GetDocumentAnalysis	*
        """#
    case "TextractPolicy":
      return #"""
        textract:*	*
        """#
    case "VPCAccessPolicy":
      return #"""
        ec2:CreateNetworkInterface,ec2:DeleteNetworkInterface,ec2:DescribeNetworkInterfaces,ec2:DetachNetworkInterface	*
        """#
    default: return nil
    }
  }
}
