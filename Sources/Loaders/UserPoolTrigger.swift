package import Infrastructure

/// Which calls wake a trigger of a Cognito user pool, besides what its users do themselves.
///
/// Source: Amazon Cognito Developer Guide, "Customizing user pool workflows with Lambda triggers", 2026-11.
package enum UserPoolTrigger {
  /// The filter of a function that stands for some triggers; all where one of them isn't known.
  package static func filter(of triggers: [String]) -> EventFilter {
    let calls = triggers.map(calls)
    return calls.contains { $0 == nil } ? .all : .calls(calls.compactMap { $0 }.flatMap { $0 })
  }

  private static func calls(_ trigger: String) -> [String]? {
    let signIn = ["cognito-idp:AdminInitiateAuth", "cognito-idp:AdminRespondToAuthChallenge"]
    let messages = [
      "cognito-idp:AdminCreateUser", "cognito-idp:AdminResetUserPassword", "cognito-idp:AdminUpdateUserAttributes",
    ]
    switch plain(trigger) {
    case "presignup": return ["cognito-idp:AdminCreateUser"]
    case "postconfirmation": return ["cognito-idp:AdminConfirmSignUp"]
    case "custommessage", "customemailsender", "customsmssender": return messages
    case "preauthentication", "postauthentication", "pretokengeneration", "pretokengenerationconfig", "usermigration",
      "defineauthchallenge", "createauthchallenge":
      return signIn
    case "verifyauthchallengeresponse": return ["cognito-idp:AdminRespondToAuthChallenge"]
    default: return nil
    }
  }

  /// The name as all formats spell it, without capitals and underscores.
  private static func plain(_ trigger: String) -> String { trigger.lowercased().filter { $0 != "_" } }
}
