using System.Text.RegularExpressions;

namespace KoreXo.Simulator.Routing;

/// <summary>A segment of a path with parameters in it, such as <c>{id}.json</c> or <c>{from}-{to}</c>.</summary>
internal sealed partial class SegmentTemplate
{
    private readonly Regex _form;

    public SegmentTemplate(string text)
    {
        Text = text;
        Names = [.. Parameter().Matches(text).Select(match => match.Groups["name"].Value)];

        // The fixed parts are between the parameters, which Split returns as well. Without backtracking, a template of many parameters
        // takes no longer for a very long segment.
        var literal = Parameter().Split(text).Where((_, index) => index % 2 == 0).Select(Regex.Escape).ToList();
        Literals = literal.Sum(part => part.Length);
        _form = new Regex(
            $@"^{string.Join("(.+?)", literal)}\z",
            RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking
        );
    }

    public string Text { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the number of fixed characters; the template with the most of them takes precedence.</summary>
    public int Literals { get; }

    /// <summary>Returns the values of the parameters; null if the segment has another form.</summary>
    public IReadOnlyList<string>? Match(string segment) =>
        _form.Match(segment) is { Success: true } match ? [.. match.Groups.Values.Skip(1).Select(group => group.Value)] : null;

    /// <summary>Returns the segment with the values of its parameters.</summary>
    public string Fill(Func<string, string> value) => Parameter().Replace(Text, match => value(match.Groups["name"].Value));

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Parameter();
}
