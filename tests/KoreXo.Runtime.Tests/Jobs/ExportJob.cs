using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>A job that one call starts and another polls, with values from both.</summary>
internal static class ExportJob
{
    public static readonly CallOptions NoLimit = new() { TotalTimeout = Timeout.InfiniteTimeSpan };

    public static readonly OperationDescriptor Start = new(TestApi.Api, "startExport", HttpMethod.Post, "/bots/{botId}/export")
    {
        Scopes = [],
    };
    public static readonly OperationDescriptor Status = new(TestApi.Api, "getExportStatus", HttpMethod.Get, "/bots/{botId}/export/status")
    {
        Scopes = [],
    };

    public static readonly JobDescriptor<Thing> Export = new()
    {
        Start = Start,
        Status = Status,
        Codec = ThingCodec.Instance,
        Arguments =
        [
            new JobArgument("path.botId", "$request.path.botId"),
            new JobArgument("body.exportType", "$request.body#/exportType"),
            new JobArgument("query.kind", "bot export"),
        ],
        State = "/status",
        Percent = "/percent",
        Running = ["pending"],
        Succeeded = ["success"],
        Partial = ["partial_success"],
        Failed = ["failed"],
        Match = [new JobMatch("/_id", "$response.body#/_id")],
    };

    public static Task<Job<Thing>> StartAsync(ApiConnection connection, string botId = "st-1")
    {
        var body = new Thing
        {
            ExtensionData = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["exportType"] = ((JsonAny)"latest").AsElement(),
            },
        };
        var request = new OperationRequest(Start, "/bots/x/export") { Body = JsonBody.Create(body, ThingCodec.Instance) };
        return connection.StartJobAsync(
            request,
            Export,
            [new JobValue("path.botId", botId), new JobValue("query.none", null)],
            NoLimit,
            CancellationToken.None
        );
    }

    /// <summary>Encodes the token of a job whose state is given as JSON.</summary>
    public static string Token(string json) => Base64Url.Encode(Encoding.UTF8.GetBytes(json));

    /// <summary>Gets the JSON that a token contains.</summary>
    public static string Text(string token) => Base64Url.TryDecode(token, out var bytes) ? Encoding.UTF8.GetString(bytes) : "";
}
