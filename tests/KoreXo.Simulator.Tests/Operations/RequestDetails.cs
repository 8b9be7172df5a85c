namespace KoreXo.Simulator.Tests.Operations;

/// <summary>Where a request needs more than its schema says. A name in angle brackets stands for a value of the scene.</summary>
internal static class RequestDetails
{
    public static Dictionary<string, string> Bodies { get; } =
        new(StringComparer.Ordinal)
        {
            ["startBotImportAsNewBot"] = """{"uploadMode":"JSON","botDefinition":"<fileId>","configInfo":"<fileId>","icon":"<fileId>"}""",
            ["addLanguage"] = """
                {"enableLanguage":"fr","langDefinitionMode":{"type":"Basic"},
                 "multiLingualConfigurations":{"nluLanguage":"fr","inputTranslation":false,"responseTranslation":false}}
                """,
            ["updateLanguageConfiguration"] = """
                {"updateLanguage":"de","fileId":"","multiLingualConfigurations":{"nluLanguage":"de","inputTranslation":false,"responseTranslation":true}}
                """,
            ["enableLanguage"] = """{"language":"de","enable":true}""",
            ["disableLanguage"] = """{"language":"de","enable":false}""",
            ["changeDefaultLanguage"] = """{"Language":"de"}""",
            ["startProactiveNotificationV2"] = """
                {"channel":"ivr","content":{"type":"text","value":"Hello {name}"},"identities":[{"email":"a@example.com","parameters":{"name":"A"}}]}
                """,
            ["importBotVariables"] = """[{"key":"url","value":"x","variableType":"env","scope":"prePopulated"}]""",
            ["importBatchTestSuite"] = """{"fileName":"<fileId>","delimiter":",","description":"","name":"New","importType":"new"}""",
            ["startConversationTestSuiteCreation"] = """{"fileName":"<fileId>","name":"New","userEmailId":"a@example.com"}""",
            ["updateRows"] = """{"query":{"expressions":[{"field":"a","operand":"=","value":"1"}],"operator":"and"},"data":{"b":1}}""",
            ["deleteRows"] = """{"query":{"expressions":[{"field":"a","operand":"=","value":"1"}],"operator":"and"}}""",
            ["extractFaqs"] = """{"fileUrl":"https://example.com/faq","name":"Page"}""",
            ["addQuestionsFromExtraction"] = """
                {"faqs":[{"questionPayload":{"question":"Why?","tagsPayload":[]},"answerPayload":[{"text":"So.","type":"basic","channel":"default"}],
                 "knowledgeTaskId":"<ktId>","subQuestions":[],"responseType":"message","subAnswers":[],"streamId":"<botId>","parent":"<parent>",
                 "leafterm":"Travel","qsId":"<qsId>"}]}
                """,
            ["updateNlpConfigurations"] = """{"configurations":[{"mode":"ml","minThreshold":0.3}]}""",
            ["assignBotRoles"] = """[{"roleId":"<botRole>","botId":"<botId>","addUsers":["<member>"],"removeGroups":["<group>"]}]""",
            ["assignAdminRoles"] = """[{"roleId":"<adminRole>","addUsers":["<member>"],"addGroups":["<group>"]}]""",
            ["updateUserAccess"] = """{"emailIds":["<member>"],"isDeveloper":true}""",
            ["createUsers"] =
                """{"users":[{"userInfo":{"emailId":"new@example.com"},"roles":[{"roleId":"<botRole>","botId":"<botId>"}]},{"userInfo":{"emailId":"none"}}]}""",
            ["updateUsers"] =
                """{"users":[{"userInfo":{"emailId":"<member>"},"groups":{"addTo":["<groupId>"]}},{"userInfo":{"orgUserId":"none"}}]}""",
            ["removeUsers"] = """{"deleteEmailIds":["<member>","none@example.com"]}""",
            ["getUsers"] = """{"emailIds":["<member>","none@example.com"]}""",
            ["importRoles"] = """{"fileId":"<roleFile>"}""",
            ["startCustomerDataDeletion"] = """{"userIds":["<userId>"],"botIds":["<botId>"]}""",
            ["getConversationDetails"] = """{"sessionId":"<sessionId>","isSummaryRequired":true}""",
            ["startConversationDeletion"] = """{"conversationIds":["<sessionId>"]}""",
        };

    public static Dictionary<string, Dictionary<string, string>> Queries { get; } =
        new(StringComparer.Ordinal)
        {
            ["listTranslationLogs"] = new(StringComparer.Ordinal) { ["fromDate"] = "<fromDate>" },
            ["getSubscribedPushDevices"] = new(StringComparer.Ordinal) { ["uId"] = "<userId>" },
        };

    public static Dictionary<(string Operation, string Name), string> Paths { get; } =
        new() { [("installSampleBot", "botId")] = "<sampleId>", [("exportBatchTestSuite", "testSuiteName")] = "From file" };
}
