using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo.Benchmarks;

/// <summary>
/// The models of the measured calls as one writes them by hand, in the form that the serializer is fastest with: settable properties.
/// </summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the serializer.")]
internal static class HandWrittenModels
{
    internal sealed class ImportStatus
    {
        [JsonPropertyName("_id")]
        public string Id { get; set; } = "";

        public string? StreamRefId { get; set; }

        public string Status { get; set; } = "";

        public List<ImportLog>? StatusLogs { get; set; }

        public string? RequestType { get; set; }

        public string? CreatedBy { get; set; }

        public DateTimeOffset? CreatedOn { get; set; }

        [JsonPropertyName("__v")]
        public long? Revision { get; set; }

        public string? StreamId { get; set; }
    }

    internal sealed class ImportLog
    {
        public string? TaskType { get; set; }

        public string? Status { get; set; }
    }

    internal sealed class IntentRequest
    {
        public string Input { get; set; } = "";

        public string StreamName { get; set; } = "";

        public string? ParentIntent { get; set; }
    }

    internal sealed class IntentResult
    {
        public EchoedRequest? Request { get; set; }

        public Intent Response { get; set; } = new();

        public string? StreamId { get; set; }

        public string? StreamName { get; set; }
    }

    internal sealed class EchoedRequest
    {
        public string? Input { get; set; }

        public string? StreamName { get; set; }
    }

    internal sealed class Intent
    {
        [JsonPropertyName("usedtime")]
        public long? UsedTime { get; set; }

        public string? DebugTitle { get; set; }

        public string? Result { get; set; }

        public string? Bot { get; set; }

        [JsonPropertyName("botid")]
        public string? BotId { get; set; }

        public string? Task { get; set; }

        public string? TaskId { get; set; }

        public string? IntentStatus { get; set; }

        public string? SubType { get; set; }

        public List<string>? Input { get; set; }

        public string? IdentifiedVia { get; set; }

        public string? Language { get; set; }

        public Resolution? FinalResolver { get; set; }
    }

    internal sealed class Resolution
    {
        public List<Winner>? WinningIntent { get; set; }

        public List<JsonElement>? Entities { get; set; }
    }

    internal sealed class Winner
    {
        public string? Intent { get; set; }

        public string? TaskId { get; set; }

        public string? ActivityType { get; set; }
    }

    internal sealed class SessionsRequest
    {
        public long Skip { get; set; }

        public long Limit { get; set; }
    }

    internal sealed class SessionPage
    {
        public long? Total { get; set; }

        public bool MoreAvailable { get; set; }

        public List<Session> Sessions { get; set; } = [];
    }

    internal sealed class Session
    {
        public string SessionId { get; set; } = "";

        public string? BotId { get; set; }

        public string? Channel { get; set; }

        public string? UserId { get; set; }

        [JsonPropertyName("start_time")]
        public DateTimeOffset? StartTime { get; set; }

        [JsonPropertyName("end_time")]
        public DateTimeOffset? EndTime { get; set; }

        [JsonPropertyName("session_lang")]
        public List<string>? Languages { get; set; }

        public string? SessionType { get; set; }

        public bool? IsDeveloper { get; set; }

        public string? SessionStatus { get; set; }

        public MetaTags? Tags { get; set; }

        public long? NoOfMessagesExchanged { get; set; }

        public long? NoOfTasksExecuted { get; set; }

        public string? ContainmentType { get; set; }
    }

    internal sealed class MetaTags
    {
        public List<JsonElement>? UserTags { get; set; }

        public List<MetaTag>? SessionTags { get; set; }

        public List<JsonElement>? AltText { get; set; }
    }

    internal sealed class MetaTag
    {
        public string? Value { get; set; }

        public string? Name { get; set; }
    }
}
