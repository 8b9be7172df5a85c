using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>A platform with something of everything, and requests to each operation that are right for it.</summary>
internal sealed class Scene
{
    private readonly XoSimulator _platform;
    private readonly ManualClock _clock;
    private readonly TestCaller _admin;
    private readonly Dictionary<string, JsonNode> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiOperation> _operations;

    private Scene(XoSimulator platform, ManualClock clock, TestCaller admin, ApiCatalog catalog)
    {
        _platform = platform;
        _clock = clock;
        _admin = admin;
        _operations = catalog.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        Bot = platform.AddBot("Travel");
    }

    public SimulatedBot Bot { get; }

    public static async Task<Scene> BuildAsync(XoSimulator platform, ManualClock clock, TestCaller admin)
    {
        var scene = new Scene(platform, clock, admin, await ApiCatalog.LoadAsync([], CancellationToken.None));
        await scene.FillAsync();
        return scene;
    }

    /// <summary>Whether a page of this operation has items; true for operations that are not paged.</summary>
    public bool HasItems(string operationId, JsonNode answer) =>
        OperationLinks.OfPlatform.Paging.GetValueOrDefault(operationId)?.String("items") switch
        {
            null => true,
            "/" => answer.AsArray().Count > 0,
            "*" => answer.AsObject().Count > 2,
            var pointer => answer[pointer.TrimStart('/')]!.AsArray().Count > 0,
        };

    public SpecNode Paging(string operationId) => OperationLinks.OfPlatform.Paging[operationId];

    /// <summary>A request that the platform serves, after the calls that have to come before it.</summary>
    public async Task<PlannedRequest> PlanAsync(string operationId, SceneCallers callers)
    {
        if (OperationLinks.OfPlatform.StartOf(operationId) is { } start)
        {
            return (await PlanStatusAsync(start, callers)).Status;
        }

        var request = Plan(_operations[operationId]);
        if (operationId == "deleteBatchTestSuiteExecution")
        {
            var run = await PlanAsync("startBatchTestExecution", callers);
            request.Parameters[(ParameterLocation.Path, "testRunId")] = (await run.SendAsync(callers.For(run.Operation))).Success()[
                "requestId"
            ]!.GetValue<string>();
        }

        return request;
    }

    /// <summary>Starts a job, unless told not to, and plans the call that asks for its status.</summary>
    public async Task<(PlannedRequest Status, SpecNode Job)> PlanStatusAsync(string startId, SceneCallers callers, bool isStarted = true)
    {
        var job = OperationLinks.OfPlatform.Jobs[startId];
        var status = Plan(_operations[job.String("status")!]);
        if (isStarted)
        {
            var start = await PlanAsync(startId, callers);
            var answer = await start.SendAsync(callers.For(start.Operation));
            AnswerCheck.Success(start.Operation, answer);
            OperationLinks.Apply(job, start, answer.Json, status);
        }

        return (status, job);
    }

    /// <summary>Adds this many more of everything that is listed in pages.</summary>
    public async Task MultiplyAsync(int count)
    {
        _platform.SeedSessions(Bot, count, new SessionSeed { Users = 1, From = _clock.GetUtcNow().AddHours(-5) });
        _platform.SeedFaqs(Bot, count);
        _platform.SeedAuditLog(count);
        _platform.SeedChanges(Bot, count);
        for (var number = 0; number < count; number++)
        {
            _platform.AddBot($"Bot {number}");
            _platform.AddGroup($"More {number}");
            _platform.AddTestSuite(Bot, $"Suite {number}", "hello");
            _platform
                .Tables[_known["tableName"].ToString()]
                .Insert(
                    [new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal) { ["n"] = JsonElement.Parse($"{number}") }],
                    "st-test"
                );
            await SaveFeedbackAsync();
        }
    }

    private PlannedRequest Plan(ApiOperation operation)
    {
        var request = new PlannedRequest(operation);
        var values = new SchemaValues(operation.Id, _clock.GetUtcNow()) { Known = _known, RequiredOnly = true };
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Required))
        {
            request.Parameters[(parameter.Place, parameter.Name)] =
                _known.TryGetValue(parameter.Name, out var known) ? known.ToString()
                : parameter.Schema.Default is { } fallback ? JsonValue.Create(fallback.ToString())!.ToString().ToLowerInvariant()
                : values.Create(parameter.Schema)!.ToString();
        }

        if (operation.Body is { } body)
        {
            request.Body = values.Create(body.Schemas.Values.First());
            foreach (var (name, value) in operation.Fixed)
            {
                request.Body![name] = JsonNode.Parse(value.GetRawText());
            }
        }

        if (RequestDetails.Bodies.TryGetValue(operation.Id, out var text))
        {
            request.Body = JsonNode.Parse(Fill(text));
        }

        foreach (var (name, value) in RequestDetails.Queries.GetValueOrDefault(operation.Id, []))
        {
            request.Parameters[(ParameterLocation.Query, name)] = Fill(value);
        }

        foreach (var ((_, name), value) in RequestDetails.Paths.Where(path => path.Key.Operation == operation.Id))
        {
            request.Parameters[(ParameterLocation.Path, name)] = Fill(value);
        }

        return request;
    }

    /// <summary>Puts known values in the place of their names in angle brackets.</summary>
    private string Fill(string text) =>
        _known.Aggregate(text, (filled, known) => filled.Replace($"<{known.Key}>", known.Value.ToString(), StringComparison.Ordinal));

    private async Task FillAsync()
    {
        var today = _clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var yesterday = _clock.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var definition = await UploadAsync("""{"name":"Imported","dialogs":[{"name":"Hello"}]}""");
        var questions = await UploadAsync(
            "How?,So.\nWhy?,Because.\nWhen?,Now.\nWhere?,Here.\nWho?,Me.\nWhat?,That.\nWhich?,This.\nWhose?,Mine."
        );
        Know("botId", Bot.Id);
        Know("streamId", Bot.Id);
        Know("sampleId", _platform.AddSampleBot("Banking"));
        foreach (var name in new[] { "fileId", "fileName", "botDefinition", "configInfo", "icon" })
        {
            Know(name, definition);
        }

        foreach (var name in new[] { "startDate", "fromDate", "dateFrom", "from", "start_date" })
        {
            Know(name, yesterday);
        }

        foreach (var name in new[] { "endDate", "toDate", "dateTo", "to", "end_date" })
        {
            Know(name, today);
        }

        var table = _platform.AddTable($"T{_platform.Tables.Count}");
        table.Insert([new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal) { ["a"] = JsonElement.Parse("1") }], "st-test");
        Know("tableName", table.Name);
        Know("viewName", _platform.AddView(table.Name, table).Name);
        Know("language", "en");

        Bot.LanguageSet.Add("de");
        Bot.LanguageSet.Publish();
        _platform.AddTestSuite(Bot, "Smoke", "hello", "bye");
        _platform.AddConversationTestSuite(Bot, "Smoke", "hello");
        await ImportSuiteAsync();
        Know("testSuiteName", "Smoke");

        await AddKnowledgeAsync(questions);
        await AddAccountAsync();
        var session = _platform.SeedSessions(Bot, 20)[^1];
        Know("sessionId", session.Id);
        Know("conversationId", session.Id);
        Know("userId", session.UserId);
        Know("identity", session.ChannelUserId);
        await SaveFeedbackAsync();
    }

    private async Task AddKnowledgeAsync(string file)
    {
        _platform.SeedFaqs(Bot, 3, "Fees");
        var task = (await _admin.GetAsync($"/api/public/bot/{Bot.Id}/knowledgeTasks?language=en")).Success();
        Know("ktId", task["_id"]!.GetValue<string>());
        Know("parent", task["taxonomy"]![0]!["nodeId"]!.GetValue<string>());
        var body = $$"""{"fileId":"{{file}}","name":"x"}""";
        var extraction = (await _admin.PostAsync($"/api/public/bot/{Bot.Id}/qna/import?language=en", body)).Success()[
            "_id"
        ]!.GetValue<string>();
        Know("extractionId", extraction);
        var questions = (await _admin.GetAsync($"/api/public/stream/{Bot.Id}/qna/{extraction}/questions")).Success();
        Know("qsId", questions["extractions"]![0]!["_id"]!.GetValue<string>());
    }

    private async Task SaveFeedbackAsync()
    {
        const string Feedback =
            """{"channelUId":"a@example.com","name":"S","score":1,"channel":"rtm","type":"THUMB","language":"en","message":""}""";
        (await _admin.PostAsync($"/api/1.1/public/bot/{Bot.Id}/saveFeedback", Feedback)).Success();
    }

    private async Task AddAccountAsync()
    {
        var number = _platform.Groups.Count;
        var group = _platform.AddGroup($"Group {number}");
        var user = _platform.AddUser($"member{number}@example.com", $"org-{number}", "Mary", "Member");
        Know("member", user.Email);
        Know("group", group.Name);
        Know("groupId", group.Id);
        Know("botRole", _platform.AddRole(RoleKind.Bot, "Tester", "Bot Settings").Id);
        Know("adminRole", _platform.AddRole(RoleKind.Admin, "Auditor", "Audit / Logs").Id);
        Know("roleType", "bot");
        Know("roleFile", await UploadAsync((await _admin.GetAsync("/api/public/roles/export?roleType=bot")).Text));
        _platform.SeedAuditLog(3);
        _platform.SeedChanges(Bot, 3);
    }

    private async Task ImportSuiteAsync()
    {
        var file = await UploadAsync("""[{"input":"hello"},{"input":"bye"}]""");
        var body = $$"""{"fileName":"{{file}}","delimiter":",","description":"","name":"From file","importType":"new"}""";
        (await _admin.PostAsync($"/api/public/bot/{Bot.Id}/testsuite/import", body)).Success();
    }

    private void Know(string name, string value) => _known[name] = JsonValue.Create(value);

    private async Task<string> UploadAsync(string content)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", "file.json" },
            { new StringContent("bulkImport"), "fileContext" },
            { new StringContent("json"), "fileExtension" },
        };
        return (await _admin.SendAsync("POST", "/api/public/uploadfile", form)).Success()["fileId"]!.GetValue<string>();
    }
}
