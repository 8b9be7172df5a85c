namespace Workloads.Sessions;

/// <summary>What was exported of a day.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Types">The number of sessions by containment type; <c>none</c> for sessions without one, such as open ones.</param>
/// <param name="Messages">The number of messages.</param>
/// <param name="Incomplete">The sessions with fewer messages than the platform says they have.</param>
internal sealed record DayTotal(DateOnly Day, IReadOnlyDictionary<string, int> Types, int Messages, IReadOnlyList<string> Incomplete)
{
    public override string ToString()
    {
        var types = string.Join(", ", Types.Select(static type => FormattableString.Invariant($"{type.Value} {type.Key}")));
        return FormattableString.Invariant($"{Day:yyyy-MM-dd}: {types}, {Messages} messages");
    }
}
