using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo.Benchmarks;

/// <summary>The models of the measured calls as one writes them by hand: the same members, and no more.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the serializer.")]
internal static class HandWrittenModels
{
    internal sealed record ImportStatus(
        [property: JsonPropertyName("_id")] string Id,
        string? StreamRefId,
        string Status,
        List<ImportLog>? StatusLogs,
        string? RequestType,
        string? CreatedBy,
        DateTimeOffset? CreatedOn,
        [property: JsonPropertyName("__v")] long? Revision,
        string? StreamId
    );

    internal sealed record ImportLog(string? TaskType, string? Status);

    internal sealed record IntentRequest(string Input, string StreamName, string? ParentIntent);

    internal sealed record IntentResult(EchoedRequest? Request, Intent Response, string? StreamId, string? StreamName);

    internal sealed record EchoedRequest(string? Input, string? StreamName);

    internal sealed record Intent(
        [property: JsonPropertyName("usedtime")] long? UsedTime,
        string? DebugTitle,
        string? Result,
        string? Bot,
        [property: JsonPropertyName("botid")] string? BotId,
        string? Task,
        string? TaskId,
        string? IntentStatus,
        string? SubType,
        List<string>? Input,
        string? IdentifiedVia,
        string? Language,
        Resolution? FinalResolver
    );

    internal sealed record Resolution(List<Winner>? WinningIntent, List<JsonElement>? Entities);

    internal sealed record Winner(string? Intent, string? TaskId, string? ActivityType);

    internal sealed record SessionsRequest(long Skip, long Limit);

    internal sealed record SessionPage(long? Total, bool MoreAvailable, List<Session> Sessions);

    internal sealed record Session(
        string SessionId,
        string? BotId,
        string? Channel,
        string? UserId,
        [property: JsonPropertyName("start_time")] DateTimeOffset? StartTime,
        [property: JsonPropertyName("end_time")] DateTimeOffset? EndTime,
        [property: JsonPropertyName("session_lang")] List<string>? Languages,
        string? SessionType,
        bool? IsDeveloper,
        string? SessionStatus,
        MetaTags? Tags,
        long? NoOfMessagesExchanged,
        long? NoOfTasksExecuted,
        string? ContainmentType
    );

    internal sealed record MetaTags(List<JsonElement>? UserTags, List<MetaTag>? SessionTags, List<JsonElement>? AltText);

    internal sealed record MetaTag(string? Value, string? Name);
}
