using System.Text.Json;
using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Conversations;

/// <summary>Specifies the messages of a history, whatever the format of the request.</summary>
internal sealed class HistoryRequest
{
    private const string DefaultChannel = "rtm";
    private static readonly TimeSpan Limit = TimeSpan.FromDays(7);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public required TimeWindow Window { get; init; }

    public required PageWindow Page { get; init; }

    public string? User { get; init; }

    public string? Channel { get; init; }

    public string? CallId { get; init; }

    public IReadOnlyList<string> Sessions { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether the oldest message comes first.</summary>
    public bool Forward { get; init; }

    /// <summary>Gets the id of the message to start at.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the direction from that message: backward below 0, both ways at 0, forward above.</summary>
    public double Direction { get; init; }

    public bool IncludeTraceId { get; init; }

    public bool IncludeLatency { get; init; }

    /// <summary>Reads the query format. The default channel is the web SDK.</summary>
    public static HistoryRequest FromQuery(OperationCall call)
    {
        var query = call.Parameters;
        return new HistoryRequest
        {
            Window = ReadWindow(query.Optional("dateFrom"), query.Optional("dateTo")),
            Page = PageWindow.AtItem(query.Integer("skip") ?? query.Integer("offset"), query.Integer("limit")),
            User = query.Text("userId"),
            Channel = query.Optional("channelType") ?? DefaultChannel,
            CallId = query.Optional("callId"),
            Sessions = query.Optional("sessionId") is { } session ? [session] : [],
            Tags = ReadTags(query.Optional("tags")),
            IncludeLatency = query.Flag("includeLatency"),
        };
    }

    /// <summary>Reads the body format, which covers all channels.</summary>
    public static HistoryRequest FromBody(OperationCall call, int maxSize)
    {
        var body = call.Body;
        var (from, to, message) = (body.Text("dateFrom"), body.Text("dateTo"), body.Text("msgId"));
        if (message is not null && (from is not null || to is not null))
        {
            throw RefusalException.BadRequest("The body is not valid at /msgId: it goes not together with dateFrom and dateTo.");
        }

        if (body.Integer("limit") > maxSize)
        {
            throw RefusalException.BadRequest($"The body is not valid at /limit: it is above {maxSize}.");
        }

        return new HistoryRequest
        {
            Window = ReadWindow(from, to),
            Page = PageWindow.AtItem(body.Integer("skip") ?? body.Integer("offset"), body.Integer("limit")),
            User = body.Text("userId"),
            Sessions = body.Texts("sessionId"),
            Forward = body.Flag("forward") ?? false,
            MessageId = message,
            Direction = body.Number("direction") ?? 0,
            IncludeTraceId = body.Flag("includeTraceId") ?? false,
            IncludeLatency = body.Flag("includeLatency") ?? false,
        };
    }

    /// <summary>Returns the condition on sessions; null if every session matches.</summary>
    public Func<SimulatedSession, bool>? Condition(bool withAlerts)
    {
        // Without a condition, a page is cut from the timeline directly. With one, even one that every session meets, the whole window is
        // searched for each page.
        if (withAlerts && User is null && Channel is null && CallId is null && Sessions.Count == 0 && Tags.Count == 0)
        {
            return null;
        }

        return session =>
            (withAlerts || !session.IsAlert)
            && (User is null || session.IsOf(User))
            && (Channel is null || session.Channel == Channel)
            && (CallId is null || session.CallId == CallId)
            && (Sessions.Count == 0 || Sessions.Contains(session.Id, StringComparer.Ordinal))
            && session.HasTags(Tags);
    }

    /// <summary>Returns whether a message is on the requested side of the start message.</summary>
    public bool IsOnSide(MessagePlace place, MessagePlace anchor) =>
        Direction switch
        {
            < 0 => place <= anchor,
            > 0 => place >= anchor,
            _ => true,
        };

    private static TimeWindow ReadWindow(string? from, string? to) =>
        TimeWindow.Read(from, to).Below(Limit, "it must be less than seven days");

    private static Dictionary<string, string> ReadTags(string? text)
    {
        if (text is null)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document
                    .RootElement.EnumerateObject()
                    .ToDictionary(tag => tag.Name, tag => tag.Value.ToString(), StringComparer.Ordinal);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Rejected below, like another JSON value. The second exception is for strings that are not valid Unicode.
        }

        throw RefusalException.BadRequest("The query parameter 'tags' is not valid: the text of a JSON object is expected.");
    }
}
