print("lambda-audit")
