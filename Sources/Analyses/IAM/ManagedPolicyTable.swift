/// The AWS managed policies that allow unconditional writes: name, then what on which resources.
///
/// Source: the policies' documents as of 2026-04; entries that a condition limits are left out.
enum ManagedPolicyTable {
  static let text: StaticString = """
    AWSAgentlessDiscoveryService s3.put,s3.acl@arn:aws:s3:::import-to-ec2-connector-debug-logs/* \
    sns.pub@arn:aws:sns:*:*:metrics-sns-topic-for-*
    AWSBackupServiceRolePolicyForRestores ddb.put,ddb.upd,ddb.del,ddb.batch@arn:aws:dynamodb:*:*:table/*
    AWSBackupServiceRolePolicyForS3Restore s3.put,s3.del,s3.tag,s3.acl@arn:aws:s3:::*/*
    AWSCodeDeployRole sns.pub@*
    AWSCodeDeployRoleForCloudFormation lambda.invoke@arn:aws:lambda:*:*:function:CodeDeployHook_*
    AWSCodeDeployRoleForECS sns.pub,lambda.invoke@*
    AWSCodeDeployRoleForECSLimited lambda.invoke@arn:aws:lambda:*:*:function:CodeDeployHook_* \
    sns.pub@arn:aws:sns:*:*:CodeDeployTopic_*
    AWSCodeDeployRoleForLambda sns.pub@* lambda.invoke@arn:aws:lambda:*:*:function:CodeDeployHook_*
    AWSCodeDeployRoleForLambdaLimited lambda.invoke@arn:aws:lambda:*:*:function:CodeDeployHook_*
    AWSCodeStarServiceRole sns.pub@* s3.put,s3.del,s3.tag,s3.acl@arn:aws:s3:::aws-codestar-* \
    s3.put,s3.del,s3.tag,s3.acl@arn:aws:s3:::elasticbeanstalk-*
    AWSConnector s3.put,s3.del,s3.acl@arn:aws:s3:::import-to-ec2-* sns.pub@arn:aws:sns:*:*:metrics-sns-topic-for-*
    AWSDeepRacerFullAccess s3.del@arn:aws:s3:::*DeepRacer* s3.del@arn:aws:s3:::*DeepRacer*/* \
    s3.del@arn:aws:s3:::*Deepracer* s3.del@arn:aws:s3:::*Deepracer*/* s3.del@arn:aws:s3:::*deepracer* \
    s3.del@arn:aws:s3:::*deepracer*/* s3.del@arn:aws:s3:::dr-* s3.del@arn:aws:s3:::dr-*/*
    AWSDeepRacerRoboMakerAccessPolicy s3.put@arn:aws:s3:::*DeepRacer* s3.put@arn:aws:s3:::*Deepracer* \
    s3.put@arn:aws:s3:::*deepracer* s3.put@arn:aws:s3:::dr-*
    AWSDeepRacerServiceRolePolicy lambda.invoke@arn:aws:lambda:*:*:function:*DeepRacer* \
    lambda.invoke@arn:aws:lambda:*:*:function:*Deepracer* lambda.invoke@arn:aws:lambda:*:*:function:*deepracer* \
    lambda.invoke@arn:aws:lambda:*:*:function:*dr-* s3.put,s3.del@arn:aws:s3:::*DeepRacer* \
    s3.put,s3.del@arn:aws:s3:::*Deepracer* s3.put,s3.del@arn:aws:s3:::*deepracer* s3.put,s3.del@arn:aws:s3:::dr-*
    AWSDiscoveryContinuousExportFirehosePolicy s3.put@arn:aws:s3:::aws-application-discovery-service-*
    AWSElasticBeanstalkCustomPlatformforEC2Role s3.put@arn:aws:s3:::elasticbeanstalk-* \
    s3.put@arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkEnhancedHealth sns.pub@*
    AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy s3.put,s3.del,s3.acl@arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkRoleCore s3.put,s3.del,s3.tag,s3.acl@arn:aws:s3:::elasticbeanstalk-*/* \
    s3.put,s3.del,s3.tag,s3.acl@arn:aws:s3:::elasticbeanstalk-env-resources-*/*
    AWSElasticBeanstalkRoleSNS sns.pub@*
    AWSElasticBeanstalkService s3.put,s3.del,s3.tag,s3.acl@arn:aws:s3:::elasticbeanstalk-* \
    s3.put,s3.del,s3.tag,s3.acl@arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkWebTier s3.put@arn:aws:s3:::elasticbeanstalk-* s3.put@arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkWorkerTier sqs.send@* \
    ddb.put,ddb.upd,ddb.del,ddb.batch@arn:aws:dynamodb:*:*:table/*-stack-AWSEBWorkerCronLeaderRegistry* \
    s3.put@arn:aws:s3:::elasticbeanstalk-* s3.put@arn:aws:s3:::elasticbeanstalk-*/*
    AWSForWordPressPluginPolicy s3.put,s3.del,s3.acl@arn:aws:s3:::audio-for-wordpress* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::audio_for_wordpress*
    AWSGlueConsoleFullAccess s3.put@arn:aws:s3:::*/*aws-glue-*/* s3.put@arn:aws:s3:::aws-glue-* \
    s3.put@arn:aws:s3:::aws-glue-*/*
    AWSGlueConsoleSageMakerNotebookFullAccess s3.put@arn:aws:s3:::*/*aws-glue-*/* s3.put@arn:aws:s3:::aws-glue-*
    AWSGlueServiceNotebookRole s3.put,s3.del@arn:aws:s3:::aws-glue*
    AWSGlueServiceRole s3.put,s3.del@arn:aws:s3:::*/*aws-glue-*/* s3.put,s3.del@arn:aws:s3:::aws-glue-*/*
    AWSImageBuilderFullAccess sns.pub@arn:aws:sns:*:*:*imagebuilder*
    AWSIoTDataAccess iot.pub@*
    AWSIoTDeviceDefenderPublishFindingsToSNSMitigationAction sns.pub@*
    AWSIoTDeviceTesterForFreeRTOSFullAccess api.invoke@arn:aws:acm:*:*:certificate/* \
    api.invoke@arn:aws:execute-api:us-east-1:098862408343:9xpmnvs5h4/prod/POST/metrics \
    api.invoke,s3.put,s3.del@arn:aws:iam::*:role/idt-* s3.put,s3.del@arn:aws:iot:*:*:cert/* \
    s3.put,s3.del@arn:aws:iot:*:*:job/* s3.put,s3.del@arn:aws:iot:*:*:otaupdate/idt* \
    s3.put,s3.del@arn:aws:iot:*:*:policy/idt* s3.put,s3.del@arn:aws:iot:*:*:stream/* \
    s3.put,s3.del@arn:aws:iot:*:*:thing/idt* api.invoke@arn:aws:s3:::afr-ota* s3.put,s3.del@arn:aws:s3:::afr-ota*/* \
    api.invoke@arn:aws:s3:::idt-* s3.put,s3.del@arn:aws:s3:::idt-*/* api.invoke@arn:aws:signer:*:*:/signing-jobs/* \
    api.invoke@arn:aws:signer:*:*:/signing-profiles/*
    AWSIoTDeviceTesterForGreengrassFullAccess \
    api.invoke@arn:aws:execute-api:us-east-1:098862408343:9xpmnvs5h4/prod/POST/metrics \
    api.invoke@arn:aws:iot:*:*:cert/* api.invoke@arn:aws:lambda:*:*:function:idt-* s3.put,s3.del@arn:aws:s3:::idt*
    AWSIoTFullAccess iot.pub@*
    AWSIoTRuleActions s3.put,ddb.put,sqs.send,sns.pub,iot.pub@*
    AWSIoTWirelessFullPublishAccess iot.pub@*
    AWSLambdaExecute s3.put@arn:aws:s3:::*
    AWSLambdaInvocation-DynamoDB lambda.invoke@*
    AWSLambdaRole lambda.invoke@*
    AWSLambda_FullAccess lambda.invoke@*
    AWSMarketplaceSellerFullAccess \
    s3.put@arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    AWSMarketplaceSellerProductsFullAccess \
    s3.put@arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    AWSMigrationHubOrchestratorConsoleFullAccess s3.put@arn:aws:s3:::migrationhub-orchestrator-* \
    s3.put@arn:aws:s3:::migrationhub-orchestrator-*/*
    AWSMigrationHubOrchestratorPlugin api.invoke@arn:aws:execute-api:*:*:*/prod/*/put-log-data \
    api.invoke@arn:aws:execute-api:*:*:*/prod/*/put-metric-data s3.put@arn:aws:s3:::migrationhub-orchestrator-*
    AWSMigrationHubStrategyCollector api.invoke@arn:aws:execute-api:*:*:*/prod/*/put-log-data \
    api.invoke@arn:aws:execute-api:*:*:*/prod/*/put-metric-data
    AWSPanoramaGreengrassGroupRolePolicy s3.put@arn:aws:s3:::*aws-panorama*
    AWSPanoramaSageMakerRolePolicy s3.put@arn:aws:s3:::*aws-panorama*
    AWSPanoramaServiceRolePolicy s3.put,s3.del@arn:aws:s3:::*aws-panorama*
    AWSPartnerCentralFullAccess \
    s3.put@arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    AWSPartnerCentralMarketingManagement \
    s3.put@arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    AWSQuickSetupDevOpsGuruPermissionsBoundary sns.pub@arn:aws:sns:*:*:DevOpsGuru-Default-Topic
    AWSQuicksightAthenaAccess s3.put@arn:aws:s3:::aws-athena-query-results-*
    AWSRefactoringToolkitFullAccess s3.put,s3.del@arn:aws:s3:::*/a2c-generated* \
    s3.put,s3.del@arn:aws:s3:::*/application-transformation* s3.put,s3.del@arn:aws:s3:::*/refactoringtoolkit*
    AWSStepFunctionsConsoleFullAccess sfn.start@*
    AWSStepFunctionsFullAccess sfn.start@*
    AWSThinkboxAWSPortalAdminPolicy s3.put,s3.del@arn:aws:s3::*:aws-portal-cache* \
    s3.put,s3.del@arn:aws:s3::*:awsportal* s3.put,s3.del@arn:aws:s3::*:logs-for-aws-portal-cache* \
    s3.put,s3.del@arn:aws:s3::*:logs-for-stack* s3.put,s3.del@arn:aws:s3::*:stack*
    AWSThinkboxAWSPortalGatewayPolicy s3.put@arn:aws:s3:::aws-portal-cache* \
    s3.put@arn:aws:s3:::stack*/gateway_certs/*
    AWSThinkboxAWSPortalWorkerPolicy s3.put@arn:aws:s3:::aws-portal-cache* sqs.send@arn:aws:sqs:*:*:DeadlineAWS*
    AWSThinkboxAssetServerPolicy s3.put@arn:aws:s3:::aws-portal-cache*
    AWSThinkboxDeadlineResourceTrackerAccessPolicy \
    ddb.put,ddb.upd,ddb.del,ddb.batch@arn:aws:dynamodb:*:*:table/DeadlineEC2ComputeNodeHealth* \
    ddb.put,ddb.upd,ddb.del,ddb.batch@arn:aws:dynamodb:*:*:table/DeadlineEC2ComputeNodeInfo* \
    ddb.put,ddb.upd,ddb.del,ddb.batch@arn:aws:dynamodb:*:*:table/DeadlineFleetHealth* \
    events.put@arn:aws:events:*:*:event-bus/default \
    lambda.invoke@arn:aws:lambda:*:*:function:DeadlineResourceTracker*
    AWSThinkboxDeadlineResourceTrackerAdminPolicy ddb.batch@arn:aws:dynamodb:*:*:table/DeadlineFleetHealth*
    AWSThinkboxDeadlineSpotEventPluginWorkerPolicy sqs.send@arn:aws:sqs:*:*:DeadlineAWSComputeNodeState*
    AdministratorAccess \
    s3.put,s3.del,s3.tag,s3.acl,ddb.put,ddb.upd,ddb.del,ddb.batch,sqs.send,sns.pub,events.put,kinesis.put,firehose.put,lambda.invoke,sfn.start,iot.pub,api.invoke@*
    AdministratorAccess-AWSElasticBeanstalk s3.put,s3.del,s3.tag,s3.acl@arn:aws:s3:::elasticbeanstalk-*/* \
    sns.pub@arn:aws:sns:*:*:ElasticBeanstalkNotifications-* sqs.send@arn:aws:sqs:*:*:awseb-e-* \
    sqs.send@arn:aws:sqs:*:*:eb-*
    AdministratorAccess-Amplify s3.acl,lambda.invoke,s3.put,s3.del@*
    AmazonAPIGatewayInvokeFullAccess api.invoke@arn:aws:execute-api:*:*:*
    AmazonAppStreamServiceAccess s3.put,s3.del@arn:aws:s3:::appstream-app-settings-* \
    s3.put,s3.del@arn:aws:s3:::appstream-logs-* s3.put,s3.del@arn:aws:s3:::appstream2-36fb080bb8-*
    AmazonAthenaFullAccess s3.put@arn:aws:s3:::aws-athena-query-results-*
    AmazonBraketJobsExecutionPolicy s3.put@arn:aws:s3:::amazon-braket-*
    AmazonCognitoUnAuthedIdentitiesSessionPolicy firehose.put@*
    AmazonDMSRedshiftS3Role s3.put,s3.del@arn:aws:s3:::dms-*
    AmazonDataZoneEnvironmentRolePermissionsBoundary s3.put,s3.del@arn:aws:s3:::*/datazone/*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary \
    lambda.invoke@arn:aws:lambda:*:*:function:*LabelingFunction* \
    lambda.invoke@arn:aws:lambda:*:*:function:*SageMaker* lambda.invoke@arn:aws:lambda:*:*:function:*Sagemaker* \
    lambda.invoke@arn:aws:lambda:*:*:function:*sagemaker* s3.put,s3.del,s3.acl@arn:aws:s3:::DataZone-SageMaker* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::DataZone-Sagemaker* s3.put,s3.del,s3.acl@arn:aws:s3:::SageMaker-DataZone* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::Sagemaker-DataZone* s3.put,s3.del,s3.acl@arn:aws:s3:::amazon-datazone* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::datazone-sagemaker* s3.put,s3.del,s3.acl@arn:aws:s3:::sagemaker-datazone* \
    sns.pub@arn:aws:sns:*:*:*SageMaker* sns.pub@arn:aws:sns:*:*:*Sagemaker* sns.pub@arn:aws:sns:*:*:*sagemaker* \
    sfn.start@arn:aws:states:*:*:execution:*sagemaker*:* sfn.start@arn:aws:states:*:*:statemachine:*sagemaker*
    AmazonDevOpsGuruConsoleFullAccess sns.pub@arn:aws:sns:*:*:DevOps-Guru-*
    AmazonDevOpsGuruFullAccess sns.pub@arn:aws:sns:*:*:DevOps-Guru-*
    AmazonDocDBConsoleFullAccess sns.pub@*
    AmazonDocDBFullAccess sns.pub@*
    AmazonDynamoDBFullAccess ddb.put,ddb.upd,ddb.del,ddb.batch@*
    AmazonDynamoDBFullAccess_v2 ddb.put,ddb.upd,ddb.del,ddb.batch@*
    AmazonDynamoDBFullAccesswithDataPipeline \
    ddb.put,ddb.upd,ddb.del,ddb.batch,lambda.invoke,s3.put,s3.del,s3.tag,s3.acl@*
    AmazonEC2RolePolicyForLaunchWizard ddb.put,ddb.upd,sqs.send@arn:aws:dynamodb:*:*:table/LaunchWizard* \
    s3.put,s3.tag@arn:aws:logs:*:*:* s3.put,s3.tag@arn:aws:s3:::aws-sap-data-provider/config.properties \
    s3.put,s3.tag,ddb.put,ddb.upd,sqs.send@arn:aws:s3:::launchwizard* \
    ddb.put,ddb.upd,sqs.send@arn:aws:sqs:*:*:LaunchWizard*
    AmazonEC2RoleforDataPipelineRole \
    s3.put,s3.del,s3.tag,s3.acl,ddb.put,ddb.upd,ddb.del,ddb.batch,sqs.send,sns.pub@*
    AmazonEC2RoleforSSM s3.put@*
    AmazonElasticMapReduceFullAccess s3.put,s3.del,s3.tag,s3.acl@*
    AmazonElasticMapReduceforEC2Role \
    s3.put,s3.del,s3.tag,s3.acl,ddb.put,ddb.upd,ddb.del,ddb.batch,sqs.send,sns.pub@*
    AmazonElasticTranscoderRole s3.put,s3.acl,sns.pub@*
    AmazonEventBridgeFullAccess events.put@*
    AmazonFreeRTOSOTAUpdate s3.put@arn:aws:s3:::afr-ota*
    AmazonGrafanaAthenaAccess s3.put@arn:aws:s3:::grafana-athena-query-results-*
    AmazonKinesisAnalyticsFullAccess kinesis.put@*
    AmazonKinesisFirehoseFullAccess firehose.put@*
    AmazonKinesisFullAccess kinesis.put@*
    AmazonLaunchWizardFullAccessV2 \
    sns.pub@arn:aws:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/LaunchWizard* \
    sns.pub@arn:aws:autoscaling:*:*:launchConfiguration:*:launchConfigurationName/LaunchWizard* \
    lambda.invoke@arn:aws:lambda:*:*:function:LaunchWizard* sns.pub@arn:aws:resource-groups:*:*:group/LaunchWizard* \
    s3.put@arn:aws:s3:::aws-sap-data-provider/config.properties s3.put,lambda.invoke@arn:aws:s3:::launchwizard* \
    s3.put@arn:aws:s3:::launchwizard*/* sns.pub@arn:aws:sns:*:*:* sns.pub@arn:aws:ssm:*:*:document/LaunchWizard* \
    sns.pub@arn:aws:ssm:*:*:parameter/LaunchWizard*
    AmazonLookoutVisionConsoleFullAccess s3.put@arn:aws:s3:::lookoutvision-*/*
    AmazonMachineLearningRoleforRedshiftDataSourceV3 s3.put@arn:aws:s3:::amazon-machine-learning*
    AmazonPersonalizeFullAccess s3.put,s3.del@arn:aws:s3:::*Personalize* s3.put,s3.del@arn:aws:s3:::*personalize*
    AmazonRDSCustomInstanceProfileRolePolicy events.put@arn:aws:events:*:*:event-bus/default
    AmazonRDSFullAccess sns.pub@*
    AmazonRedshiftAllCommandsFullAccess lambda.invoke@arn:aws:lambda:*:*:function:*redshift* \
    s3.put,s3.del@arn:aws:s3:::*redshift* s3.put,s3.del@arn:aws:s3:::*redshift*/* \
    s3.put,s3.del@arn:aws:s3:::redshift-downloads s3.put,s3.del@arn:aws:s3:::redshift-downloads/*
    AmazonRekognitionCustomLabelsFullAccess s3.put@arn:aws:s3:::*custom-labels*
    AmazonRekognitionServiceRole kinesis.put@arn:aws:kinesis:*:*:stream/AmazonRekognition* \
    sns.pub@arn:aws:sns:*:*:AmazonRekognition*
    AmazonS3FullAccess s3.put,s3.del,s3.tag,s3.acl@*
    AmazonSNSFullAccess sns.pub@*
    AmazonSQSFullAccess sqs.send@*
    AmazonSSMAutomationRole lambda.invoke@arn:aws:lambda:*:*:function:Automation* \
    sns.pub@arn:aws:sns:*:*:Automation*
    AmazonSSMMaintenanceWindowRole lambda.invoke@arn:aws:lambda:*:*:function:*:SSM* \
    lambda.invoke@arn:aws:lambda:*:*:function:SSM* sfn.start@arn:aws:states:*:*:execution:SSM* \
    sfn.start@arn:aws:states:*:*:stateMachine:SSM*
    AmazonSageMakerAdmin-ServiceCatalogProductsServiceRolePolicy \
    lambda.invoke@arn:aws:lambda:*:*:function:sagemaker-* s3.tag@arn:aws:s3:::sagemaker-*
    AmazonSageMakerCanvasBedrockAccess s3.put@arn:aws:s3:::sagemaker-*/Canvas \
    s3.put@arn:aws:s3:::sagemaker-*/Canvas/*
    AmazonSageMakerCanvasForecastAccess s3.put@arn:aws:s3:::sagemaker-*/Canvas* \
    s3.put@arn:aws:s3:::sagemaker-*/canvas*
    AmazonSageMakerCanvasFullAccess s3.put,s3.del@arn:aws:s3:::*SageMaker* s3.put,s3.del@arn:aws:s3:::*Sagemaker* \
    s3.put,s3.del@arn:aws:s3:::*sagemaker*
    AmazonSageMakerEdgeDeviceFleetPolicy s3.put@arn:aws:s3:::*SageMaker* s3.put@arn:aws:s3:::*Sagemaker* \
    s3.put@arn:aws:s3:::*sagemaker*
    AmazonSageMakerFeatureStoreAccess s3.put,s3.acl@arn:aws:s3:::*SageMaker* s3.put,s3.acl@arn:aws:s3:::*Sagemaker* \
    s3.put,s3.acl@arn:aws:s3:::*sagemaker*
    AmazonSageMakerFullAccess lambda.invoke@arn:aws:lambda:*:*:function:*LabelingFunction* \
    lambda.invoke@arn:aws:lambda:*:*:function:*SageMaker* lambda.invoke@arn:aws:lambda:*:*:function:*Sagemaker* \
    lambda.invoke@arn:aws:lambda:*:*:function:*sagemaker* s3.put,s3.del,s3.acl@arn:aws:s3:::*SageMaker* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::*Sagemaker* s3.put,s3.del@arn:aws:s3:::*aws-glue* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::*sagemaker* sns.pub@arn:aws:sns:*:*:*SageMaker* \
    sns.pub@arn:aws:sns:*:*:*Sagemaker* sns.pub@arn:aws:sns:*:*:*sagemaker* \
    sfn.start@arn:aws:states:*:*:execution:*sagemaker*:* sfn.start@arn:aws:states:*:*:statemachine:*sagemaker*
    AmazonSageMakerGeospatialExecutionRole s3.put@arn:aws:s3:::*SageMaker* s3.put@arn:aws:s3:::*Sagemaker* \
    s3.put@arn:aws:s3:::*sagemaker*
    AmazonSageMakerGroundTruthExecution lambda.invoke@arn:aws:lambda:*:*:function:*GtRecipe* \
    lambda.invoke@arn:aws:lambda:*:*:function:*LabelingFunction* \
    lambda.invoke@arn:aws:lambda:*:*:function:*SageMaker* lambda.invoke@arn:aws:lambda:*:*:function:*Sagemaker* \
    lambda.invoke@arn:aws:lambda:*:*:function:*sagemaker* s3.put@arn:aws:s3:::*GroundTruth* \
    s3.put@arn:aws:s3:::*Groundtruth* s3.put@arn:aws:s3:::*SageMaker* s3.put@arn:aws:s3:::*Sagemaker* \
    s3.put@arn:aws:s3:::*groundtruth* s3.put@arn:aws:s3:::*sagemaker* sns.pub@arn:aws:sns:*:*:*GroundTruth* \
    sns.pub@arn:aws:sns:*:*:*Groundtruth* sns.pub@arn:aws:sns:*:*:*SageMaker* sns.pub@arn:aws:sns:*:*:*Sagemaker* \
    sns.pub@arn:aws:sns:*:*:*groundTruth* sns.pub@arn:aws:sns:*:*:*groundtruth* sns.pub@arn:aws:sns:*:*:*sageMaker* \
    sns.pub@arn:aws:sns:*:*:*sagemaker* sqs.send@arn:aws:sqs:*:*:*GroundTruth*
    AmazonSageMakerModelGovernanceUseAccess s3.put@arn:aws:s3:::*SageMaker* s3.put@arn:aws:s3:::*Sagemaker* \
    s3.put@arn:aws:s3:::*sagemaker*
    AmazonSageMakerPipelinesIntegrations lambda.invoke@arn:aws:lambda:*:*:function:*SageMaker* \
    lambda.invoke@arn:aws:lambda:*:*:function:*sageMaker* lambda.invoke@arn:aws:lambda:*:*:function:*sagemaker* \
    sqs.send@arn:aws:sqs:*:*:*SageMaker* sqs.send@arn:aws:sqs:*:*:*sageMaker* sqs.send@arn:aws:sqs:*:*:*sagemaker*
    AmazonSageMakerServiceCatalogProductsCodeBuildServiceRolePolicy s3.put,s3.del@arn:aws:s3:::aws-glue-* \
    s3.put,s3.del@arn:aws:s3:::sagemaker-*
    AmazonSageMakerServiceCatalogProductsCodePipelineServiceRolePolicy s3.put,s3.del@arn:aws:s3:::sagemaker-*
    AmazonSageMakerServiceCatalogProductsFirehoseServiceRolePolicy \
    firehose.put@arn:aws:firehose:*:*:deliverystream/sagemaker-*
    AmazonSageMakerServiceCatalogProductsGlueServiceRolePolicy s3.put,s3.del@arn:aws:s3:::aws-glue-* \
    s3.put,s3.del@arn:aws:s3:::sagemaker-*
    AmazonSageMakerServiceCatalogProductsLambdaServiceRolePolicy s3.put,s3.del@arn:aws:s3:::aws-glue-* \
    s3.put,s3.del@arn:aws:s3:::sagemaker-*
    AmazonSecurityLakePermissionsBoundary s3.put,sqs.send@*
    AmazonTextractServiceRole sns.pub@arn:aws:sns:*:*:AmazonTextract*
    AutoScalingNotificationAccessRole sqs.send,sns.pub@*
    AwsGlueSessionUserRestrictedNotebookServiceRole s3.put,s3.del@arn:aws:s3:::*/*aws-glue-*/* \
    s3.put,s3.del@arn:aws:s3:::aws-glue-*/*
    AwsGlueSessionUserRestrictedServiceRole s3.put,s3.del@arn:aws:s3:::*/*aws-glue-*/* \
    s3.put,s3.del@arn:aws:s3:::aws-glue-*/*
    BedrockAgentCoreFullAccess lambda.invoke@arn:aws:lambda:*:*:function:*
    CloudWatchEventsFullAccess events.put@*
    CloudWatchFullAccess sns.pub@*
    ComprehendDataAccessRolePolicy s3.put@arn:aws:s3:::*Comprehend* s3.put@arn:aws:s3:::*comprehend*
    ConsoleFullAccessFromVercel ddb.put,ddb.upd,ddb.del,ddb.batch@*
    DataScientist ddb.put,ddb.upd,ddb.del,ddb.batch,kinesis.put,firehose.put,lambda.invoke,s3.put,s3.del@*
    DatabaseAdministrator ddb.put,ddb.upd,ddb.del,ddb.batch,s3.put,s3.del,s3.tag,s3.acl@*
    GameLiftGameServerGroupPolicy sns.pub@arn:*:sns:*:*:ActivatingLifecycleHookTopic-* \
    sns.pub@arn:*:sns:*:*:TerminatingLifecycleHookTopic-*
    NeptuneConsoleFullAccess sns.pub@*
    NeptuneFullAccess sns.pub@*
    PartnerCentralIncentiveBenefitManagement \
    s3.put@arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    PowerUserAccess \
    s3.put,s3.del,s3.tag,s3.acl,ddb.put,ddb.upd,ddb.del,ddb.batch,sqs.send,sns.pub,events.put,kinesis.put,firehose.put,lambda.invoke,sfn.start,iot.pub,api.invoke@*
    ROSAImageRegistryOperatorPolicy s3.put,s3.del@arn:aws:s3:::*-image-registry-${aws:RequestedRegion}-*/* \
    s3.put,s3.del@arn:aws:s3:::*-image-registry-${aws:RequestedRegion}/* \
    s3.put,s3.del@arn:aws:s3:::*-image-registry-${aws:RequestedRegion}?/*
    ResourceGroupsTaggingAPITagUntagSupportedResources s3.tag@*
    SageMakerStudioAdminIAMDefaultExecutionPolicy s3.put,s3.tag,s3.acl@arn:aws:s3:::amazon-sagemaker*
    SageMakerStudioAdminIAMPermissiveExecutionPolicy s3.put,s3.del,s3.tag,s3.acl@*
    SageMakerStudioProjectUserRolePermissionsBoundary sqs.send@arn:aws:sqs:*:*:airflow-celery-*
    SageMakerStudioUserIAMPermissiveExecutionPolicy s3.put,s3.del,s3.tag,s3.acl@*
    SecretsManagerReadWrite lambda.invoke@arn:aws:lambda:*:*:function:SecretsManager*
    ServerMigrationConnector s3.put,s3.del,s3.acl@arn:aws:s3:::connector-platform-release-notes \
    s3.put,s3.del,s3.acl@arn:aws:s3:::connector-platform-release-notes/* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::connector-platform-upgrade-bundles \
    s3.put,s3.del,s3.acl@arn:aws:s3:::connector-platform-upgrade-bundles/* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::connector-platform-upgrade-info \
    s3.put,s3.del,s3.acl@arn:aws:s3:::connector-platform-upgrade-info/* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::import-to-ec2-* \
    s3.put,s3.del,s3.acl@arn:aws:s3:::server-migration-service-upgrade \
    s3.put,s3.del,s3.acl@arn:aws:s3:::server-migration-service-upgrade/* s3.put,s3.del,s3.acl@arn:aws:s3:::sms-b-* \
    sns.pub@arn:aws:sns:*:*:metrics-sns-topic-for-*
    SystemAdministrator sqs.send,sns.pub,events.put,lambda.invoke,s3.put,s3.del,s3.tag,s3.acl@*
    WorkLinkServiceRolePolicy kinesis.put@arn:aws:kinesis:*:*:stream/AmazonWorkLink-*
    """
}
