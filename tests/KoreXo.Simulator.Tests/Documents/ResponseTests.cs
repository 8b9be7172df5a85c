using KoreXo.Generator.Reading;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Tests.Bots;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;

namespace KoreXo.Simulator.Tests.Documents;

/// <summary>The simulator is held to the documents too: what it answers must be what they promise.</summary>
public sealed class ResponseTests : BotTest
{
    private const string Filter = """{"query":{"expressions":[{"field":"n","operand":"<","value":3}],"operator":"or"}""";

    [Fact]
    public async Task Every_answer_has_the_described_form()
    {
        var schemas = await ResponseSchemasAsync();
        var table = Platform.AddTable("T");
        Platform.AddView("V", table);
        var data = As(Platform.AddAppWithAllScopes(AppKind.Data));
        var checkedOperations = new HashSet<string>(StringComparer.Ordinal);

        Check(await data.PostAsync("/api/public/tables/T", """{"data":{"n":1}}"""));
        Check(await data.PostAsync("/api/public/tables/T/bulk", """{"data":[{"n":2},{"m":[]}]}"""));
        Check(await data.PostAsync("/api/public/tables/T/query", Filter + "}"));
        Check(await data.PostAsync("/api/public/views/V/query", Filter + "}"));
        Check(await data.SendAsync("PUT", "/api/public/tables/T", Filter + ""","data":{"n":2}}"""));
        Check(await data.SendAsync("DELETE", "/api/public/tables/T", Filter + "}"));

        var body = await NewBotBodyAsync();
        CheckLast("uploadFile");
        var botId = (await ImportAsync("/api/public/bot/import", body))["streamId"]!.GetValue<string>();
        Platform.Bots[botId].EnableChannel("rtm");
        Check(await Caller.PostAsync("/api/public/bot/import", body.ToJsonString()));
        body.Remove("uploadMode");
        var import = await Caller.PostAsync($"/api/public/bot/{botId}/import", body.ToJsonString());
        Check(import);
        await CheckToTheEndAsync($"/api/public/bot/import/status/{import.Json["_id"]}", null);
        Check(await Caller.PostAsync($"/api/public/bot/{botId}/export", """{"exportType":"latest"}"""));
        await CheckToTheEndAsync($"/api/public/bot/{botId}/export/status", """{"exportType":"latest"}""");
        Check(await Caller.PostAsync($"/api/public/bot/{botId}/publish", """{"versionComment":"c"}"""));
        await CheckToTheEndAsync($"/api/public/bot/{botId}/publish/status", null);

        Assert.Equal(Platform.Requests.Select(request => request.OperationId).Distinct().Order(StringComparer.Ordinal), checkedOperations.Order(StringComparer.Ordinal));
        Assert.Equal(14, checkedOperations.Count);

        void Check(TestCaller.Reply reply)
        {
            reply.Success();
            var operation = Platform.Requests[^1].OperationId!;
            using var reader = new JsonTextReader(new StringReader(reply.Text)) { DateParseHandling = DateParseHandling.None };
            var faults = SchemaCheck.Faults(schemas[operation], JToken.ReadFrom(reader), "The answer");
            Assert.True(faults.Count == 0, $"{operation}: {string.Join("; ", faults)} in {reply.Text}");
            checkedOperations.Add(operation);
        }

        void CheckLast(string operation) => checkedOperations.Add(operation);

        async Task CheckToTheEndAsync(string target, string? json)
        {
            for (var poll = 0; poll < 3; poll++)
            {
                Check(await Caller.GetAsync(target, json));
            }
        }
    }

    private static async Task<Dictionary<string, JsonSchema>> ResponseSchemasAsync()
    {
        var schemas = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        foreach (var (name, text) in PlatformDocuments.Texts())
        {
            var document = await OpenApiDocument.FromJsonAsync(SpecJson.Write(SpecText.Read(name, text, CancellationToken.None)));
            foreach (var operation in document.Operations)
            {
                schemas[operation.Operation.OperationId] = operation.Operation.Responses["200"].Content["application/json"].Schema.ActualSchema;
            }
        }

        return schemas;
    }
}
