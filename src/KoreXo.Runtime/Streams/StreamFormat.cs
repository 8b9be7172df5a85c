using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>How the items of a stream are separated.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum StreamFormat
{
    /// <summary>Server-sent events: <c>text/event-stream</c>.</summary>
    Events,

    /// <summary>One JSON value per line: <c>application/x-ndjson</c>, <c>application/jsonl</c>.</summary>
    Lines,

    /// <summary>JSON values, each preceded by a record separator: <c>application/json-seq</c> (RFC 7464).</summary>
    Sequence,
}
