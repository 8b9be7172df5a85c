namespace Workloads.Timeline;

/// <summary>An entry of a log.</summary>
/// <param name="Time">When it happened; null if the log does not say.</param>
/// <param name="Source">The log: <c>bot</c> or <c>account</c>.</param>
/// <param name="Id">The id of the entry in the log.</param>
/// <param name="Actor">Who did it, if the log says.</param>
/// <param name="Kind">What kind of change or event it is.</param>
/// <param name="Text">What happened.</param>
internal sealed record TimelineEvent(DateTimeOffset? Time, string Source, string Id, string Actor, string Kind, string Text);
