/// What AWS's managed policies allow that can cause events.
///
/// Source: policy texts as of 2026-04 (moto 5.2.1), reduced to loop-relevant actions. One line a grant: policy, actions,
/// resource, and `c` where a condition narrows it.
enum ManagedPolicyTable {
  static let lines = #"""
    AWS-SSM-Automation-DiagnosisBucketPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::do-not-delete-ssm-diagnosis-*/actions/*/${aws:PrincipalAccount}/*	c
    AWS-SSM-DiagnosisAutomation-AdministrationRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::do-not-delete-ssm-diagnosis-*/actions/*	c
    AWS-SSM-RemediationAutomation-AdministrationRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::do-not-delete-ssm-diagnosis-*/actions/*	c
    AWSAgentlessDiscoveryService	s3:PutObject,s3:PutObjectAcl	arn:aws:s3:::import-to-ec2-connector-debug-logs/*
    AWSAgentlessDiscoveryService	sns:Publish	arn:aws:sns:*:*:metrics-sns-topic-for-*
    AWSApplicationMigrationNetworkMigrationMultiAccount	lambda:InvokeFunction	arn:aws:lambda:*:*:function:network-migration*	c
    AWSBackupServiceRolePolicyForItemRestores	s3:PutObject	arn:aws:s3:::*/*	c
    AWSBackupServiceRolePolicyForRestores	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem	arn:aws:dynamodb:*:*:table/*
    AWSBackupServiceRolePolicyForS3Restore	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::*/*
    AWSCleanRoomsFullAccess	s3:PutObject	arn:aws:s3:::cleanrooms-queryresults*	c
    AWSCodeDeployRole	sns:Publish	*
    AWSCodeDeployRoleForCloudFormation	lambda:InvokeFunction	arn:aws:lambda:*:*:function:CodeDeployHook_*
    AWSCodeDeployRoleForECS	sns:Publish,lambda:InvokeFunction	*
    AWSCodeDeployRoleForECSLimited	sns:Publish	arn:aws:sns:*:*:CodeDeployTopic_*
    AWSCodeDeployRoleForECSLimited	lambda:InvokeFunction	arn:aws:lambda:*:*:function:CodeDeployHook_*
    AWSCodeDeployRoleForLambda	sns:Publish	*
    AWSCodeDeployRoleForLambda	lambda:InvokeFunction	arn:aws:lambda:*:*:function:CodeDeployHook_*
    AWSCodeDeployRoleForLambdaLimited	lambda:InvokeFunction	arn:aws:lambda:*:*:function:CodeDeployHook_*
    AWSCodeStarServiceRole	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::aws-codestar-*
    AWSCodeStarServiceRole	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::elasticbeanstalk-*
    AWSCodeStarServiceRole	sns:Publish	*
    AWSConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::import-to-ec2-*
    AWSConnector	sns:Publish	arn:aws:sns:*:*:metrics-sns-topic-for-*
    AWSDataExchangeFullAccess	s3:PutObject,s3:PutObjectAcl	arn:aws:s3:::*aws-data-exchange*	c
    AWSDataExchangeProviderFullAccess	s3:PutObject,s3:PutObjectAcl	arn:aws:s3:::*aws-data-exchange*	c
    AWSDeepRacerFullAccess	s3:DeleteObject	arn:aws:s3:::*DeepRacer*
    AWSDeepRacerFullAccess	s3:DeleteObject	arn:aws:s3:::*DeepRacer*/*
    AWSDeepRacerFullAccess	s3:DeleteObject	arn:aws:s3:::*Deepracer*
    AWSDeepRacerFullAccess	s3:DeleteObject	arn:aws:s3:::*Deepracer*/*
    AWSDeepRacerFullAccess	s3:DeleteObject	arn:aws:s3:::*deepracer*
    AWSDeepRacerFullAccess	s3:DeleteObject	arn:aws:s3:::*deepracer*/*
    AWSDeepRacerFullAccess	s3:DeleteObject	arn:aws:s3:::dr-*
    AWSDeepRacerFullAccess	s3:DeleteObject	arn:aws:s3:::dr-*/*
    AWSDeepRacerRoboMakerAccessPolicy	s3:PutObject	arn:aws:s3:::*DeepRacer*
    AWSDeepRacerRoboMakerAccessPolicy	s3:PutObject	arn:aws:s3:::*Deepracer*
    AWSDeepRacerRoboMakerAccessPolicy	s3:PutObject	arn:aws:s3:::*deepracer*
    AWSDeepRacerRoboMakerAccessPolicy	s3:PutObject	arn:aws:s3:::dr-*
    AWSDeepRacerServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*DeepRacer*
    AWSDeepRacerServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*Deepracer*
    AWSDeepRacerServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*deepracer*
    AWSDeepRacerServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*dr-*
    AWSDeepRacerServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*DeepRacer*
    AWSDeepRacerServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*Deepracer*
    AWSDeepRacerServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*deepracer*
    AWSDeepRacerServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::dr-*
    AWSDiscoveryContinuousExportFirehosePolicy	s3:PutObject	arn:aws:s3:::aws-application-discovery-service-*
    AWSElasticBeanstalkCustomPlatformforEC2Role	s3:PutObject	arn:aws:s3:::elasticbeanstalk-*
    AWSElasticBeanstalkCustomPlatformforEC2Role	s3:PutObject	arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkEnhancedHealth	sns:Publish	*
    AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkRoleCore	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkRoleCore	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::elasticbeanstalk-env-resources-*/*
    AWSElasticBeanstalkRoleSNS	sns:Publish	*
    AWSElasticBeanstalkService	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::elasticbeanstalk-*
    AWSElasticBeanstalkService	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkWebTier	s3:PutObject	arn:aws:s3:::elasticbeanstalk-*
    AWSElasticBeanstalkWebTier	s3:PutObject	arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkWorkerTier	sqs:SendMessage	*
    AWSElasticBeanstalkWorkerTier	s3:PutObject	arn:aws:s3:::elasticbeanstalk-*
    AWSElasticBeanstalkWorkerTier	s3:PutObject	arn:aws:s3:::elasticbeanstalk-*/*
    AWSElasticBeanstalkWorkerTier	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem	arn:aws:dynamodb:*:*:table/*-stack-AWSEBWorkerCronLeaderRegistry*
    AWSForWordPressPluginPolicy	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::audio-for-wordpress*
    AWSForWordPressPluginPolicy	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::audio_for_wordpress*
    AWSGlueConsoleFullAccess	s3:PutObject	arn:aws:s3:::*/*aws-glue-*/*
    AWSGlueConsoleFullAccess	s3:PutObject	arn:aws:s3:::aws-glue-*
    AWSGlueConsoleFullAccess	s3:PutObject	arn:aws:s3:::aws-glue-*/*
    AWSGlueConsoleSageMakerNotebookFullAccess	s3:PutObject	arn:aws:s3:::*/*aws-glue-*/*
    AWSGlueConsoleSageMakerNotebookFullAccess	s3:PutObject	arn:aws:s3:::aws-glue-*
    AWSGlueServiceNotebookRole	s3:PutObject,s3:DeleteObject	arn:aws:s3:::aws-glue*
    AWSGlueServiceRole	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*/*aws-glue-*/*
    AWSGlueServiceRole	s3:PutObject,s3:DeleteObject	arn:aws:s3:::aws-glue-*/*
    AWSImageBuilderFullAccess	sns:Publish	arn:aws:sns:*:*:*imagebuilder*
    AWSIoTDataAccess	iot:Publish	*
    AWSIoTDeviceDefenderPublishFindingsToSNSMitigationAction	sns:Publish	*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	execute-api:Invoke	arn:aws:acm:*:*:certificate/*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	execute-api:Invoke	arn:aws:execute-api:us-east-1:098862408343:9xpmnvs5h4/prod/POST/metrics
    AWSIoTDeviceTesterForFreeRTOSFullAccess	execute-api:Invoke,s3:PutObject,s3:DeleteObject	arn:aws:iam::*:role/idt-*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	execute-api:Invoke	arn:aws:s3:::afr-ota*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	execute-api:Invoke	arn:aws:s3:::idt-*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	execute-api:Invoke	arn:aws:signer:*:*:/signing-jobs/*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	execute-api:Invoke	arn:aws:signer:*:*:/signing-profiles/*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:iot:*:*:cert/*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:iot:*:*:job/*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:iot:*:*:otaupdate/idt*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:iot:*:*:policy/idt*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:iot:*:*:stream/*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:iot:*:*:thing/idt*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::afr-ota*/*
    AWSIoTDeviceTesterForFreeRTOSFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::idt-*/*
    AWSIoTDeviceTesterForGreengrassFullAccess	execute-api:Invoke	arn:aws:execute-api:us-east-1:098862408343:9xpmnvs5h4/prod/POST/metrics
    AWSIoTDeviceTesterForGreengrassFullAccess	execute-api:Invoke	arn:aws:iot:*:*:cert/*
    AWSIoTDeviceTesterForGreengrassFullAccess	execute-api:Invoke	arn:aws:lambda:*:*:function:idt-*
    AWSIoTDeviceTesterForGreengrassFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::idt*
    AWSIoTFullAccess	iot:Publish	*
    AWSIoTRuleActions	s3:PutObject,dynamodb:PutItem,sqs:SendMessage,sns:Publish,iot:Publish	*
    AWSIoTWirelessFullPublishAccess	iot:Publish	*
    AWSLambdaExecute	s3:PutObject	arn:aws:s3:::*
    AWSLambdaInvocation-DynamoDB	lambda:InvokeFunction	*
    AWSLambdaRole	lambda:InvokeFunction	*
    AWSLambda_FullAccess	lambda:InvokeFunction	*
    AWSMarketplaceSellerFullAccess	s3:PutObject	arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    AWSMarketplaceSellerProductsFullAccess	s3:PutObject	arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    AWSMcpServiceActionsFullAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl,dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem,sqs:SendMessage,sns:Publish,events:PutEvents,kinesis:PutRecord,firehose:PutRecord,lambda:InvokeFunction,states:StartExecution,iot:Publish,execute-api:Invoke	*	c
    AWSMigrationHubOrchestratorConsoleFullAccess	s3:PutObject	arn:aws:s3:::migrationhub-orchestrator-*
    AWSMigrationHubOrchestratorConsoleFullAccess	s3:PutObject	arn:aws:s3:::migrationhub-orchestrator-*/*
    AWSMigrationHubOrchestratorPlugin	s3:PutObject	arn:aws:s3:::migrationhub-orchestrator-*
    AWSMigrationHubOrchestratorPlugin	execute-api:Invoke	arn:aws:execute-api:*:*:*/prod/*/put-log-data
    AWSMigrationHubOrchestratorPlugin	execute-api:Invoke	arn:aws:execute-api:*:*:*/prod/*/put-metric-data
    AWSMigrationHubStrategyCollector	s3:PutObject	arn:aws:s3:::migrationhub-strategy-*	c
    AWSMigrationHubStrategyCollector	execute-api:Invoke	arn:aws:execute-api:*:*:*/prod/*/put-log-data
    AWSMigrationHubStrategyCollector	execute-api:Invoke	arn:aws:execute-api:*:*:*/prod/*/put-metric-data
    AWSPanoramaFullAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	*	c
    AWSPanoramaGreengrassGroupRolePolicy	s3:PutObject	arn:aws:s3:::*aws-panorama*
    AWSPanoramaSageMakerRolePolicy	s3:PutObject	arn:aws:s3:::*aws-panorama*
    AWSPanoramaServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*aws-panorama*
    AWSPartnerCentralFullAccess	s3:PutObject	arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    AWSPartnerCentralMarketingManagement	s3:PutObject	arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    AWSQuickSetupDevOpsGuruPermissionsBoundary	sns:Publish	arn:aws:sns:*:*:DevOpsGuru-Default-Topic
    AWSQuickSetupPatchPolicyDeploymentRolePolicy	s3:PutObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::aws-quicksetup-patchpolicy-access-log-*	c
    AWSQuickSetupPatchPolicyDeploymentRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:baseline-overrides-*	c
    AWSQuickSetupPatchPolicyDeploymentRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:delete-name-tags-*	c
    AWSQuickSetupPatchPolicyPermissionsBoundary	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::aws-quicksetup-patchpolicy-*	c
    AWSQuickSetupPatchPolicyPermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:baseline-overrides-*	c
    AWSQuickSetupPatchPolicyPermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:delete-name-tags-*	c
    AWSQuickSetupSSMDeploymentRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:aws-quicksetup-lifecycle*	c
    AWSQuickSetupSSMManageResourcesExecutionPolicy	s3:DeleteObject	arn:aws:s3:::do-not-delete-ssm-*	c
    AWSQuickSightSageMakerPolicy	s3:PutObject	arn:aws:s3:::sagemaker*	c
    AWSQuicksightAthenaAccess	s3:PutObject	arn:aws:s3:::aws-athena-query-results-*
    AWSRefactoringToolkitFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*/a2c-generated*
    AWSRefactoringToolkitFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*/application-transformation*
    AWSRefactoringToolkitFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*/refactoringtoolkit*
    AWSResilienceHubAsssessmentExecutionPolicy	s3:PutObject	arn:aws:s3:::aws-resilience-hub-artifacts-*	c
    AWSStepFunctionsConsoleFullAccess	states:StartExecution	*
    AWSStepFunctionsFullAccess	states:StartExecution	*
    AWSSupplyChainFederationAdminAccess	s3:PutObject	arn:aws:s3:::aws-supply-chain-data-*	c
    AWSThinkboxAWSPortalAdminPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3::*:aws-portal-cache*
    AWSThinkboxAWSPortalAdminPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3::*:awsportal*
    AWSThinkboxAWSPortalAdminPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3::*:logs-for-aws-portal-cache*
    AWSThinkboxAWSPortalAdminPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3::*:logs-for-stack*
    AWSThinkboxAWSPortalAdminPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3::*:stack*
    AWSThinkboxAWSPortalGatewayPolicy	s3:PutObject	arn:aws:s3:::aws-portal-cache*
    AWSThinkboxAWSPortalGatewayPolicy	s3:PutObject	arn:aws:s3:::stack*/gateway_certs/*
    AWSThinkboxAWSPortalWorkerPolicy	s3:PutObject	arn:aws:s3:::aws-portal-cache*
    AWSThinkboxAWSPortalWorkerPolicy	sqs:SendMessage	arn:aws:sqs:*:*:DeadlineAWS*
    AWSThinkboxAssetServerPolicy	s3:PutObject	arn:aws:s3:::aws-portal-cache*
    AWSThinkboxDeadlineResourceTrackerAccessPolicy	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem	arn:aws:dynamodb:*:*:table/DeadlineEC2ComputeNodeHealth*
    AWSThinkboxDeadlineResourceTrackerAccessPolicy	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem	arn:aws:dynamodb:*:*:table/DeadlineEC2ComputeNodeInfo*
    AWSThinkboxDeadlineResourceTrackerAccessPolicy	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem	arn:aws:dynamodb:*:*:table/DeadlineFleetHealth*
    AWSThinkboxDeadlineResourceTrackerAccessPolicy	events:PutEvents	arn:aws:events:*:*:event-bus/default
    AWSThinkboxDeadlineResourceTrackerAccessPolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:DeadlineResourceTracker*
    AWSThinkboxDeadlineResourceTrackerAdminPolicy	dynamodb:BatchWriteItem	arn:aws:dynamodb:*:*:table/DeadlineFleetHealth*
    AWSThinkboxDeadlineSpotEventPluginWorkerPolicy	sqs:SendMessage	arn:aws:sqs:*:*:DeadlineAWSComputeNodeState*
    AWSTransformApplicationDeploymentPolicy	s3:PutObject	arn:aws:s3:::aws-transform-deployment-bucket-*	c
    AWSTransformApplicationDeploymentPolicy	s3:PutObject	arn:aws:s3:::aws-transform-deployment-bucket-*/*	c
    AdministratorAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl,dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem,sqs:SendMessage,sns:Publish,events:PutEvents,kinesis:PutRecord,firehose:PutRecord,lambda:InvokeFunction,states:StartExecution,iot:Publish,execute-api:Invoke	*
    AdministratorAccess-AWSElasticBeanstalk	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::elasticbeanstalk-*/*
    AdministratorAccess-AWSElasticBeanstalk	sns:Publish	arn:aws:sns:*:*:ElasticBeanstalkNotifications-*
    AdministratorAccess-AWSElasticBeanstalk	sqs:SendMessage	arn:aws:sqs:*:*:awseb-e-*
    AdministratorAccess-AWSElasticBeanstalk	sqs:SendMessage	arn:aws:sqs:*:*:eb-*
    AdministratorAccess-Amplify	s3:PutObjectAcl,lambda:InvokeFunction,s3:PutObject,s3:DeleteObject	*
    AdministratorAccess-Amplify	s3:PutObjectAcl,dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,kinesis:PutRecord,lambda:InvokeFunction	*	c
    AmazonAPIGatewayInvokeFullAccess	execute-api:Invoke	arn:aws:execute-api:*:*:*
    AmazonAppStreamServiceAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::appstream-app-settings-*
    AmazonAppStreamServiceAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::appstream-logs-*
    AmazonAppStreamServiceAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::appstream2-36fb080bb8-*
    AmazonAthenaFullAccess	s3:PutObject	arn:aws:s3:::aws-athena-query-results-*
    AmazonBedrockStudioPermissionsBoundary	s3:PutObject,s3:DeleteObject	arn:aws:s3:::br-studio-${aws:PrincipalAccount}-*	c
    AmazonBedrockStudioPermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:br-studio-*	c
    AmazonBraketFullAccess	s3:PutObject	arn:aws:s3:::amazon-braket-*	c
    AmazonBraketJobsExecutionPolicy	s3:PutObject	arn:aws:s3:::amazon-braket-*
    AmazonCognitoUnAuthedIdentitiesSessionPolicy	firehose:PutRecord	*
    AmazonDMSRedshiftS3Role	s3:PutObject,s3:DeleteObject	arn:aws:s3:::dms-*
    AmazonDataZoneEnvironmentRolePermissionsBoundary	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*/datazone/*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	states:StartExecution	arn:aws:states:*:*:execution:*sagemaker*:*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	states:StartExecution	arn:aws:states:*:*:statemachine:*sagemaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::DataZone-SageMaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::DataZone-Sagemaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::SageMaker-DataZone*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::Sagemaker-DataZone*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::amazon-datazone*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::datazone-sagemaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::sagemaker-datazone*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*LabelingFunction*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*SageMaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*Sagemaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*sagemaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	sns:Publish	arn:aws:sns:*:*:*SageMaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	sns:Publish	arn:aws:sns:*:*:*Sagemaker*
    AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary	sns:Publish	arn:aws:sns:*:*:*sagemaker*
    AmazonDevOpsGuruConsoleFullAccess	sns:Publish	arn:aws:sns:*:*:DevOps-Guru-*
    AmazonDevOpsGuruFullAccess	sns:Publish	arn:aws:sns:*:*:DevOps-Guru-*
    AmazonDocDBConsoleFullAccess	sns:Publish	*
    AmazonDocDBFullAccess	sns:Publish	*
    AmazonDynamoDBFullAccess	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem	*
    AmazonDynamoDBFullAccess_v2	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem	*
    AmazonDynamoDBFullAccesswithDataPipeline	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem,lambda:InvokeFunction,s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	*
    AmazonEC2RolePolicyForLaunchWizard	s3:PutObject,s3:PutObjectTagging	arn:aws:logs:*:*:*
    AmazonEC2RolePolicyForLaunchWizard	s3:PutObject,s3:PutObjectTagging	arn:aws:s3:::aws-sap-data-provider/config.properties
    AmazonEC2RolePolicyForLaunchWizard	s3:PutObject,s3:PutObjectTagging,dynamodb:PutItem,dynamodb:UpdateItem,sqs:SendMessage	arn:aws:s3:::launchwizard*
    AmazonEC2RolePolicyForLaunchWizard	dynamodb:PutItem,dynamodb:UpdateItem,sqs:SendMessage	arn:aws:dynamodb:*:*:table/LaunchWizard*
    AmazonEC2RolePolicyForLaunchWizard	dynamodb:PutItem,dynamodb:UpdateItem,sqs:SendMessage	arn:aws:sqs:*:*:LaunchWizard*
    AmazonEC2RoleforDataPipelineRole	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl,dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem,sqs:SendMessage,sns:Publish	*
    AmazonEC2RoleforSSM	s3:PutObject	*
    AmazonElasticMapReduceFullAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	*
    AmazonElasticMapReduceforEC2Role	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl,dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem,sqs:SendMessage,sns:Publish	*
    AmazonElasticTranscoderRole	s3:PutObject,s3:PutObjectAcl,sns:Publish	*
    AmazonEventBridgeFullAccess	events:PutEvents	*
    AmazonFreeRTOSOTAUpdate	s3:PutObject	arn:aws:s3:::afr-ota*
    AmazonGrafanaAthenaAccess	s3:PutObject	arn:aws:s3:::grafana-athena-query-results-*
    AmazonKinesisAnalyticsFullAccess	kinesis:PutRecord	*
    AmazonKinesisFirehoseFullAccess	firehose:PutRecord	*
    AmazonKinesisFullAccess	kinesis:PutRecord	*
    AmazonLaunchWizardFullAccessV2	sns:Publish	arn:aws:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/LaunchWizard*
    AmazonLaunchWizardFullAccessV2	sns:Publish	arn:aws:autoscaling:*:*:launchConfiguration:*:launchConfigurationName/LaunchWizard*
    AmazonLaunchWizardFullAccessV2	sns:Publish	arn:aws:resource-groups:*:*:group/LaunchWizard*
    AmazonLaunchWizardFullAccessV2	sns:Publish	arn:aws:sns:*:*:*
    AmazonLaunchWizardFullAccessV2	sns:Publish	arn:aws:ssm:*:*:document/LaunchWizard*
    AmazonLaunchWizardFullAccessV2	sns:Publish	arn:aws:ssm:*:*:parameter/LaunchWizard*
    AmazonLaunchWizardFullAccessV2	s3:PutObject	arn:aws:s3:::aws-sap-data-provider/config.properties
    AmazonLaunchWizardFullAccessV2	s3:PutObject,lambda:InvokeFunction	arn:aws:s3:::launchwizard*
    AmazonLaunchWizardFullAccessV2	s3:PutObject	arn:aws:s3:::launchwizard*/*
    AmazonLaunchWizardFullAccessV2	lambda:InvokeFunction	arn:aws:lambda:*:*:function:LaunchWizard*
    AmazonLookoutVisionConsoleFullAccess	s3:PutObject	arn:aws:s3:::lookoutvision-*/*
    AmazonMachineLearningRoleforRedshiftDataSourceV3	s3:PutObject	arn:aws:s3:::amazon-machine-learning*
    AmazonPersonalizeFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*Personalize*
    AmazonPersonalizeFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*personalize*
    AmazonRDSCustomInstanceProfileRolePolicy	s3:PutObject	arn:aws:s3:::do-not-delete-rds-custom-*/*	c
    AmazonRDSCustomInstanceProfileRolePolicy	events:PutEvents	arn:aws:events:*:*:event-bus/default
    AmazonRDSCustomInstanceProfileRolePolicy	sqs:SendMessage	arn:aws:sqs:*:*:do-not-delete-rds-custom-*	c
    AmazonRDSFullAccess	sns:Publish	*
    AmazonRedshiftAllCommandsFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*redshift*
    AmazonRedshiftAllCommandsFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*redshift*/*
    AmazonRedshiftAllCommandsFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::redshift-downloads
    AmazonRedshiftAllCommandsFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::redshift-downloads/*
    AmazonRedshiftAllCommandsFullAccess	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*redshift*
    AmazonRekognitionCustomLabelsFullAccess	s3:PutObject	arn:aws:s3:::*custom-labels*
    AmazonRekognitionServiceRole	sns:Publish	arn:aws:sns:*:*:AmazonRekognition*
    AmazonRekognitionServiceRole	kinesis:PutRecord	arn:aws:kinesis:*:*:stream/AmazonRekognition*
    AmazonS3FullAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	*
    AmazonSNSFullAccess	sns:Publish	*
    AmazonSQSFullAccess	sqs:SendMessage	*
    AmazonSSMAutomationRole	lambda:InvokeFunction	arn:aws:lambda:*:*:function:Automation*
    AmazonSSMAutomationRole	sns:Publish	arn:aws:sns:*:*:Automation*
    AmazonSSMMaintenanceWindowRole	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*:SSM*
    AmazonSSMMaintenanceWindowRole	lambda:InvokeFunction	arn:aws:lambda:*:*:function:SSM*
    AmazonSSMMaintenanceWindowRole	states:StartExecution	arn:aws:states:*:*:execution:SSM*
    AmazonSSMMaintenanceWindowRole	states:StartExecution	arn:aws:states:*:*:stateMachine:SSM*
    AmazonSageMakerAdmin-ServiceCatalogProductsServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:sagemaker-*
    AmazonSageMakerAdmin-ServiceCatalogProductsServiceRolePolicy	s3:PutObjectTagging	arn:aws:s3:::sagemaker-*
    AmazonSageMakerCanvasBedrockAccess	s3:PutObject	arn:aws:s3:::sagemaker-*/Canvas
    AmazonSageMakerCanvasBedrockAccess	s3:PutObject	arn:aws:s3:::sagemaker-*/Canvas/*
    AmazonSageMakerCanvasDataPrepFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*SageMaker*	c
    AmazonSageMakerCanvasDataPrepFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*Sagemaker*	c
    AmazonSageMakerCanvasDataPrepFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*sagemaker*	c
    AmazonSageMakerCanvasEMRServerlessExecutionRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*SageMaker*	c
    AmazonSageMakerCanvasEMRServerlessExecutionRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*sagemaker*	c
    AmazonSageMakerCanvasForecastAccess	s3:PutObject	arn:aws:s3:::sagemaker-*/Canvas*
    AmazonSageMakerCanvasForecastAccess	s3:PutObject	arn:aws:s3:::sagemaker-*/canvas*
    AmazonSageMakerCanvasFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*SageMaker*
    AmazonSageMakerCanvasFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*Sagemaker*
    AmazonSageMakerCanvasFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*sagemaker*
    AmazonSageMakerEdgeDeviceFleetPolicy	s3:PutObject	arn:aws:s3:::*SageMaker*
    AmazonSageMakerEdgeDeviceFleetPolicy	s3:PutObject	arn:aws:s3:::*Sagemaker*
    AmazonSageMakerEdgeDeviceFleetPolicy	s3:PutObject	arn:aws:s3:::*sagemaker*
    AmazonSageMakerFeatureStoreAccess	s3:PutObject,s3:PutObjectAcl	arn:aws:s3:::*SageMaker*
    AmazonSageMakerFeatureStoreAccess	s3:PutObject,s3:PutObjectAcl	arn:aws:s3:::*Sagemaker*
    AmazonSageMakerFeatureStoreAccess	s3:PutObject,s3:PutObjectAcl	arn:aws:s3:::*sagemaker*
    AmazonSageMakerFullAccess	states:StartExecution	arn:aws:states:*:*:execution:*sagemaker*:*
    AmazonSageMakerFullAccess	states:StartExecution	arn:aws:states:*:*:statemachine:*sagemaker*
    AmazonSageMakerFullAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::*SageMaker*
    AmazonSageMakerFullAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::*Sagemaker*
    AmazonSageMakerFullAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*aws-glue*
    AmazonSageMakerFullAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::*sagemaker*
    AmazonSageMakerFullAccess	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*LabelingFunction*
    AmazonSageMakerFullAccess	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*SageMaker*
    AmazonSageMakerFullAccess	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*Sagemaker*
    AmazonSageMakerFullAccess	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*sagemaker*
    AmazonSageMakerFullAccess	sns:Publish	arn:aws:sns:*:*:*SageMaker*
    AmazonSageMakerFullAccess	sns:Publish	arn:aws:sns:*:*:*Sagemaker*
    AmazonSageMakerFullAccess	sns:Publish	arn:aws:sns:*:*:*sagemaker*
    AmazonSageMakerGeospatialExecutionRole	s3:PutObject	arn:aws:s3:::*SageMaker*
    AmazonSageMakerGeospatialExecutionRole	s3:PutObject	arn:aws:s3:::*Sagemaker*
    AmazonSageMakerGeospatialExecutionRole	s3:PutObject	arn:aws:s3:::*sagemaker*
    AmazonSageMakerGroundTruthExecution	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*GtRecipe*
    AmazonSageMakerGroundTruthExecution	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*LabelingFunction*
    AmazonSageMakerGroundTruthExecution	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*SageMaker*
    AmazonSageMakerGroundTruthExecution	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*Sagemaker*
    AmazonSageMakerGroundTruthExecution	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*sagemaker*
    AmazonSageMakerGroundTruthExecution	s3:PutObject	arn:aws:s3:::*GroundTruth*
    AmazonSageMakerGroundTruthExecution	s3:PutObject	arn:aws:s3:::*Groundtruth*
    AmazonSageMakerGroundTruthExecution	s3:PutObject	arn:aws:s3:::*SageMaker*
    AmazonSageMakerGroundTruthExecution	s3:PutObject	arn:aws:s3:::*Sagemaker*
    AmazonSageMakerGroundTruthExecution	s3:PutObject	arn:aws:s3:::*groundtruth*
    AmazonSageMakerGroundTruthExecution	s3:PutObject	arn:aws:s3:::*sagemaker*
    AmazonSageMakerGroundTruthExecution	sqs:SendMessage	arn:aws:sqs:*:*:*GroundTruth*
    AmazonSageMakerGroundTruthExecution	sns:Publish	arn:aws:sns:*:*:*GroundTruth*
    AmazonSageMakerGroundTruthExecution	sns:Publish	arn:aws:sns:*:*:*Groundtruth*
    AmazonSageMakerGroundTruthExecution	sns:Publish	arn:aws:sns:*:*:*SageMaker*
    AmazonSageMakerGroundTruthExecution	sns:Publish	arn:aws:sns:*:*:*Sagemaker*
    AmazonSageMakerGroundTruthExecution	sns:Publish	arn:aws:sns:*:*:*groundTruth*
    AmazonSageMakerGroundTruthExecution	sns:Publish	arn:aws:sns:*:*:*groundtruth*
    AmazonSageMakerGroundTruthExecution	sns:Publish	arn:aws:sns:*:*:*sageMaker*
    AmazonSageMakerGroundTruthExecution	sns:Publish	arn:aws:sns:*:*:*sagemaker*
    AmazonSageMakerHyperPodInferenceAccess	s3:DeleteObject,s3:PutObject,s3:PutObjectTagging	arn:aws:s3:::hyperpod-tls*/*	c
    AmazonSageMakerModelGovernanceUseAccess	s3:PutObject	arn:aws:s3:::*SageMaker*
    AmazonSageMakerModelGovernanceUseAccess	s3:PutObject	arn:aws:s3:::*Sagemaker*
    AmazonSageMakerModelGovernanceUseAccess	s3:PutObject	arn:aws:s3:::*sagemaker*
    AmazonSageMakerPartnerServiceCatalogProductsApiGatewayServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:sagemaker-*	c
    AmazonSageMakerPartnerServiceCatalogProductsCloudFormationServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:sagemaker-*	c
    AmazonSageMakerPipelinesIntegrations	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*SageMaker*
    AmazonSageMakerPipelinesIntegrations	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*sageMaker*
    AmazonSageMakerPipelinesIntegrations	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*sagemaker*
    AmazonSageMakerPipelinesIntegrations	sqs:SendMessage	arn:aws:sqs:*:*:*SageMaker*
    AmazonSageMakerPipelinesIntegrations	sqs:SendMessage	arn:aws:sqs:*:*:*sageMaker*
    AmazonSageMakerPipelinesIntegrations	sqs:SendMessage	arn:aws:sqs:*:*:*sagemaker*
    AmazonSageMakerServiceCatalogProductsCodeBuildServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::aws-glue-*
    AmazonSageMakerServiceCatalogProductsCodeBuildServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::sagemaker-*
    AmazonSageMakerServiceCatalogProductsCodePipelineServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::sagemaker-*
    AmazonSageMakerServiceCatalogProductsFirehoseServiceRolePolicy	firehose:PutRecord	arn:aws:firehose:*:*:deliverystream/sagemaker-*
    AmazonSageMakerServiceCatalogProductsGlueServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::aws-glue-*
    AmazonSageMakerServiceCatalogProductsGlueServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::sagemaker-*
    AmazonSageMakerServiceCatalogProductsLambdaServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::aws-glue-*
    AmazonSageMakerServiceCatalogProductsLambdaServiceRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::sagemaker-*
    AmazonSecurityLakeAdministrator	s3:PutObject	arn:aws:s3:::aws-security-data-lake*	c
    AmazonSecurityLakeMetastoreManager	s3:PutObject	arn:aws:s3:::aws-security-data-lake*	c
    AmazonSecurityLakeMetastoreManager	s3:DeleteObject	arn:aws:s3:::aws-security-data-lake*/metadata/*.avro	c
    AmazonSecurityLakeMetastoreManager	s3:DeleteObject	arn:aws:s3:::aws-security-data-lake*/metadata/*.metadata.json	c
    AmazonSecurityLakePermissionsBoundary	s3:PutObject,sqs:SendMessage	*
    AmazonTextractServiceRole	sns:Publish	arn:aws:sns:*:*:AmazonTextract*
    AmazonWorkSpacesPoolServiceAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::wspool-app-settings-*	c
    AmazonWorkSpacesPoolServiceAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::wspool-home-folder-*	c
    AmazonWorkSpacesPoolServiceAccess	s3:PutObject,s3:DeleteObject	arn:aws:s3:::wspool-logs-*	c
    AmplifyBackendDeployFullAccess	lambda:InvokeFunction	arn:aws:lambda:*:*:function:amplify-*	c
    AutoScalingNotificationAccessRole	sqs:SendMessage,sns:Publish	*
    AwsGlueSessionUserRestrictedNotebookServiceRole	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*/*aws-glue-*/*
    AwsGlueSessionUserRestrictedNotebookServiceRole	s3:PutObject,s3:DeleteObject	arn:aws:s3:::aws-glue-*/*
    AwsGlueSessionUserRestrictedServiceRole	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*/*aws-glue-*/*
    AwsGlueSessionUserRestrictedServiceRole	s3:PutObject,s3:DeleteObject	arn:aws:s3:::aws-glue-*/*
    BedrockAgentCoreFullAccess	s3:PutObject	arn:aws:s3:::bedrock-agentcore-runtime-*	c
    BedrockAgentCoreFullAccess	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*
    CloudWatchEventsFullAccess	events:PutEvents	*
    CloudWatchFullAccess	sns:Publish	*
    ComprehendDataAccessRolePolicy	s3:PutObject	arn:aws:s3:::*Comprehend*
    ComprehendDataAccessRolePolicy	s3:PutObject	arn:aws:s3:::*comprehend*
    ConsoleFullAccessFromVercel	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem	*
    DBModProvisioningAndMigration	s3:PutObject,s3:DeleteObject	arn:aws:s3:::atx-db-modernization-*	c
    DBModProvisioningAndMigration	s3:PutObject,s3:DeleteObject	arn:aws:s3:::atx-db-modernization-*/*	c
    DataScientist	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem,kinesis:PutRecord,firehose:PutRecord,lambda:InvokeFunction,s3:PutObject,s3:DeleteObject	*
    DatabaseAdministrator	dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem,s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	*
    GameLiftContainerFleetPolicy	s3:PutObject	arn:aws:s3:::gamelift-*	c
    GameLiftGameServerGroupPolicy	sns:Publish	arn:*:sns:*:*:ActivatingLifecycleHookTopic-*
    GameLiftGameServerGroupPolicy	sns:Publish	arn:*:sns:*:*:TerminatingLifecycleHookTopic-*
    NeptuneConsoleFullAccess	sns:Publish	*
    NeptuneFullAccess	sns:Publish	*
    PartnerCentralIncentiveBenefitManagement	s3:PutObject	arn:aws:s3:::aws-partner-central-marketplace-ephemeral-writeonly-files/${aws:PrincipalAccount}/*
    PowerUserAccess	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl,dynamodb:PutItem,dynamodb:UpdateItem,dynamodb:DeleteItem,dynamodb:BatchWriteItem,sqs:SendMessage,sns:Publish,events:PutEvents,kinesis:PutRecord,firehose:PutRecord,lambda:InvokeFunction,states:StartExecution,iot:Publish,execute-api:Invoke	*
    ROSAImageRegistryOperatorPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*-image-registry-${aws:RequestedRegion}-*/*
    ROSAImageRegistryOperatorPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*-image-registry-${aws:RequestedRegion}/*
    ROSAImageRegistryOperatorPolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*-image-registry-${aws:RequestedRegion}?/*
    ResourceGroupsTaggingAPITagUntagSupportedResources	s3:PutObjectTagging	*
    SageMakerStudioAdminIAMDefaultExecutionPolicy	s3:PutObject,s3:PutObjectTagging,s3:PutObjectAcl	*	c
    SageMakerStudioAdminIAMDefaultExecutionPolicy	s3:PutObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::amazon-sagemaker*
    SageMakerStudioAdminIAMPermissiveExecutionPolicy	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	*
    SageMakerStudioAdminProjectUserRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::*	c
    SageMakerStudioBedrockAgentServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:amazon-bedrock*	c
    SageMakerStudioBedrockEvaluationJobServiceRolePolicy	s3:PutObject	arn:aws:s3:::${aws:PrincipalTag/DomainBucketName}/${aws:PrincipalTag/AmazonDataZoneDomain}/${aws:PrincipalTag/AmazonDataZoneProject}/*	c
    SageMakerStudioBedrockFlowServiceRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:amazon-bedrock*	c
    SageMakerStudioEMRInstanceRolePolicy	s3:PutObject	arn:aws:s3:::${aws:PrincipalTag/DomainBucketName}/${aws:PrincipalTag/AmazonDataZoneDomain}/${aws:PrincipalTag/AmazonDataZoneProject}/${aws:PrincipalTag/AmazonDataZoneScopeName}/sys/emr/*	c
    SageMakerStudioFullAccess	s3:PutObject	arn:aws:s3:::amazon-sagemaker*/*	c
    SageMakerStudioProjectProvisioningRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:amazon-bedrock-ide-*	c
    SageMakerStudioProjectRoleMachineLearningPolicy	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	*	c
    SageMakerStudioProjectUserRolePermissionsBoundary	s3:PutObject,s3:DeleteObject	*	c
    SageMakerStudioProjectUserRolePermissionsBoundary	s3:PutObject,s3:DeleteObject	arn:aws:s3:::${aws:PrincipalTag/DomainBucketName}/${aws:PrincipalTag/AmazonDataZoneDomain}/${aws:PrincipalTag/AmazonDataZoneProject}/*	c
    SageMakerStudioProjectUserRolePermissionsBoundary	s3:PutObject,s3:DeleteObject	arn:aws:s3:::redshift-staging-bucket-*	c
    SageMakerStudioProjectUserRolePermissionsBoundary	s3:PutObject,s3:DeleteObject	arn:aws:s3:::redshift-staging-bucket-*/*	c
    SageMakerStudioProjectUserRolePermissionsBoundary	s3:PutObjectTagging	arn:aws:s3:::${aws:PrincipalTag/DomainBucketName}/${aws:PrincipalTag/AmazonDataZoneDomain}/${aws:PrincipalTag/AmazonDataZoneProject}/genAI/assets/evaluations/*	c
    SageMakerStudioProjectUserRolePermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*	c
    SageMakerStudioProjectUserRolePermissionsBoundary	lambda:InvokeFunction	arn:aws:lambda:*:*:function:amazon-bedrock-ide-*	c
    SageMakerStudioProjectUserRolePermissionsBoundary	sqs:SendMessage	arn:aws:sqs:*:*:airflow-celery-*
    SageMakerStudioProjectUserRolePolicy	sqs:SendMessage	arn:aws:sqs:*:*:airflow-celery-*	c
    SageMakerStudioProjectUserRolePolicy	s3:PutObject,s3:DeleteObject	arn:aws:s3:::${aws:PrincipalTag/DomainBucketName}/${aws:PrincipalTag/AmazonDataZoneDomain}/${aws:PrincipalTag/AmazonDataZoneProject}/*	c
    SageMakerStudioProjectUserRolePolicy	s3:PutObjectTagging	arn:aws:s3:::${aws:PrincipalTag/DomainBucketName}/${aws:PrincipalTag/AmazonDataZoneDomain}/${aws:PrincipalTag/AmazonDataZoneProject}/genAI/assets/evaluations/*	c
    SageMakerStudioProjectUserRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:amazon-bedrock*	c
    SageMakerStudioProjectUserRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:amazon-bedrock-ide-*	c
    SageMakerStudioQueryExecutionRolePolicy	lambda:InvokeFunction	arn:aws:lambda:*:*:function:*	c
    SageMakerStudioUserIAMDefaultExecutionPolicy	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	arn:aws:s3:::${aws:PrincipalTag/AmazonDataZoneProjectBucket}/*	c
    SageMakerStudioUserIAMPermissiveExecutionPolicy	s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	*
    SecretsManagerReadWrite	lambda:InvokeFunction	arn:aws:lambda:*:*:function:SecretsManager*
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::connector-platform-release-notes
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::connector-platform-release-notes/*
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::connector-platform-upgrade-bundles
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::connector-platform-upgrade-bundles/*
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::connector-platform-upgrade-info
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::connector-platform-upgrade-info/*
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::import-to-ec2-*
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::server-migration-service-upgrade
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::server-migration-service-upgrade/*
    ServerMigrationConnector	s3:PutObject,s3:DeleteObject,s3:PutObjectAcl	arn:aws:s3:::sms-b-*
    ServerMigrationConnector	sns:Publish	arn:aws:sns:*:*:metrics-sns-topic-for-*
    SystemAdministrator	sqs:SendMessage,sns:Publish,events:PutEvents,lambda:InvokeFunction,s3:PutObject,s3:DeleteObject,s3:PutObjectTagging,s3:PutObjectAcl	*
    WorkLinkServiceRolePolicy	kinesis:PutRecord	arn:aws:kinesis:*:*:stream/AmazonWorkLink-*
    """#
}
