using System.Text.Json;
using System.Text.Json.Serialization;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;

namespace KoreXo.Tests.Serialization;

/// <summary>The source-generated context that an application writes for its own types, which hold ours.</summary>
[JsonSerializable(typeof(ApplicationData))]
[JsonSerializable(typeof(List<Session>))]
[JsonSerializable(typeof(IAsyncEnumerable<Session>))]
[JsonSerializable(typeof(LlmTaskFilter))]
[JsonSerializable(typeof(LlmTaskFilter.TextList))]
[JsonSerializable(typeof(BotExportType))]
[JsonSerializable(typeof(BotExportType?))]
[JsonSerializable(typeof(JsonAny))]
[JsonSerializable(typeof(IReadOnlyList<IReadOnlyDictionary<string, JsonAny>>))]
[JsonSerializable(typeof(Page<Session>))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(CustomerName))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class ApplicationContext : JsonSerializerContext;

/// <summary>A type of an application, with one member for each kind of type that the SDK has.</summary>
internal sealed record ApplicationData
{
    public Session? Session { get; init; }

    public required IReadOnlyList<IReadOnlyDictionary<string, JsonAny>> Rows { get; init; }

    public JsonAny Cell { get; init; }

    public JsonAny? Nothing { get; init; }

    public LlmTaskFilter? Union { get; init; }

    public LlmTaskFilter.Text? Case { get; init; }

    public BotExportType Kind { get; init; }

    public BotExportType? NoKind { get; init; }

    public Dictionary<BotExportType, int> Counts { get; init; } = [];

    public Page<Session>? Page { get; init; }

    public JobProgress Progress { get; init; }

    public RateLimitState? RateLimit { get; init; }

    public ResponseDetails? Details { get; init; }

    public ListRowsOptions? Options { get; init; }

    public object? Anything { get; init; }

    public static ApplicationData Example { get; } =
        new()
        {
            Session = JsonSerializer.Deserialize<Session>("""{"sessionId":"s-1","later":{"a":[1,2]}}""", PlainOptions.Resolvers),
            Rows =
            [
                new Dictionary<string, JsonAny>
                {
                    ["Name"] = "Ada",
                    ["Age"] = 36,
                    ["Gone"] = JsonAny.Null,
                    ["Tags"] = new JsonAny[] { "a", 1.5m },
                },
            ],
            Cell = new Dictionary<string, JsonAny> { ["x"] = true },
            Union = new LlmTaskFilter.TextList(["a", "b"]),
            Case = new LlmTaskFilter.Text("one"),
            Kind = BotExportType.Published,
            Counts = new() { [BotExportType.Published] = 1, ["of tomorrow"] = 2 },
            Page = new([new Session { SessionId = "s-2" }], continuation: "c", total: 7),
            Progress = new(3, "running", 12.5, TimeSpan.FromSeconds(4)),
            RateLimit = new("bot", [new(new RateLimitWindow(60, 60), 59, TimeSpan.Zero)], TimeSpan.FromSeconds(1)),
            Details = new()
            {
                Status = System.Net.HttpStatusCode.Created,
                RequestId = "req-1",
                Attempts = 2,
            },
            Options = new() { Limit = 10, Offset = 20 },
            Anything = (JsonAny)"any",
        };
}

/// <summary>A row of a table as an application declares it.</summary>
internal sealed record Customer(string Name, int? Age)
{
    [JsonPropertyName("sys_Id")]
    public string? SysId { get; init; }

    [JsonPropertyName("Created_On")]
    public DateTimeOffset? CreatedOn { get; init; }
}

/// <summary>Some columns of a row.</summary>
internal sealed record CustomerName(string Name);
