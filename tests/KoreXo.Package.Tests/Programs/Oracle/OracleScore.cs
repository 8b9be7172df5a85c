using System.Globalization;
using KoreXo.Package.Tests.Programs.Truth;

namespace KoreXo.Package.Tests.Programs.Oracle;

/// <summary>Compares the calls of programs with what <c>korexo scopes why</c> lists for their entry points.</summary>
/// <param name="why">The report.</param>
internal sealed class OracleScore(WhyReport why)
{
    private readonly Dictionary<WhyEntry, HashSet<string>> _observed = [];
    private readonly List<string> _missed = [];

    /// <summary>The calls and scopes that no entry point accounts for.</summary>
    public IReadOnlyList<string> Missed => _missed;

    /// <summary>The entry points that were seen at work.</summary>
    public IEnumerable<WhyEntry> Observed => _observed.Keys;

    public void Add(string project, IEnumerable<Observation> observations)
    {
        var entries = why.Entries.Where(entry => entry.Project == project).ToList();
        foreach (var seen in observations)
        {
            // A middleware runs for any request, of which the route is known.
            var isRequest =
                seen.Entry.Contains('/', StringComparison.Ordinal) || seen.Entry.Contains("Controller.", StringComparison.Ordinal);
            var accountable = entries.Where(entry => IsOf(entry, seen.Entry) || (isRequest && entry.Kind == "middleware")).ToList();
            foreach (var entry in accountable.Where(entry => entry.Operations.Contains(seen.Operation)))
            {
                _observed.TryAdd(entry, []);
                _observed[entry].Add(seen.Operation);
            }

            if (!accountable.Exists(entry => entry.Operations.Contains(seen.Operation)))
            {
                _missed.Add($"{project}, {seen.Entry}: {seen.Operation}");
            }

            _missed.AddRange(
                seen.Scopes.Split("; ", StringSplitOptions.RemoveEmptyEntries)
                    .Where(scope => !accountable.Exists(entry => entry.Scopes.Contains(scope)))
                    .Select(scope => $"{project}, {seen.Entry}: {scope}")
            );
        }
    }

    /// <summary>How many of the operations that are listed for the observed entry points were observed.</summary>
    public override string ToString()
    {
        var (observed, listed) = (
            _observed.Values.Sum(static seen => seen.Count),
            _observed.Keys.Sum(static entry => entry.Operations.Count)
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_observed.Count} entry points: {observed} of {listed} listed operations observed, precision {(double)observed / listed:0.00}"
        );
    }

    private static bool IsOf(WhyEntry entry, string seen)
    {
        if (seen == "main" || entry.Title == seen)
        {
            return seen != "main" || entry.Kind == "main";
        }

        // A route may have several verbs; an explicit implementation has its interface in the name.
        return entry.Kind switch
        {
            "route" when entry.Title.Split(' ') is [var verb, var pattern] => verb.Split(',').Any(one => seen == $"{one} {pattern}"),
            "hostedService" => entry.Title.StartsWith(seen.Split('.')[0] + ".", StringComparison.Ordinal)
                && entry.Title.EndsWith("." + seen.Split('.')[^1], StringComparison.Ordinal),
            _ => false,
        };
    }
}
