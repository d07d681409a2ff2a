// Written by `UPDATE=1 swift test --filter RulePageTests` from docs/rules; not to be edited.
// swift-format-ignore-file

extension RulePages {
  static let all: [(rule: String, text: StaticString)] = [
    (
      "caller-shorter-than-callee",
      ##"""
      # caller-shorter-than-callee

      | | |
      |---|---|
      | Reports | Caller gives up before the function it calls is done |
      | Gravest severity | warning |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      A caller that gives up first has paid for both runs and has no answer, and it often tries again while the first run is
      still going on.

      ## What it reports

      * `warning`, `certain`: a task's `TimeoutSeconds` in a state machine is below the function's timeout.
      * `info`, `possible`: a function may invoke another one by an exact permission and has less time than it.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Flow:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition:
              StartAt: Report
              States:
                Report:
                  Type: Task
                  Resource: !GetAtt Report.Arn
                  TimeoutSeconds: 30
                  End: true
            Policies:
              - LambdaInvokePolicy:
                  FunctionName: !Ref Report

        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Timeout: 120
      ```

      ```text
      warning[caller-shorter-than-callee] (certain): the task waits 30 s for 'Report', which may run 120 s
        --> Samples/rules/caller-shorter-than-callee/bad.yaml:12:29
         |
      12 |             TimeoutSeconds: 30
         |                             ^^
      ...
      23 |       Timeout: 120
         |                --- the function may run 120 s
         |
         = help: raise TimeoutSeconds of the task above the function's timeout, or lower the function's

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Give the caller more time than the callee, or invoke with `Event` and don't wait.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Flow:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition:
              StartAt: Report
              States:
                Report:
                  Type: Task
                  Resource: !GetAtt Report.Arn
                  TimeoutSeconds: 130
                  End: true
            Policies:
              - LambdaInvokePolicy:
                  FunctionName: !Ref Report

        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Timeout: 120
      ```

      ## Limits

      * Whether a function waits for the one that it invokes is a matter of its code.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html>
      * <https://docs.aws.amazon.com/step-functions/latest/dg/sfn-stuck-execution.html>

      """##
    ),
    (
      "cold-start-on-api",
      ##"""
      # cold-start-on-api

      | | |
      |---|---|
      | Reports | Callers wait for the start of a heavy runtime or package |
      | Gravest severity | info |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      The JVM and .NET take a second or more to start, and on a synchronous path somebody waits for it: after each deployment,
      each quiet hour and at each peak.

      ## What it reports

      `info`, `likely`: a function that an API, URL, load balancer, resolver or user pool waits for, with neither SnapStart nor
      provisioned concurrency, and

      * a Java or .NET runtime, or
      * a package on this disk of at least half the 250 MB that Lambda takes.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: java21
            Events:
              Get:
                Type: HttpApi
      ```

      ```text
      info[cold-start-on-api] (likely): callers of 'Report' wait while the JVM starts, a second or more at first
       --> Samples/rules/cold-start-on-api/bad.yaml:7:16
        |
      7 |       Runtime: java21
        |                ^^^^^^
      8 |       Events:
      9 |         Get:
        |         --- 'ServerlessHttpApi' waits for it here
        |
        = help: set SnapStart to PublishedVersions and publish an alias, or provision concurrency for it

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Turn SnapStart on and publish an alias, or provision concurrency at the hours when it matters.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: java21
            AutoPublishAlias: live
            SnapStart:
              ApplyOn: PublishedVersions
            Events:
              Get:
                Type: HttpApi
      ```

      ## Limits

      * A VPC is no reason any more: its network interfaces are made with the function, not at its start.
      * How long the start takes depends on the code; measure `Init Duration`.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html>

      """##
    ),
    (
      "concurrency-over-account",
      ##"""
      # concurrency-over-account

      | | |
      |---|---|
      | Reports | Reserves add up to more than the account has |
      | Gravest severity | error |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      Reserves come out of the account's limit, and 100 executions must stay unreserved. The deployment that asks for more
      fails, often after half of the functions were changed.

      ## What it reports

      `error`, `likely`: the reserves of the files add up to more than the limit less 100. The limit is 1,000 unless
      `--account-concurrency`, or `account-concurrency` in `.lambda-audit.yml`, says otherwise.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            ReservedConcurrentExecutions: 950
      ```

      ```text
      error[concurrency-over-account] (likely): 950 executions are reserved, but the account has 900 to reserve
       --> Samples/rules/concurrency-over-account/bad.yaml:8:37
        |
      8 |       ReservedConcurrentExecutions: 950
        |                                     ^^^
        |
        = help: lower the reserves, or have the account's limit raised and say so with account-concurrency

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Lower the reserves, or have the limit raised.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            ReservedConcurrentExecutions: 50
      ```

      ## Limits

      * Functions outside the files take from the same pot.
      * Stacks for different accounts or regions that are audited together are added up.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html>

      """##
    ),
    (
      "default-memory",
      ##"""
      # default-memory

      | | |
      |---|---|
      | Reports | Function runs with little memory |
      | Gravest severity | info |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A function gets processor time in proportion to its memory: one whole processor at 1,769 MB. At 128 MB most work takes so
      much longer that it costs as much, and callers wait.

      ## What it reports

      `info`, `likely`, once per stack: functions with 128 MB, by default or by hand, that something other than schedules and
      custom resources wakes. With `memory-floor` in `.lambda-audit.yml` also each function below that floor, as `certain`.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            MemorySize: 128
            Events:
              Get:
                Type: HttpApi
      ```

      ```text
      info[default-memory] (likely): 128 MB, the least there is, and a 14th of a processor for 'Report'
       --> Samples/rules/default-memory/bad.yaml:8:19
        |
      8 |       MemorySize: 128
        |                   ^^^
        |
        = help: measure with more, such as 512 MB: the processor grows with the memory, and shorter runs cost less

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Measure with more memory, for instance by Lambda Power Tuning, and take the cheapest that is fast enough.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            MemorySize: 512
            Events:
              Get:
                Type: HttpApi
      ```

      ## Limits

      * Small glue functions may be right as they are.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html>

      """##
    ),
    (
      "default-timeout",
      ##"""
      # default-timeout

      | | |
      |---|---|
      | Reports | Timeout was never chosen |
      | Gravest severity | info |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      Three seconds, six in the Serverless Framework, are seldom what anybody chose. A function that is slow once is killed in
      the middle of its work.

      ## What it reports

      `info`, `certain`, once per stack: functions without a timeout.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
      ```

      ```text
      info[default-timeout] (certain): nobody chose the timeout of 'Report': it is the default of 3 s
       --> Samples/rules/default-timeout/bad.yaml:3:3
        |
      3 |   Report:
        |   ^^^^^^
        |
        = help: set a timeout a little above the slowest run that is still right; Lambda kills the function then

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Set a timeout a little above the slowest run that is still right, and below what the caller waits.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Timeout: 10
      ```

      ## Limits

      * Functions at CloudFront's edge have limits of their own and are left out.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html>

      """##
    ),
    (
      "deprecated-runtime",
      ##"""
      # deprecated-runtime

      | | |
      |---|---|
      | Reports | Runtime gets no security fixes any more |
      | Gravest severity | error |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A deprecated runtime gets no security fixes. Later no function can be made with it, and in the end none can be changed:
      then a fix of one line needs a migration first.

      ## What it reports

      Once per stack and runtime, by the dates that AWS announced and the day of the run, or that of `--as-of` or `as-of` in
      `.lambda-audit.yml`:

      * `warning`, `certain`: support has ended.
      * `error`, `certain`: new functions are refused, or updates are.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: nodejs14.x
      ```

      ```text
      error[deprecated-runtime] (certain): nodejs14.x of 'Report' can't be used for new functions since 2024-01-09
       --> Samples/rules/deprecated-runtime/bad.yaml:7:16
        |
      7 |       Runtime: nodejs14.x
        |                ^^^^^^^^^^
        |
        = help: move to nodejs24.x

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Move to the successor that the help names, and test with its emulator or image.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: nodejs24.x
      ```

      ## Limits

      * AWS moves its dates; the table is as old as its date. A runtime that the table does not know is passed over.
      * Images have no runtime.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html>

      """##
    ),
    (
      "endless-stream-retry",
      ##"""
      # endless-stream-retry

      | | |
      |---|---|
      | Reports | One bad record blocks its shard until it expires |
      | Gravest severity | warning |
      | Looks at | each trigger of a function |
      | Since | 0.1 |

      ## Why it matters

      By default a mapping tries a failing batch until its records expire: a day for DynamoDB, up to a year for Kinesis. All that
      time the shard stands still, and the function runs at full speed for nothing.

      ## What it reports

      `warning`, `certain`: a mapping of a Kinesis stream, a DynamoDB stream, or Kafka in provisioned mode with no retry limit, no age limit, no bisecting and no
      on-failure destination.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1

        Lost:
          Type: AWS::SQS::Queue

        Count:
          Type: AWS::Serverless::Function
          Properties:
            Handler: count.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Click:
                Type: Kinesis
                Properties:
                  Stream: !GetAtt Clicks.Arn
                  StartingPosition: TRIM_HORIZON
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ```text
      warning[endless-stream-retry] (certain): one bad record of 'Clicks' keeps 'Count' busy until it expires
        --> Samples/rules/endless-stream-retry/bad.yaml:18:9
         |
      18 |         Click:
         |         ^^^^^
         |
         = help: set MaximumRetryAttempts or MaximumRecordAgeInSeconds, BisectBatchOnFunctionError, and an on-failure destination

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Set `MaximumRetryAttempts` or `MaximumRecordAgeInSeconds`, let it bisect batches, and give it an on-failure destination.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1

        Lost:
          Type: AWS::SQS::Queue

        Count:
          Type: AWS::Serverless::Function
          Properties:
            Handler: count.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Click:
                Type: Kinesis
                Properties:
                  Stream: !GetAtt Clicks.Arn
                  StartingPosition: TRIM_HORIZON
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
                  MaximumRetryAttempts: 10
                  BisectBatchOnFunctionError: true
                  DestinationConfig:
                    OnFailure:
                      Type: SQS
                      Destination: !GetAtt Lost.Arn
      ```

      ## Limits

      * One of the four is enough for silence; which of them fits is a matter of the data.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html>

      """##
    ),
    (
      "filter-drops-messages",
      ##"""
      # filter-drops-messages

      | | |
      |---|---|
      | Reports | Consumers with filters delete each other's messages |
      | Gravest severity | error |
      | Looks at | each queue |
      | Since | 0.1 |

      ## Why it matters

      A queue gives each message to one of its consumers. If that one's filter rejects the message, Lambda deletes it: the other
      consumer never sees it.

      ## What it reports

      `error`, `certain`: two or more enabled consumers on one queue, at least one of them with a filter.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
                  FilterCriteria:
                    Filters:
                      - Pattern: '{"body": {"kind": ["order"]}}'

        HandleReturn:
          Type: AWS::Serverless::Function
          Properties:
            Handler: return.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Return:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
                  FilterCriteria:
                    Filters:
                      - Pattern: '{"body": {"kind": ["return"]}}'
      ```

      ```text
      error[filter-drops-messages] (certain): 'Orders' has 2 consumers, and 'HandleOrder' deletes what its filter rejects
        --> Samples/rules/filter-drops-messages/bad.yaml:29:28
         |
      29 |                 - Pattern: '{"body": {"kind": ["order"]}}'
         |                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ...
      38 |         Return:
         |         ------ 'HandleReturn' polls the same queue
         |
         = help: give each consumer a queue of its own, filled through a topic or a rule that does the filtering

      1 error in 1 file with 2 functions
      ```

      ## How to fix

      Give each consumer a queue of its own, and filter in front of the queues: by a subscription's filter policy or by rules.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
                  FilterCriteria:
                    Filters:
                      - Pattern: '{"body": {"kind": ["order"]}}'
      ```

      ## Limits

      * Several mappings without filters share the messages, which is odd but loses none; the rule is silent there.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html>
      * <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-filtering.html>

      """##
    ),
    (
      "function-switched-off",
      ##"""
      # function-switched-off

      | | |
      |---|---|
      | Reports | A reserve of zero keeps the function from running |
      | Gravest severity | warning |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      A reserve of zero throttles every invocation. Queues fill, asynchronous events are dropped after six hours, and callers see
      errors; it is easily left behind after an incident.

      ## What it reports

      `warning`, `certain`: `ReservedConcurrentExecutions: 0`.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            ReservedConcurrentExecutions: 0
      ```

      ```text
      warning[function-switched-off] (certain): 'Report' never runs: its reserve is 0
       --> Samples/rules/function-switched-off/bad.yaml:8:37
        |
      8 |       ReservedConcurrentExecutions: 0
        |                                     ^
        |
        = help: remove the reserve, or disable its triggers if it is meant to rest

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Remove the reserve. If the function is meant to rest, disable its triggers, so that nothing is lost.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            ReservedConcurrentExecutions: 5
      ```

      ## Limits

      * Whether it is meant cannot be told from the file.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html>

      """##
    ),
    (
      "idle-provisioned-concurrency",
      ##"""
      # idle-provisioned-concurrency

      | | |
      |---|---|
      | Reports | Provisioned concurrency costs around the clock |
      | Gravest severity | error |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      Provisioned environments cost by the hour whether anybody calls or not: about $10.95 a month for each GB in us-east-1.

      ## What it reports

      * `error`, `certain`: more is provisioned than reserved, which Lambda refuses.
      * `error`, `certain`: executions are provisioned for `$LATEST`, where no version is published.
      * `info`, `likely`: a fixed number without autoscaling, with its monthly cost.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            MemorySize: 2048
            AutoPublishAlias: live
            ProvisionedConcurrencyConfig:
              ProvisionedConcurrentExecutions: 20
      ```

      ```text
      info[idle-provisioned-concurrency] (likely): 20 provisioned executions of 'Report' cost about $438 a month, used or not
        --> Samples/rules/idle-provisioned-concurrency/bad.yaml:11:42
         |
      11 |         ProvisionedConcurrentExecutions: 20
         |                                          ^^
         |
         = help: scale it by a schedule or by utilization with Application Auto Scaling

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Scale it by schedule or utilization with Application Auto Scaling, or use SnapStart where the runtime has it.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            MemorySize: 2048
      ```

      ## Limits

      * The price is that of x86, in the region of `--region` where one is given and in us-east-1 otherwise.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html>
      * <https://aws.amazon.com/lambda/pricing/>

      """##
    ),
    (
      "ineffective-dlq",
      ##"""
      # ineffective-dlq

      | | |
      |---|---|
      | Reports | Dead-letter queue that never receives anything |
      | Gravest severity | warning |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      A function's `DeadLetterConfig` and on-failure destination take asynchronous invocations only. A polled or synchronous
      function never puts anything there, and whoever relies on it finds out when messages are missing.

      ## What it reports

      * `warning`, `likely`: all known triggers of the function poll.
      * `info`, `likely`: all of them call it synchronously.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            DeadLetterQueue:
              Type: SQS
              TargetArn: !GetAtt OrderFailures.Arn
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ```text
      warning[ineffective-dlq] (likely): 'HandleOrder' is polled, so its dead-letter target never receives anything
        --> Samples/rules/ineffective-dlq/bad.yaml:22:20
         |
      22 |         TargetArn: !GetAtt OrderFailures.Arn
         |                    ^^^^^^^^^^^^^^^^^^^^^^^^^
      23 |       Events:
      24 |         Order:
         |         ----- 'Orders' wakes it here
         |
         = help: put a RedrivePolicy on the queue instead

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      For queues put a `RedrivePolicy` on the queue; for streams put an on-failure destination on the mapping.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ## Limits

      * Code elsewhere may invoke the function asynchronously; then the queue does its work, and the finding can be ignored.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>

      """##
    ),
    (
      "low-receive-count",
      ##"""
      # low-receive-count

      | | |
      |---|---|
      | Reports | Good messages end in the dead-letter queue |
      | Gravest severity | warning |
      | Looks at | each queue |
      | Since | 0.1 |

      ## Why it matters

      A throttled or timed-out batch counts as received. With a low `maxReceiveCount` good messages end in the dead-letter queue
      because the function was busy, not because they are bad.

      ## What it reports

      * `warning`: a `maxReceiveCount` of one on a queue that a function polls.
      * `info`: one above that and below 5, or below the `receive-count` of `.lambda-audit.yml`.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 1

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ```text
      warning[low-receive-count] (certain): one throttle or timeout is enough to send a message of 'Orders' to its dead-letter queue
       --> Samples/rules/low-receive-count/bad.yaml:9:26
        |
      9 |         maxReceiveCount: 1
        |                          ^
        |
        = help: set maxReceiveCount to at least 5

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Set `maxReceiveCount` to at least 5.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ## Limits

      * A queue whose consumer must never see a message twice may want one; ignore the finding there.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>

      """##
    ),
    (
      "malformed-config",
      ##"""
      # malformed-config

      | | |
      |---|---|
      | Reports | Part of the file can't mean what it says |
      | Gravest severity | warning |
      | Looks at | the files as they are read |
      | Since | 0.1 |

      ## Why it matters

      Part of the file can be read past but can't mean what it says: a key written twice, a reference to nothing, an include that
      is missing. The deployment will stumble over it, and the audit may have missed what it was meant to say.

      ## What it reports

      `warning`, `certain`: duplicate keys, empty `Resources`, a resource without a type, dangling references, unknown intrinsics,
      macros that can't be run, includes that are missing. `info`, once per file: a file of variables that lies outside the project
      and is therefore not read.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.12
            Runtime: python3.13
      ```

      ```text
      warning[malformed-config] (certain): key 'Runtime' is written twice; the last one counts
       --> Samples/rules/malformed-config/bad.yaml:8:7
        |
      7 |       Runtime: python3.12
        |       ------- first written here
      8 |       Runtime: python3.13
        |       ^^^^^^^

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Mend the place that the finding shows.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
      ```

      ## Limits

      * A file that can't be read at all is no finding: it makes the exit status `2`.

      ## References

      * <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>

      """##
    ),
    (
      "misdirected-failure",
      ##"""
      # misdirected-failure

      | | |
      |---|---|
      | Reports | Failure target that can't take the events |
      | Gravest severity | error |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A last resort that can't take the event is worse than none: everybody believes that failures are kept.

      ## What it reports

      * `error`, `certain`: a FIFO queue or topic as a function's dead-letter target or destination, which Lambda refuses.
      * `error`, `certain`: a queue and its dead-letter queue of different types, which SQS refuses.
      * `error`, `certain`: a redrive policy without `maxReceiveCount`, which SQS refuses.
      * `warning`, `likely`: every policy of the role is in sight, and none allows the function to send there.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            FifoQueue: true
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ```text
      error[misdirected-failure] (certain): 'Orders' is FIFO but its dead-letter queue 'OrderFailures' is standard
       --> Samples/rules/misdirected-failure/bad.yaml:9:30
        |
      9 |         deadLetterTargetArn: !GetAtt OrderFailures.Arn
        |                              ^^^^^^^^^^^^^^^^^^^^^^^^^
        |
        = help: make both queues of the same type; SQS refuses the policy

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Use a standard queue, make both queues of one type, or add `sqs:SendMessage` or `sns:Publish` to the role.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ## Limits

      * Policies of the queue, and keys that encrypt it, are not read.
      * A role outside the files is given the benefit of the doubt.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
      * <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html>

      """##
    ),
    (
      "missing-failure-destination",
      ##"""
      # missing-failure-destination

      | | |
      |---|---|
      | Reports | Events that fail are dropped without a trace |
      | Gravest severity | warning |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      Lambda tries an asynchronous event three times in all and then drops it: no caller sees the failure, and nothing is left
      to replay. The same goes for records of a stream that a mapping gives up on.

      ## What it reports

      * `warning`: asynchronous sources such as S3, SNS, EventBridge, IoT or log subscriptions, and the function has neither an
        on-failure destination nor a dead-letter queue.
      * `warning`: the mapping of a stream, or of Kafka in provisioned mode, without an on-failure destination; `info` where nothing bounds its retries, because
        `endless-stream-retry` says so.
      * `info`: only schedules wake it, so the next run makes up for the last.

      Custom resources wait for an answer and are left out.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Signups:
          Type: AWS::SNS::Topic

        Failures:
          Type: AWS::SQS::Queue

        Welcome:
          Type: AWS::Serverless::Function
          Properties:
            Handler: welcome.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Signup:
                Type: SNS
                Properties:
                  Topic: !Ref Signups
      ```

      ```text
      warning[missing-failure-destination] (certain): events that 'Welcome' fails on are dropped after 2 retries
        --> Samples/rules/missing-failure-destination/bad.yaml:9:3
         |
       9 |   Welcome:
         |   ^^^^^^^
      ...
      16 |         Signup:
         |         ------ topic 'Signups' invokes it here
         |
         = help: add an on-failure destination or a dead-letter queue, and an alarm on it

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Add an on-failure destination: it carries the error besides the event. A dead-letter queue carries the event only. Put an
      alarm on it.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Signups:
          Type: AWS::SNS::Topic

        Failures:
          Type: AWS::SQS::Queue

        Welcome:
          Type: AWS::Serverless::Function
          Properties:
            Handler: welcome.handler
            Runtime: python3.13
            Timeout: 10
            EventInvokeConfig:
              DestinationConfig:
                OnFailure:
                  Type: SQS
                  Destination: !GetAtt Failures.Arn
            Events:
              Signup:
                Type: SNS
                Properties:
                  Topic: !Ref Signups
      ```

      ## Limits

      * A function that is invoked asynchronously by code outside the files is not seen.
      * The dead-letter queue of a rule or subscription takes what can't be delivered, not what the function fails on.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html>

      """##
    ),
    (
      "missing-partial-batch-response",
      ##"""
      # missing-partial-batch-response

      | | |
      |---|---|
      | Reports | One bad message repeats its whole batch |
      | Gravest severity | warning |
      | Looks at | each trigger of a function |
      | Since | 0.1 |

      ## Why it matters

      When one message of a batch fails, Lambda hands the whole batch out again: nine good messages are worked on twice, and
      with a low receive count they end in the dead-letter queue together with the bad one. With `ReportBatchItemFailures` only
      those come back that failed.

      ## What it reports

      Mappings of SQS, Kinesis, DynamoDB streams, and Kafka in provisioned mode without `ReportBatchItemFailures`. The resource is
      the source: the queue or stream, or the enhanced fan-out consumer where the mapping names one.

      * `warning` for batches of more than one.
      * `info` for a batch size of one, where it would allow larger batches, and for streams on which `endless-stream-retry`
        already speaks.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
      ```

      ```text
      warning[missing-partial-batch-response] (certain): one bad message makes 'HandleOrder' process its whole batch from 'Orders' again
        --> Samples/rules/missing-partial-batch-response/bad.yaml:21:9
         |
      21 |         Order:
         |         ^^^^^
         |
         = help: set FunctionResponseTypes to ReportBatchItemFailures and return the ids of the messages that failed

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Set `FunctionResponseTypes` and return the ids that failed, as the batch processor of Powertools does. On a FIFO queue stop
      at the first failure and report the rest.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ## Limits

      * Whether the handler returns the ids is not read; the setting without the code loses messages.
      * Kafka without `ProvisionedPollerConfig` is left out, since Lambda has no error handling for it there, and so is a batch size
        of one on Kafka.
      * A batch size that can't be known is passed over.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html>

      """##
    ),
    (
      "missing-reserved-concurrency",
      ##"""
      # missing-reserved-concurrency

      | | |
      |---|---|
      | Reports | Function may take the account's whole concurrency |
      | Gravest severity | warning |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      All functions of an account and region share one limit, 1,000 executions unless it was raised. One function that is
      flooded takes them all, and every other function is throttled. A reserve is a ceiling at the same time: it bounds what a
      loop costs and protects what the function calls.

      ## What it reports

      Each function without `ReservedConcurrentExecutions`.

      * `warning` where it matters most: the function is part of a loop that is likely, or a bucket, topic, log group or IoT rule can
        start any number of executions at once, or it works with a database in its VPC, whose connections run out.
      * `info` otherwise. That a queue starts many executions is said by `unbounded-queue-concurrency`, whose remedy is better there.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Uploads:
          Type: AWS::SNS::Topic

        Notify:
          Type: AWS::Serverless::Function
          Properties:
            Handler: notify.handler
            Runtime: python3.13
            Events:
              Message:
                Type: SNS
                Properties:
                  Topic: !Ref Uploads
      ```

      ```text
      warning[missing-reserved-concurrency] (certain): nothing limits 'Notify', which 'Uploads' floods without a bound
        --> Samples/rules/missing-reserved-concurrency/bad.yaml:6:3
         |
       6 |   Notify:
         |   ^^^^^^
      ...
      12 |         Message:
         |         ------- topic 'Uploads' wakes it here
         |
         = help: set ReservedConcurrentExecutions to the most that its sources and what it calls can take

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Reserve what the function's sources need and what its targets can take. For queues, `MaximumConcurrency` of the mapping
      does the same without taking from the account.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Uploads:
          Type: AWS::SNS::Topic

        Notify:
          Type: AWS::Serverless::Function
          Properties:
            Handler: notify.handler
            Runtime: python3.13
            ReservedConcurrentExecutions: 20
            Events:
              Message:
                Type: SNS
                Properties:
                  Topic: !Ref Uploads
      ```

      ## Limits

      * It is a ceiling for the function alone; the account's limit is judged by `concurrency-over-account`.
      * A limit that is set outside the files is not seen.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html>

      """##
    ),
    (
      "needless-vpc",
      ##"""
      # needless-vpc

      | | |
      |---|---|
      | Reports | Nothing in the VPC is for this function |
      | Gravest severity | info |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      A VPC costs a NAT gateway, addresses and one more way to fail. A function that reaches nothing private gains nothing from
      it; its code is no safer there.

      ## What it reports

      `info`, `possible`: a function in subnets of the files whose environment, permissions and triggers hint at nothing private.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Network:
          Type: AWS::EC2::VPC
          Properties:
            CidrBlock: 10.0.0.0/16

        Gateway:
          Type: AWS::EC2::InternetGateway

        GatewayAttachment:
          Type: AWS::EC2::VPCGatewayAttachment
          Properties:
            VpcId: !Ref Network
            InternetGatewayId: !Ref Gateway

        PublicSubnet:
          Type: AWS::EC2::Subnet
          Properties:
            VpcId: !Ref Network
            CidrBlock: 10.0.0.0/24

        PublicRoutes:
          Type: AWS::EC2::RouteTable
          Properties:
            VpcId: !Ref Network

        PublicDefault:
          Type: AWS::EC2::Route
          Properties:
            RouteTableId: !Ref PublicRoutes
            DestinationCidrBlock: 0.0.0.0/0
            GatewayId: !Ref Gateway

        PublicAssociation:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties:
            SubnetId: !Ref PublicSubnet
            RouteTableId: !Ref PublicRoutes

        PrivateSubnet:
          Type: AWS::EC2::Subnet
          Properties:
            VpcId: !Ref Network
            CidrBlock: 10.0.1.0/24

        PrivateRoutes:
          Type: AWS::EC2::RouteTable
          Properties:
            VpcId: !Ref Network

        PrivateAssociation:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties:
            SubnetId: !Ref PrivateSubnet
            RouteTableId: !Ref PrivateRoutes

        NatAddress:
          Type: AWS::EC2::EIP
          Properties:
            Domain: vpc

        Nat:
          Type: AWS::EC2::NatGateway
          Properties:
            AllocationId: !GetAtt NatAddress.AllocationId
            SubnetId: !Ref PublicSubnet

        PrivateDefault:
          Type: AWS::EC2::Route
          Properties:
            RouteTableId: !Ref PrivateRoutes
            DestinationCidrBlock: 0.0.0.0/0
            NatGatewayId: !Ref Nat

        Charge:
          Type: AWS::Serverless::Function
          Properties:
            Handler: charge.handler
            Runtime: python3.13
            Timeout: 20
            Policies:
              - Statement:
                  - Effect: Allow
                    Action: secretsmanager:GetSecretValue
                    Resource: !Sub arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:stripe-*
            VpcConfig:
              SubnetIds:
                - !Ref PrivateSubnet
      ```

      ```text
      info[needless-vpc] (possible): nothing in sight needs 'Charge' in a VPC
        --> Samples/rules/needless-vpc/bad.yaml:89:11
         |
      89 |           - !Ref PrivateSubnet
         |           ^^^^^^^^^^^^^^^^^^^^
         |
         = help: leave the VPC out, unless the code reaches a database, cache or service that is private

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Leave `VpcConfig` out.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Network:
          Type: AWS::EC2::VPC
          Properties:
            CidrBlock: 10.0.0.0/16

        Gateway:
          Type: AWS::EC2::InternetGateway

        GatewayAttachment:
          Type: AWS::EC2::VPCGatewayAttachment
          Properties:
            VpcId: !Ref Network
            InternetGatewayId: !Ref Gateway

        PublicSubnet:
          Type: AWS::EC2::Subnet
          Properties:
            VpcId: !Ref Network
            CidrBlock: 10.0.0.0/24

        PublicRoutes:
          Type: AWS::EC2::RouteTable
          Properties:
            VpcId: !Ref Network

        PublicDefault:
          Type: AWS::EC2::Route
          Properties:
            RouteTableId: !Ref PublicRoutes
            DestinationCidrBlock: 0.0.0.0/0
            GatewayId: !Ref Gateway

        PublicAssociation:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties:
            SubnetId: !Ref PublicSubnet
            RouteTableId: !Ref PublicRoutes

        PrivateSubnet:
          Type: AWS::EC2::Subnet
          Properties:
            VpcId: !Ref Network
            CidrBlock: 10.0.1.0/24

        PrivateRoutes:
          Type: AWS::EC2::RouteTable
          Properties:
            VpcId: !Ref Network

        PrivateAssociation:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties:
            SubnetId: !Ref PrivateSubnet
            RouteTableId: !Ref PrivateRoutes

        NatAddress:
          Type: AWS::EC2::EIP
          Properties:
            Domain: vpc

        Nat:
          Type: AWS::EC2::NatGateway
          Properties:
            AllocationId: !GetAtt NatAddress.AllocationId
            SubnetId: !Ref PublicSubnet

        PrivateDefault:
          Type: AWS::EC2::Route
          Properties:
            RouteTableId: !Ref PrivateRoutes
            DestinationCidrBlock: 0.0.0.0/0
            NatGatewayId: !Ref Nat

        Charge:
          Type: AWS::Serverless::Function
          Properties:
            Handler: charge.handler
            Runtime: python3.13
            Timeout: 20
            Policies:
              - Statement:
                  - Effect: Allow
                    Action: secretsmanager:GetSecretValue
                    Resource: !Sub arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:stripe-*
            VpcConfig:
              SubnetIds:
                - !Ref PrivateSubnet
            Environment:
              Variables:
                DB_HOST: orders.internal
      ```

      ## Limits

      * Hints are names such as `DB_HOST` and permissions such as `rds-db:connect`; the code may know better.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html>

      """##
    ),
    (
      "open-invoke-permission",
      ##"""
      # open-invoke-permission

      | | |
      |---|---|
      | Reports | Others may have a service invoke the function |
      | Gravest severity | warning |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A permission for a service that names no source lets anybody's bucket, topic or rule invoke the function, with events of
      their making.

      ## What it reports

      * `warning`, `certain`: the principal is `*`.
      * `info`, `certain`: a service that acts for resources of any account, with neither `SourceArn` nor `SourceAccount`.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13

        Invoke:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Report
            Principal: s3.amazonaws.com
      ```

      ```text
      info[open-invoke-permission] (certain): s3.amazonaws.com may invoke 'Report' on behalf of anybody's resources
       --> Samples/rules/open-invoke-permission/bad.yaml:9:3
        |
      9 |   Invoke:
        |   ^^^^^^
        |
        = help: add SourceArn, and SourceAccount where the ARN names no account

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Add `SourceArn`, and `SourceAccount` for buckets, whose ARNs name no account.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13

        Invoke:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Report
            Principal: s3.amazonaws.com
            SourceArn: arn:aws:s3:::reports
            SourceAccount: !Ref AWS::AccountId
      ```

      ## Limits

      * Conditions of organisations are not read.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html>

      """##
    ),
    (
      "oversized-package",
      ##"""
      # oversized-package

      | | |
      |---|---|
      | Reports | Lambda refuses the package for its size or layers |
      | Gravest severity | error |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      Lambda takes 250 MB of code and layers once they are unzipped, 50 MB of an archive that comes with the request, and 5 layers.
      It says so at the end of a deployment, after everything was built and uploaded.

      ## What it reports

      * `error`, `certain`: more than 5 layers.
      * `error`, `likely`: code and layers that lie on this disk have more than 250 MB. What counts is the folder that
        `sam build` wrote, or else the folder or archive that the template names, less what `package.patterns`, `exclude` or
        `excludes` leave out.
      * `error`, `likely`: an archive that Terraform uploads directly (`filename`) has more than 50 MB.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Layers:
              - arn:aws:lambda:eu-west-1:123456789012:layer:part-0:1
              - arn:aws:lambda:eu-west-1:123456789012:layer:part-1:1
              - arn:aws:lambda:eu-west-1:123456789012:layer:part-2:1
              - arn:aws:lambda:eu-west-1:123456789012:layer:part-3:1
              - arn:aws:lambda:eu-west-1:123456789012:layer:part-4:1
              - arn:aws:lambda:eu-west-1:123456789012:layer:part-5:1
      ```

      ```text
      error[oversized-package] (certain): 'Report' has 6 layers, and Lambda takes 5
       --> Samples/rules/oversized-package/bad.yaml:9:9
        |
      9 |         - arn:aws:lambda:eu-west-1:123456789012:layer:part-0:1
        |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        |
        = help: merge layers, put some of them into the package, or use an image

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Leave out what the function doesn't need, keep models and other large files in S3 or EFS, or use a container image, which may
      be far larger. Merge layers, or put them into the package.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Layers:
              - arn:aws:lambda:eu-west-1:123456789012:layer:all:1
      ```

      ## Limits

      * Files are counted, not read: an archive's content is larger than the archive, by a factor that is not known.
      * Dependencies that a build installs are seen only in `.aws-sam/build`; `node_modules` of a source folder does not count,
        since what of it is deployed is not known.
      * Folders of compiled languages, packages of bundlers, and folders of very many files are passed over.
      * Links are not followed, and nothing outside the project root is counted.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html>

      """##
    ),
    (
      "public-function-url",
      ##"""
      # public-function-url

      | | |
      |---|---|
      | Reports | Anybody may run the function through its URL |
      | Gravest severity | warning |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      A URL with `AuthType: NONE` runs the function for whoever finds it, at your cost, with no throttling but the function's
      concurrency.

      ## What it reports

      `warning`, `certain`: a function URL without authorization.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            FunctionUrlConfig:
              AuthType: NONE
      ```

      ```text
      warning[public-function-url] (certain): anybody may run 'Report' through its URL, as often as they like
       --> Samples/rules/public-function-url/bad.yaml:9:19
        |
      9 |         AuthType: NONE
        |                   ^^^^
        |
        = help: set AuthType to AWS_IAM, put CloudFront or an API with throttling in front, or check a signature and reserve little concurrency

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Require `AWS_IAM`, put CloudFront with origin access control or an API in front, or check a signature first thing and
      reserve little concurrency.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            FunctionUrlConfig:
              AuthType: AWS_IAM
      ```

      ## Limits

      * Webhooks are public by nature; ignore the finding with the reason.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>

      """##
    ),
    (
      "queue-without-dlq",
      ##"""
      # queue-without-dlq

      | | |
      |---|---|
      | Reports | Queue keeps bad messages until they expire |
      | Gravest severity | warning |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A message that always fails becomes visible again and again until it expires after days, and then it is gone. Until then
      each try is paid for, and on a FIFO queue everything behind it waits.

      ## What it reports

      `warning`, `certain`: a queue of the files that a function or pipe consumes has no `RedrivePolicy`. Queues that are
      themselves a last resort are left out, and so are those of a pipe that waits for nobody: without an enrichment, and with a
      target that takes messages as they are, it has none to give back.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ```text
      warning[queue-without-dlq] (certain): a message that always fails stays in 'Orders' until it expires and is lost
        --> Samples/rules/queue-without-dlq/bad.yaml:3:3
         |
       3 |   Orders:
         |   ^^^^^^
      ...
      18 |         Order:
         |         ----- 'HandleOrder' polls the queue here
         |
         = help: add a RedrivePolicy with a dead-letter queue of the same type and a maxReceiveCount of at least 5

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Add a dead-letter queue of the same type with a `maxReceiveCount` of at least 5, and an alarm on its depth.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ## Limits

      * A redrive policy that can't be read counts as one.
      * A dead-letter queue on the function does not help: see `ineffective-dlq`.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
      * <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html>

      """##
    ),
    (
      "recursion-guard-disabled",
      ##"""
      # recursion-guard-disabled

      | | |
      |---|---|
      | Reports | AWS's recursion guard is switched off |
      | Gravest severity | error |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      Lambda ends loops between functions, SQS, SNS and S3 after about 16 rounds. `RecursiveLoop: Allow` takes that away, and a
      mistake then runs until the money or the concurrency is gone.

      ## What it reports

      * `error`, `certain`: the function is part of a loop.
      * `warning`, `certain`: it is not, as far as the files say.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            RecursiveLoop: Allow
      ```

      ```text
      warning[recursion-guard-disabled] (certain): AWS will not stop 'Report' if it ever wakes itself
       --> Samples/rules/recursion-guard-disabled/bad.yaml:8:22
        |
      8 |       RecursiveLoop: Allow
        |                      ^^^^^
        |
        = help: remove the setting or set it to Terminate; keep Allow only for a recursion that ends by itself

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Remove the setting. Keep `Allow` only where the recursion ends by itself, with a depth that travels in the event, and with
      a small reserve.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            RecursiveLoop: Terminate
      ```

      ## Limits

      * The guard covers no loop through DynamoDB, EventBridge, Kinesis or logs in any case.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html>

      """##
    ),
    (
      "recursive-loop",
      ##"""
      # recursive-loop

      | | |
      |---|---|
      | Reports | Function wakes itself again and again |
      | Gravest severity | error |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A function that writes where it listens starts itself again with every run. Nothing slows it down: within minutes it takes
      every execution the account has, and it goes on until somebody notices the bill. AWS's own recursion guard ends only
      loops whose every hop is Lambda, SQS, SNS or S3, after about 16 rounds and with a recent SDK; a loop through a table, a
      bus, a stream or a log group runs for ever.

      ## What it reports

      A closed way round through triggers, deliveries and the writes that the role allows, with at least one function, state
      machine or pipe on it, and no filter that cuts it.

      | Evidence | Severity | Confidence |
      |---|---|---|
      | a destination, dead-letter queue, redrive or subscription delivers without any code | error | certain |
      | the role may write to exactly this resource | error | likely |
      | a wildcard or an AWS managed policy lets it write there | warning | possible |
      | functions call each other, or themselves, by a role that several share: it allows each what one of them needs | warning | possible |
      | a filter on the way may or may not let the write pass; the sentence says what decides it | info | possible |
      | it turns only as long as the function fails | one step lower | |

      Every way round that is known, what is reported of it and what cuts it, stands with a sample in
      [Samples/event-flow](../../Samples/event-flow/README.md).

      The finding stands at the trigger or delivery that lets the events back in, because that is where a filter goes; further
      places show each hop. The help says whether the recursion guard ends it, as far as the hops and the SDK of the runtime
      tell, and what an hour of it costs at most.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        UploadsName:
          Type: String

      Resources:
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: !Ref UploadsName

        ConvertCSV:
          Type: AWS::Serverless::Function
          Properties:
            Handler: convert.handler
            Runtime: python3.13
            Timeout: 60
            Policies:
              - S3CrudPolicy:
                  BucketName: !Ref UploadsName
            Events:
              Upload:
                Type: S3
                Properties:
                  Bucket: !Ref Uploads
                  Events: s3:ObjectCreated:*
      ```

      ```text
      error[recursive-loop] (likely): 'ConvertCSV' may write to 'Uploads', which wakes it again
        --> Samples/rules/recursive-loop/bad.yaml:22:9
         |
      20 |             BucketName: !Ref UploadsName
         |                         ---------------- 'ConvertCSV' may write to 'Uploads' here (s3:PutObject), by S3CrudPolicy
      21 |       Events:
      22 |         Upload:
         |         ^^^^^^
         |
         = loop: ConvertCSV → Uploads → ConvertCSV
         = help: write to another bucket, or give the trigger a prefix or suffix that its own writes never match; AWS's recursion guard stops it after about 16 rounds; at most $7.50 an hour with the account's 1,000 executions of 128 MB busy

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Write to another bucket, queue or table, or give the trigger a filter that its own writes never match, and narrow the
      permission to the same keys. Set a small `ReservedConcurrentExecutions` besides: it bounds what a mistake can cost.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        UploadsName:
          Type: String

      Resources:
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: !Ref UploadsName

        ConvertCSV:
          Type: AWS::Serverless::Function
          Properties:
            Handler: convert.handler
            Runtime: python3.13
            Timeout: 60
            Policies:
              - Statement:
                  - Effect: Allow
                    Action: s3:PutObject
                    Resource: !Sub arn:aws:s3:::${UploadsName}/json/*
            Events:
              Upload:
                Type: S3
                Properties:
                  Bucket: !Ref Uploads
                  Events: s3:ObjectCreated:*
                  Filter:
                    S3Key:
                      Rules:
                        - Name: prefix
                          Value: csv/
      ```

      ## Limits

      * What the handler's code does is not read. A permission that is never used still closes the loop on paper, so the
        confidence of such findings is not `certain`.
      * A way round through resources outside the files is not seen.
      * Per set of resources the shortest loop through each member is shown; the help counts the others.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html>

      """##
    ),
    (
      "repeatable-charge",
      ##"""
      # repeatable-charge

      | | |
      |---|---|
      | Reports | A repeated event may charge or send twice |
      | Gravest severity | info |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      Queues, topics, buckets and EventBridge deliver at least once, and Lambda tries a failed event again. A function that
      charges a card and then times out charges it a second time. Idempotency means that the second time has no effect: the
      function keeps the ids of what it has done, or the service it calls does.

      ## What it reports

      `info`, `possible`: a function that seems to charge or to send mail, by its name, by its variables or by `ses:Send*`; woken
      by a source that may repeat; with no sign of idempotency in its environment.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SNS::Topic

        ChargeCustomer:
          Type: AWS::Serverless::Function
          Properties:
            Handler: charge.handler
            Runtime: python3.13
            Timeout: 20
            Events:
              Order:
                Type: SNS
                Properties:
                  Topic: !Ref Orders
      ```

      ```text
      info[repeatable-charge] (possible): 'ChargeCustomer' may get an event twice and then charge twice
        --> Samples/rules/repeatable-charge/bad.yaml:6:3
         |
       6 |   ChargeCustomer:
         |   ^^^^^^^^^^^^^^
      ...
      13 |         Order:
         |         ----- 'Orders' delivers at least once
         |
         = help: keep the ids of handled events, as the idempotency utility of Powertools does, or pass an idempotency key to the service that is called

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Use the idempotency utility of Powertools with a table, or pass an idempotency key to the payment service.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SNS::Topic

        ChargeCustomer:
          Type: AWS::Serverless::Function
          Properties:
            Handler: charge.handler
            Runtime: python3.13
            Timeout: 20
            Environment:
              Variables:
                IDEMPOTENCY_TABLE: charges-seen
            Events:
              Order:
                Type: SNS
                Properties:
                  Topic: !Ref Orders
      ```

      ## Limits

      * The code is not read; this is a reminder, not a proof.
      * FIFO queues and functions without retries are left out.

      ## References

      * <https://docs.powertools.aws.dev/lambda/python/latest/utilities/idempotency/>
      * <https://docs.aws.amazon.com/lambda/latest/dg/invocation-retries.html>

      """##
    ),
    (
      "rule-never-matches",
      ##"""
      # rule-never-matches

      | | |
      |---|---|
      | Reports | EventBridge rule that never fires, or always |
      | Gravest severity | warning |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A pattern that no event matches keeps its targets asleep, and no metric says so. One for S3's events without a bucket does
      the opposite: it fires for every bucket of the account.

      ## What it reports

      * `warning`, `likely`: a `*` in `source` or `detail-type`, which is compared literally; a field with an empty list; AWS's own
        sources on a custom bus that nothing forwards to.
      * `info`, `likely`: object events of `aws.s3` without `detail.bucket.name`.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::Events::EventBus
          Properties:
            Name: orders

        Ship:
          Type: AWS::Serverless::Function
          Properties:
            Handler: ship.handler
            Runtime: python3.13
            Events:
              Paid:
                Type: EventBridgeRule
                Properties:
                  EventBusName: !Ref Orders
                  Pattern:
                    source:
                      - 'com.shop.*'
                    detail-type:
                      - Order Paid
      ```

      ```text
      warning[rule-never-matches] (likely): rule 'ShipPaid' never fires: 'com.shop.*' is taken literally
        --> Samples/rules/rule-never-matches/bad.yaml:19:15
         |
      19 |               source:
         |               ^^^^^^^
         |
         = help: use a prefix or wildcard matcher

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Use a `prefix` or `wildcard` matcher, put the rule on the default bus, or name the bucket.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::Events::EventBus
          Properties:
            Name: orders

        Ship:
          Type: AWS::Serverless::Function
          Properties:
            Handler: ship.handler
            Runtime: python3.13
            Events:
              Paid:
                Type: EventBridgeRule
                Properties:
                  EventBusName: !Ref Orders
                  Pattern:
                    source:
                      - com.shop.orders
                    detail-type:
                      - Order Paid
      ```

      ## Limits

      * Values of `detail` are not checked against the schemas of the sources.

      ## References

      * <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html>
      * <https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html>

      """##
    ),
    (
      "rule-target-without-dlq",
      ##"""
      # rule-target-without-dlq

      | | |
      |---|---|
      | Reports | Undeliverable events are dropped without a trace |
      | Gravest severity | info |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      EventBridge tries to deliver for a day, SNS for weeks, and then the event is dropped. Most failures are permissions that
      were forgotten and functions that were deleted: nobody sees those.

      ## What it reports

      `info`, `certain`, once per stack: targets of rules, schedules and subscriptions that lead to a function of the files and
      have no dead-letter queue.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Signups:
          Type: AWS::SNS::Topic

        Failures:
          Type: AWS::SQS::Queue

        Welcome:
          Type: AWS::Serverless::Function
          Properties:
            Handler: welcome.handler
            Runtime: python3.13
            Timeout: 10
            EventInvokeConfig:
              DestinationConfig:
                OnFailure:
                  Type: SQS
                  Destination: !GetAtt Failures.Arn
            Events:
              Signup:
                Type: SNS
                Properties:
                  Topic: !Ref Signups
      ```

      ```text
      info[rule-target-without-dlq] (certain): what topic 'Signups' can't deliver to 'Welcome' is dropped
        --> Samples/rules/rule-target-without-dlq/bad.yaml:21:9
         |
      21 |         Signup:
         |         ^^^^^^
         |
         = help: add a DeadLetterConfig to the target, or a RedrivePolicy to the subscription

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Add a `DeadLetterConfig` to the target or schedule, or a `RedrivePolicy` to the subscription.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Signups:
          Type: AWS::SNS::Topic

        Failures:
          Type: AWS::SQS::Queue

        Welcome:
          Type: AWS::Serverless::Function
          Properties:
            Handler: welcome.handler
            Runtime: python3.13
            Timeout: 10
            EventInvokeConfig:
              DestinationConfig:
                OnFailure:
                  Type: SQS
                  Destination: !GetAtt Failures.Arn
            Events:
              Signup:
                Type: SNS
                Properties:
                  Topic: !Ref Signups
                  RedrivePolicy:
                    deadLetterTargetArn: !GetAtt Failures.Arn
      ```

      ## Limits

      * It catches what can't be delivered. What the function fails on is `missing-failure-destination`.

      ## References

      * <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html>
      * <https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html>

      """##
    ),
    (
      "s3-trigger-without-filter",
      ##"""
      # s3-trigger-without-filter

      | | |
      |---|---|
      | Reports | S3 trigger fires for every object in the bucket |
      | Gravest severity | error |
      | Looks at | each trigger of a function |
      | Since | 0.1 |

      ## Why it matters

      A notification with neither prefix nor suffix fires for every object: also for thumbnails, logs, manifests and whatever
      the function itself puts there. It is the usual first half of the S3 loop, and it makes every later use of the bucket
      start the function too.

      ## What it reports

      S3 straight to a function, with neither prefix nor suffix.

      * `error` where the notification is of new objects and the role lets the function write to the bucket; `likely` when the
        permission names the bucket, `possible` when a wildcard covers it.
      * `warning`, `certain`, otherwise.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Uploads:
          Type: AWS::S3::Bucket

        Thumbnail:
          Type: AWS::Serverless::Function
          Properties:
            Handler: thumbnail.handler
            Runtime: python3.13
            Timeout: 30
            Events:
              Upload:
                Type: S3
                Properties:
                  Bucket: !Ref Uploads
                  Events: s3:ObjectCreated:*
      ```

      ```text
      warning[s3-trigger-without-filter] (certain): 'Thumbnail' runs for every object in 'Uploads', whatever its key
        --> Samples/rules/s3-trigger-without-filter/bad.yaml:13:9
         |
      13 |         Upload:
         |         ^^^^^^
         |
         = help: add a prefix or suffix to the trigger that matches only the objects meant for 'Thumbnail'

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Give the notification a prefix or a suffix that only the objects meant for the function have.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Uploads:
          Type: AWS::S3::Bucket

        Thumbnail:
          Type: AWS::Serverless::Function
          Properties:
            Handler: thumbnail.handler
            Runtime: python3.13
            Timeout: 30
            Events:
              Upload:
                Type: S3
                Properties:
                  Bucket: !Ref Uploads
                  Events: s3:ObjectCreated:*
                  Filter:
                    S3Key:
                      Rules:
                        - Name: prefix
                          Value: originals/
      ```

      ## Limits

      * Notifications that go through EventBridge, a queue or a topic are left to the rules for those.
      * An empty prefix counts as none; one that can't be known counts as a filter.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html>
      * <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html>

      """##
    ),
    (
      "secret-in-environment",
      ##"""
      # secret-in-environment

      | | |
      |---|---|
      | Reports | Secret ends as plaintext in the function's configuration |
      | Gravest severity | error |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      Whoever may read a function's configuration reads its environment in plaintext, in the console and through the API, and
      every published version keeps a copy for good. A secret that is put in while deploying is also in the template or state,
      and stays the old one when it is rotated.

      ## What it reports

      Every variable that ends as a secret in plaintext, by three signs: the shape of a known credential; a name that promises a
      secret and a value that can be one; a source that is a store of secrets.

      | How it gets there | Severity | Confidence |
      |---|---|---|
      | written out, as a known kind of credential or a connection string with a password | error | certain |
      | written out under a telling name, or as the default of a parameter or the value of a Terraform variable | error | likely |
      | `NoEcho` or other parameter, Terraform variable without a value in sight | warning | likely |
      | resolved while packaging or deploying: SSM, Secrets Manager, the deployer's environment | warning | likely |
      | an `ssm-secure` reference in CloudFormation, which refuses it | error | certain |

      No report shows more than the first four characters, and the snippet is masked.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Charge:
          Type: AWS::Serverless::Function
          Properties:
            Handler: charge.handler
            Runtime: python3.13
            Environment:
              Variables:
                DB_PASSWORD: Tr0ub4dor-and-3
                STAGE: prod
      ```

      ```text
      error[secret-in-environment] (likely): 'DB_PASSWORD' holds a secret in plaintext: Tr0…
        --> Samples/rules/secret-in-environment/bad.yaml:10:24
         |
      10 |           DB_PASSWORD: Tr0u…
         |                        ^^^^^
         |
         = help: revoke it, keep the new one in Secrets Manager or SSM, and read it at run time by its name

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Pass the name or ARN of the secret and read it at run time, with the Parameters and Secrets extension or Powertools, so
      that it can be rotated. Revoke what was committed: it stays in the history of the repository.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        DatabaseSecret:
          Type: String

      Resources:
        Charge:
          Type: AWS::Serverless::Function
          Properties:
            Handler: charge.handler
            Runtime: python3.13
            Environment:
              Variables:
                DB_SECRET_ARN: !Ref DatabaseSecret
                TOKEN_HEADER: Authorization
                PARTITION_KEY: customer-id
                API_KEY_PARAMETER: /shop/stripe/key
      ```

      ## Limits

      * Names, paths and ARNs of secrets are fine, and so are placeholders such as `changeme`.
      * A secret under a harmless name is found only if its shape is known.
      * Names are compared word by word, so `MONKEY` is no key and `PARTITION_KEY` no secret.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>
      * <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/ps-integrations.html>

      """##
    ),
    (
      "short-visibility-timeout",
      ##"""
      # short-visibility-timeout

      | | |
      |---|---|
      | Reports | Messages reappear while they are still being processed |
      | Gravest severity | error |
      | Looks at | each trigger of a function |
      | Since | 0.1 |

      ## Why it matters

      A message that becomes visible while a function still works on it is handed out a second time: the work is done twice, and
      each hand-out counts as a receive. Lambda also needs room to try a throttled batch again, so AWS recommends 6 times the
      function's timeout plus the batching window.

      ## What it reports

      * `error`: the visibility timeout is below the function's timeout; Lambda refuses such a mapping.
      * `warning`: it is below 6 times the timeout plus the batching window, or below another factor
        that `visibility-factor` in `.lambda-audit.yml` sets.

      The defaults count: 30 s for a queue, 3 s for a function, 6 s in the Serverless Framework.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 30
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 60
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ```text
      error[short-visibility-timeout] (certain): 'Orders' shows messages again after 30 s, but 'HandleOrder' may run 60 s
        --> Samples/rules/short-visibility-timeout/bad.yaml:6:26
         |
       6 |       VisibilityTimeout: 30
         |                          ^^
      ...
      19 |       Timeout: 60
         |                -- the function may run 60 s
      20 |       Events:
      21 |         Order:
         |         ----- the function polls the queue here
         |
         = help: set VisibilityTimeout to at least 360 s (6 × the timeout), or lower the function's timeout; Lambda refuses to create such a mapping

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Raise the queue's `VisibilityTimeout`, or lower the function's timeout to what it needs.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 65
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
                  MaximumBatchingWindowInSeconds: 5
      ```

      ## Limits

      * Queues outside the files have an unknown visibility timeout.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
      * <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html>

      """##
    ),
    (
      "timeout-exceeds-api-gateway",
      ##"""
      # timeout-exceeds-api-gateway

      | | |
      |---|---|
      | Reports | API Gateway gives up before the function does |
      | Gravest severity | error |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      API Gateway answers with 504 when its time is up, and the function runs on: the caller tries again, the work is done
      twice, and both runs are paid for. The failure shows in the API's logs only, since the function itself succeeds.

      ## What it reports

      The function's timeout against the wait of the REST, HTTP or WebSocket API that calls it: 29 s, 30 s and 29 s, or what
      the integration sets.

      * `warning` where the function may run longer than the API waits.
      * `info` where both are equal, or a second apart at an HTTP API: the caller still sees 504 first.
      * `error` for an integration timeout above 29 s at an edge-optimised REST API, which can't have it.

      Streamed responses, asynchronous integrations, function URLs and load balancers have other limits and are left out.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Timeout: 60
            Events:
              Get:
                Type: Api
                Properties:
                  Path: /report
                  Method: get
      ```

      ```text
      warning[timeout-exceeds-api-gateway] (certain): the REST API answers with 504 after 29 s, but 'Report' may run 60 s
        --> Samples/rules/timeout-exceeds-api-gateway/bad.yaml:8:16
         |
       8 |       Timeout: 60
         |                ^^
       9 |       Events:
      10 |         Get:
         |         --- the REST API calls it here
         |
         = help: set the timeout to at most 27 s, or answer at once and do the work in an asynchronous invocation

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Lower the timeout to what a caller will wait for, or answer at once and do the work in an asynchronous invocation or a
      state machine. A regional or private REST API can have its quota raised; write the raised value into the integration.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Timeout: 25
            Events:
              Get:
                Type: Api
                Properties:
                  Path: /report
                  Method: get
      ```

      ## Limits

      * A quota that was raised outside the files is unknown; the integration's own timeout tells.
      * Authorizers, user pools and other callers are judged by `timeout-exceeds-caller`.

      ## References

      * <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html>
      * <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html>

      """##
    ),
    (
      "timeout-exceeds-caller",
      ##"""
      # timeout-exceeds-caller

      | | |
      |---|---|
      | Reports | The service that calls gives up before the function does |
      | Gravest severity | warning |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      Some callers wait a fixed time and then go on without the answer: a user pool five seconds, three times over; AppSync
      thirty; an HTTP API ten for its authorizer. What the function does after that is paid for and helps nobody.

      ## What it reports

      `warning`: the function's timeout is above what its caller waits: user pools 5 s, AppSync 30 s, Data Firehose 300 s,
      CloudFront 30 s. `info`: an HTTP API's authorizer, 10 s.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Users:
          Type: AWS::Cognito::UserPool

        Welcome:
          Type: AWS::Serverless::Function
          Properties:
            Handler: welcome.handler
            Runtime: python3.13
            Timeout: 30
            Events:
              Signup:
                Type: Cognito
                Properties:
                  UserPool: !Ref Users
                  Trigger: PostConfirmation
      ```

      ```text
      warning[timeout-exceeds-caller] (certain): the user pool waits 5 s for 'Welcome', which may run 30 s
        --> Samples/rules/timeout-exceeds-caller/bad.yaml:11:16
         |
      11 |       Timeout: 30
         |                ^^
      12 |       Events:
      13 |         Signup:
         |         ------ it is called here
         |
         = help: set the timeout to at most 5 s; the pool tries 3 times, so slow triggers also repeat what they do

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Lower the timeout to what the caller waits, and move slow work behind a queue.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Users:
          Type: AWS::Cognito::UserPool

        Welcome:
          Type: AWS::Serverless::Function
          Properties:
            Handler: welcome.handler
            Runtime: python3.13
            Timeout: 5
            Events:
              Signup:
                Type: Cognito
                Properties:
                  UserPool: !Ref Users
                  Trigger: PostConfirmation
      ```

      ## Limits

      * Asynchronous resolvers and load balancers are left out.
      * The limits of authorizers of REST APIs are not documented well enough to judge.

      ## References

      * <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html>
      * <https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html>

      """##
    ),
    (
      "tmp-pressure",
      ##"""
      # tmp-pressure

      | | |
      |---|---|
      | Reports | Large objects may not fit into /tmp |
      | Gravest severity | info |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      `/tmp` has 512 MB unless more is asked for, and it is kept from one run to the next in the same environment: what one run
      leaves behind is missing for the next. Objects that are larger, or many small ones, fill it.

      ## What it reports

      * `info`, `possible`, once per stack: functions that S3 invokes, with the default size.
      * `info`, `certain`: a size above 512 MB, with its price.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Uploads:
          Type: AWS::S3::Bucket

        Thumbnail:
          Type: AWS::Serverless::Function
          Properties:
            Handler: thumbnail.handler
            Runtime: python3.13
            Timeout: 30
            Events:
              Upload:
                Type: S3
                Properties:
                  Bucket: !Ref Uploads
                  Events: s3:ObjectCreated:*
                  Filter:
                    S3Key:
                      Rules:
                        - Name: suffix
                          Value: .mov
      ```

      ```text
      info[tmp-pressure] (possible): objects of more than 512 MB don't fit into the /tmp of 'Thumbnail'
       --> Samples/rules/tmp-pressure/bad.yaml:6:3
        |
      6 |   Thumbnail:
        |   ^^^^^^^^^
        |
        = help: stream the objects, or set EphemeralStorage to the largest object that may come; clean up after each run

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Stream objects instead of storing them, or ask for as much as the largest object needs, and clean up after each run.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Uploads:
          Type: AWS::S3::Bucket

        Thumbnail:
          Type: AWS::Serverless::Function
          Properties:
            Handler: thumbnail.handler
            Runtime: python3.13
            Timeout: 30
            EphemeralStorage:
              Size: 512
            Events:
              Upload:
                Type: S3
                Properties:
                  Bucket: !Ref Uploads
                  Events: s3:ObjectCreated:*
                  Filter:
                    S3Key:
                      Rules:
                        - Name: suffix
                          Value: .csv
      ```

      ## Limits

      * How large the objects are can't be told from the files.
      * The price is that of the region of `--region` where one is given, and of us-east-1 otherwise.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html>
      * <https://aws.amazon.com/lambda/pricing/>

      """##
    ),
    (
      "unbounded-queue-concurrency",
      ##"""
      # unbounded-queue-concurrency

      | | |
      |---|---|
      | Reports | Queue's pollers don't fit the function's concurrency |
      | Gravest severity | warning |
      | Looks at | each trigger of a function |
      | Since | 0.1 |

      ## Why it matters

      Lambda adds pollers to a busy queue until a mapping runs 1,250 executions, more than most accounts have in all. A reserve
      alone stops that by throttling, and throttled messages count as received: with a small reserve good messages end in the
      dead-letter queue.

      ## What it reports

      * `warning`, `certain`: `MaximumConcurrency` is above the function's reserve.
      * `warning`, `certain`: a reserve below 5 and no `MaximumConcurrency`.
      * `info`, `certain`: neither is set.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            ReservedConcurrentExecutions: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
                  ScalingConfig:
                    MaximumConcurrency: 50
      ```

      ```text
      warning[unbounded-queue-concurrency] (certain): 'Orders' may start 50 executions of 'HandleOrder', which reserves only 10
        --> Samples/rules/unbounded-queue-concurrency/bad.yaml:29:35
         |
      29 |               MaximumConcurrency: 50
         |                                   ^^
         |
         = help: lower MaximumConcurrency to the reserve, or raise the reserve

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Set `ScalingConfig.MaximumConcurrency` on the mapping to what the function and its targets can take.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            ReservedConcurrentExecutions: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
                  ScalingConfig:
                    MaximumConcurrency: 10
      ```

      ## Limits

      * Several mappings on one function are not added up.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html>

      """##
    ),
    (
      "unusable-environment",
      ##"""
      # unusable-environment

      | | |
      |---|---|
      | Reports | Lambda refuses the environment |
      | Gravest severity | error |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      Lambda refuses an environment with names that it sets itself, and one above 4 KB. The deployment fails.

      ## What it reports

      `error`, `certain`: a reserved name such as `AWS_REGION`, or known names and values of more than 4,096 bytes in all.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Environment:
              Variables:
                AWS_REGION: eu-west-1
      ```

      ```text
      error[unusable-environment] (certain): 'AWS_REGION' belongs to Lambda, which refuses it in the environment of 'Report'
        --> Samples/rules/unusable-environment/bad.yaml:10:11
         |
      10 |           AWS_REGION: eu-west-1
         |           ^^^^^^^^^^
         |
         = help: give the variable another name

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Rename the variable; keep large values in SSM, AppConfig or a file of the package.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Environment:
              Variables:
                TARGET_REGION: eu-west-1
      ```

      ## Limits

      * Values that are not known count as empty.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>

      """##
    ),
    (
      "unusable-s3-filter",
      ##"""
      # unusable-s3-filter

      | | |
      |---|---|
      | Reports | S3 filter that never matches or is refused |
      | Gravest severity | error |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      S3 compares prefixes and suffixes letter by letter. `*.jpg` matches only keys that end in an asterisk and `.jpg`, and `/in`
      no key that anybody writes. A filter holds one prefix and one suffix; a second one doesn't mean "or". Two notifications that can match the same object are refused with the whole bucket.

      ## What it reports

      * `warning`, `likely`: a prefix or suffix with `*`, with `/` at its beginning, or with URL escapes.
      * `error`, `certain`: a filter with two prefixes or two suffixes.
      * `error`, `likely`: two notifications of one bucket for the same events whose prefixes and suffixes overlap.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Uploads:
          Type: AWS::S3::Bucket

        Thumbnail:
          Type: AWS::Serverless::Function
          Properties:
            Handler: thumbnail.handler
            Runtime: python3.13
            Timeout: 30
            Events:
              Upload:
                Type: S3
                Properties:
                  Bucket: !Ref Uploads
                  Events: s3:ObjectCreated:*
                  Filter:
                    S3Key:
                      Rules:
                        - Name: suffix
                          Value: '*.jpg'
      ```

      ```text
      warning[unusable-s3-filter] (likely): no key of 'Uploads' matches: S3 takes '*' literally
        --> Samples/rules/unusable-s3-filter/bad.yaml:22:28
         |
      22 |                     Value: '*.jpg'
         |                            ^^^^^^^
         |
         = help: write the prefix or suffix as the keys have it; 'Thumbnail' never runs

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Write the prefix or suffix as the keys have it, and tell notifications apart by either.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Uploads:
          Type: AWS::S3::Bucket

        Thumbnail:
          Type: AWS::Serverless::Function
          Properties:
            Handler: thumbnail.handler
            Runtime: python3.13
            Timeout: 30
            Events:
              Upload:
                Type: S3
                Properties:
                  Bucket: !Ref Uploads
                  Events: s3:ObjectCreated:*
                  Filter:
                    S3Key:
                      Rules:
                        - Name: suffix
                          Value: .jpg
      ```

      ## Limits

      * Keys that really begin with `/` exist; ignore the finding there.

      ## References

      * <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html>

      """##
    ),
    (
      "unused-ignore",
      ##"""
      # unused-ignore

      | | |
      |---|---|
      | Reports | Ignore that hides nothing |
      | Gravest severity | info |
      | Looks at | the files as they are read |
      | Since | 0.1 |

      ## Why it matters

      An ignore that hides nothing is the rest of a finding that is gone. Left where it is, it will hide the next one.

      ## What it reports

      `info`, `certain`: a comment, a metadata entry or a config entry that hides no finding, names no rule or is past its
      `until`.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Timeout: 10 # lambda-audit: ignore[default-timeout] chosen long ago
      ```

      ```text
      info[unused-ignore] (certain): ignore of 'default-timeout' hides nothing
       --> Samples/rules/unused-ignore/bad.yaml:8:19
        |
      8 |       Timeout: 10 # lambda-audit: ignore[default-timeout] chosen long ago
        |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        |
        = help: remove it

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Remove it.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        # lambda-audit: ignore[missing-reserved-concurrency] the account has nothing else
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Timeout: 10
      ```

      ## Limits

      * An ignore of a rule that is skipped in this run is not judged.

      ## References

      * <https://github.com/lambda-audit/lambda-audit#readme>

      """##
    ),
    (
      "unwatched-dlq",
      ##"""
      # unwatched-dlq

      | | |
      |---|---|
      | Reports | Nobody learns of messages in a dead-letter queue |
      | Gravest severity | info |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      Messages in a dead-letter queue wait for somebody who was told. Without an alarm they expire there.

      ## What it reports

      `info`, `likely`: a queue that takes failures, with no alarm on its name and no consumer in the files.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ```text
      info[unwatched-dlq] (likely): failed messages pile up in 'OrderFailures' unseen: no alarm and no consumer
        --> Samples/rules/unwatched-dlq/bad.yaml:11:3
         |
      11 |   OrderFailures:
         |   ^^^^^^^^^^^^^
         |
         = help: add an alarm on its ApproximateNumberOfMessagesVisible, or a function that handles what arrives

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Add an alarm on `ApproximateNumberOfMessagesVisible` above zero.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures

        OrderFailuresAlarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: AWS/SQS
            MetricName: ApproximateNumberOfMessagesVisible
            Dimensions:
              - Name: QueueName
                Value: !GetAtt OrderFailures.QueueName
            Statistic: Maximum
            Period: 60
            EvaluationPeriods: 1
            Threshold: 0
            ComparisonOperator: GreaterThanThreshold
      ```

      ## Limits

      * Alarms that live elsewhere are not seen.

      ## References

      * <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/dead-letter-queues-alarms-cloudwatch.html>

      """##
    ),
    (
      "unwatched-function",
      ##"""
      # unwatched-function

      | | |
      |---|---|
      | Reports | No alarm watches the function's errors |
      | Gravest severity | info |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A function that fails while nobody looks fails in silence, and so does one that is throttled or falls behind its stream.

      ## What it reports

      `info`, `possible`, once per stack each:

      * functions that no alarm on `Errors` or `Throttles` names;
      * consumers of a stream that have one, but none on `IteratorAge`;
      * consumers of a queue that have one, while no alarm names the queue.

      An alarm whose dimension is a parameter may watch anything and counts for everything.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures
      ```

      ```text
      info[unwatched-function] (possible): no alarm in the files watches errors or throttles of 'HandleOrder'
        --> Samples/rules/unwatched-function/bad.yaml:14:3
         |
      14 |   HandleOrder:
         |   ^^^^^^^^^^^
         |
         = help: add alarms on Errors and Throttles, on IteratorAge for streams, and on ApproximateAgeOfOldestMessage for queues

      1 info in 1 file with 1 function
      ```

      ## How to fix

      Alarm on `Errors` and `Throttles`, on `IteratorAge` for streams, and on `ApproximateAgeOfOldestMessage` for queues.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt OrderFailures.Arn
              maxReceiveCount: 5

        OrderFailures:
          Type: AWS::SQS::Queue

        HandleOrder:
          Type: AWS::Serverless::Function
          Properties:
            Handler: order.handler
            Runtime: python3.13
            Timeout: 10
            Events:
              Order:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes:
                    - ReportBatchItemFailures

        HandleOrderErrors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: AWS/Lambda
            MetricName: Errors
            Dimensions:
              - Name: FunctionName
                Value: !Ref HandleOrder
            Statistic: Sum
            Period: 60
            EvaluationPeriods: 1
            Threshold: 0
            ComparisonOperator: GreaterThanThreshold

        OrdersAge:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: AWS/SQS
            MetricName: ApproximateAgeOfOldestMessage
            Dimensions:
              - Name: QueueName
                Value: !GetAtt Orders.QueueName
            Statistic: Maximum
            Period: 60
            EvaluationPeriods: 5
            Threshold: 600
            ComparisonOperator: GreaterThanThreshold
      ```

      ## Limits

      * Alarms that live elsewhere, and monitoring by other products, are not seen.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics.html>

      """##
    ),
    (
      "vpc-without-nat",
      ##"""
      # vpc-without-nat

      | | |
      |---|---|
      | Reports | Function in a VPC can't reach the internet |
      | Gravest severity | error |
      | Looks at | each function |
      | Since | 0.1 |

      ## Why it matters

      A function in a VPC has private addresses only. Without a NAT gateway, an appliance or the right VPC endpoints, each call
      to AWS or to anybody else's API hangs until the timeout. A public subnet does not help: its route to the internet gateway
      serves public addresses, and a function has none. If only some subnets have a way out, calls fail at random.

      ## What it reports

      Each subnet is followed through its route table to the target of its default route, and through a NAT gateway to that
      gateway's own subnet.

      * `error` where the function plainly needs the way: its role names a service without an endpoint, or its environment
        holds the URL of a public host.
      * `error`, `likely`, where the subnets of a Kafka cluster or message broker have no way out and no endpoints for Lambda and
        STS: its pollers work there, and the function is never called.
      * `warning` where nothing says what it calls.
      * `info`, `possible`, where endpoints of the VPC serve all services that its role names.
      * Security groups without any outbound rule block it all the same, as Terraform makes them by default.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Network:
          Type: AWS::EC2::VPC
          Properties:
            CidrBlock: 10.0.0.0/16

        Gateway:
          Type: AWS::EC2::InternetGateway

        GatewayAttachment:
          Type: AWS::EC2::VPCGatewayAttachment
          Properties:
            VpcId: !Ref Network
            InternetGatewayId: !Ref Gateway

        PublicSubnet:
          Type: AWS::EC2::Subnet
          Properties:
            VpcId: !Ref Network
            CidrBlock: 10.0.0.0/24

        PublicRoutes:
          Type: AWS::EC2::RouteTable
          Properties:
            VpcId: !Ref Network

        PublicDefault:
          Type: AWS::EC2::Route
          Properties:
            RouteTableId: !Ref PublicRoutes
            DestinationCidrBlock: 0.0.0.0/0
            GatewayId: !Ref Gateway

        PublicAssociation:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties:
            SubnetId: !Ref PublicSubnet
            RouteTableId: !Ref PublicRoutes

        Charge:
          Type: AWS::Serverless::Function
          Properties:
            Handler: charge.handler
            Runtime: python3.13
            Timeout: 20
            Policies:
              - Statement:
                  - Effect: Allow
                    Action: secretsmanager:GetSecretValue
                    Resource: !Sub arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:stripe-*
            VpcConfig:
              SubnetIds:
                - !Ref PublicSubnet
      ```

      ```text
      error[vpc-without-nat] (certain): 'Charge' can't reach the internet: in a public subnet it has no public address
        --> Samples/rules/vpc-without-nat/bad.yaml:54:11
         |
      28 |   PublicDefault:
         |   ------------- 'PublicSubnet' routes to an internet gateway, which serves public addresses only; functions have none
      ...
      50 |               Action: secretsmanager:GetSecretValue
         |                       ----------------------------- it will want to reach secretsmanager
      ...
      54 |           - !Ref PublicSubnet
         |           ^^^^^^^^^^^^^^^^^^^
         |
         = help: use private subnets whose default route leads to a NAT gateway, add VPC endpoints for what it calls, or take it out of the VPC

      1 error in 1 file with 1 function
      ```

      ## How to fix

      Put the function into private subnets whose default route leads to a NAT gateway in a public subnet, or add endpoints
      for the services it calls, or take it out of the VPC.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Network:
          Type: AWS::EC2::VPC
          Properties:
            CidrBlock: 10.0.0.0/16

        Gateway:
          Type: AWS::EC2::InternetGateway

        GatewayAttachment:
          Type: AWS::EC2::VPCGatewayAttachment
          Properties:
            VpcId: !Ref Network
            InternetGatewayId: !Ref Gateway

        PublicSubnet:
          Type: AWS::EC2::Subnet
          Properties:
            VpcId: !Ref Network
            CidrBlock: 10.0.0.0/24

        PublicRoutes:
          Type: AWS::EC2::RouteTable
          Properties:
            VpcId: !Ref Network

        PublicDefault:
          Type: AWS::EC2::Route
          Properties:
            RouteTableId: !Ref PublicRoutes
            DestinationCidrBlock: 0.0.0.0/0
            GatewayId: !Ref Gateway

        PublicAssociation:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties:
            SubnetId: !Ref PublicSubnet
            RouteTableId: !Ref PublicRoutes

        PrivateSubnet:
          Type: AWS::EC2::Subnet
          Properties:
            VpcId: !Ref Network
            CidrBlock: 10.0.1.0/24

        PrivateRoutes:
          Type: AWS::EC2::RouteTable
          Properties:
            VpcId: !Ref Network

        PrivateAssociation:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties:
            SubnetId: !Ref PrivateSubnet
            RouteTableId: !Ref PrivateRoutes

        NatAddress:
          Type: AWS::EC2::EIP
          Properties:
            Domain: vpc

        Nat:
          Type: AWS::EC2::NatGateway
          Properties:
            AllocationId: !GetAtt NatAddress.AllocationId
            SubnetId: !Ref PublicSubnet

        PrivateDefault:
          Type: AWS::EC2::Route
          Properties:
            RouteTableId: !Ref PrivateRoutes
            DestinationCidrBlock: 0.0.0.0/0
            NatGatewayId: !Ref Nat

        Charge:
          Type: AWS::Serverless::Function
          Properties:
            Handler: charge.handler
            Runtime: python3.13
            Timeout: 20
            Policies:
              - Statement:
                  - Effect: Allow
                    Action: secretsmanager:GetSecretValue
                    Resource: !Sub arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:stripe-*
            VpcConfig:
              SubnetIds:
                - !Ref PrivateSubnet
      ```

      ## Limits

      * Subnets, route tables or gateways outside the files make the answer unknown, and then the rule is silent. Transit
        gateways, firewalls and prefix lists count as unknown too.
      * Network ACLs and the rules of endpoints' security groups are not read.
      * SQS, Kinesis and DynamoDB are polled by Lambda itself, so those permissions need no way out.

      ## References

      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html>
      * <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html>
      * <https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html>

      """##
    ),
    (
      "wildcard-write",
      ##"""
      # wildcard-write

      | | |
      |---|---|
      | Reports | Role may write to every resource of a service |
      | Gravest severity | warning |
      | Looks at | all resources together |
      | Since | 0.1 |

      ## Why it matters

      A role that may write everywhere turns one bug, or one stolen session, into damage everywhere. It also hides loops among
      possibilities.

      ## What it reports

      * `warning`, `certain`: every action on every resource.
      * `info`, `certain`: every action of S3, DynamoDB, SQS, SNS, Lambda, EventBridge, Kinesis or Step Functions on every
        resource.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Policies:
              - Statement:
                  - Effect: Allow
                    Action: '*'
                    Resource: '*'
      ```

      ```text
      warning[wildcard-write] (certain): 'Report' may do anything on every resource
        --> Samples/rules/wildcard-write/bad.yaml:12:25
         |
      12 |               Resource: '*'
         |                         ^^^
         |
         = help: name the resources it works with instead of *

      1 warning in 1 file with 1 function
      ```

      ## How to fix

      Name the actions and the resources.

      ```yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Report:
          Type: AWS::Serverless::Function
          Properties:
            Handler: report.handler
            Runtime: python3.13
            Policies:
              - Statement:
                  - Effect: Allow
                    Action: s3:PutObject
                    Resource: arn:aws:s3:::reports/*
      ```

      ## Limits

      * AWS managed policies, SAM's policy templates and statements with conditions are left out.

      ## References

      * <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html>

      """##
    ),
  ]
}
