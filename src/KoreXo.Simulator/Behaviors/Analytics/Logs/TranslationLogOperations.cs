using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Logs;

/// <summary>Lists requests to translation engines, oldest first: one for each user message.</summary>
internal sealed class TranslationLogOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("listTranslationLogs", List)];

    private JsonArray List(OperationCall call)
    {
        var (bot, query) = (platform.BotOf(call), call.Parameters);
        var (session, from, to) = (query.Optional("sessionId"), query.Optional("fromDate"), query.Optional("toDate"));
        if (session is null && from is null && to is null)
        {
            throw RefusalException.BadRequest("At least one of the query parameters 'sessionId', 'fromDate' and 'toDate' is expected.");
        }

        var places = platform
            .Conversations.Messages(bot)
            .Find(
                TimeWindow.Read(from, to),
                latestFirst: false,
                place => place.Message.IsIncoming && (session is null || place.Session.Id == session)
            );
        var page = PageWindow.AtItem(query.Integer("offset"), query.Integer("limit")).Of(places);
        return WireValue.Array(page.Items.Select(place => Describe(place.Message)));
    }

    private static JsonObject Describe(SimulatedMessage message) =>
        new()
        {
            ["sessionId"] = message.Session.Id,
            ["timestamp"] = WireTime.Format(message.SentOn),
            ["inputPayload"] = new JsonObject
            {
                ["endPoint"] = new JsonObject
                {
                    ["host"] = "translate.example.com",
                    ["port"] = "",
                    ["path"] = "/translate",
                    ["protocol"] = "https",
                    ["method"] = "post",
                    ["connectorEnabled"] = false,
                    ["piiDataEnabled"] = false,
                },
                ["headerFields"] = new JsonObject { ["x-api-key"] = "*****" },
                ["payloadFields"] = new JsonObject { ["sourceText"] = message.Text, ["targetLanguage"] = "en" },
                ["idp"] = "none",
                ["force_proxy"] = false,
                ["timeout"] = 5000,
            },
            ["outputPayload"] = new JsonObject { ["translations"] = new JsonArray(message.Text) },
            ["engine"] = "custom",
            ["statusCode"] = 200,
            ["success"] = true,
            ["batchSize"] = 1,
        };
}
