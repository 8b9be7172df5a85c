namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>One case of the case file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Fences">Its blocks.</param>
public sealed record Case(string Id, string Title, IReadOnlyList<Fence> Fences)
{
    /// <summary>Gets what is expected besides the marks: an id, and words on its messages, its severity or its projects.</summary>
    public IEnumerable<(string Id, string Words)> Expectations =>
        Fences
            .Where(static fence => fence.Kind == "expect")
            .SelectMany(static fence => fence.Lines)
            .Select(static line => (line[..7], line[7..]));

    /// <summary>Returns the ids that are reported in a project without a location.</summary>
    public IEnumerable<string> Nowhere(string project) =>
        Expectations
            .Where(static line => line.Words.StartsWith(" (no location): ", StringComparison.Ordinal))
            .Select(static line => line.Id)
            .Except(Expectations.Where(line => line.Words == $" not in {project}").Select(static line => line.Id));
}
