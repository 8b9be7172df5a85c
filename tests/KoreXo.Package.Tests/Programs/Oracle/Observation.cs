namespace KoreXo.Package.Tests.Programs.Oracle;

/// <summary>A call that a program made.</summary>
/// <param name="Entry">The entry point that it was made for: <c>main</c>, a route, a hosted service or a test.</param>
/// <param name="Operation">The operation; that of the start for the polls of a job.</param>
/// <param name="Scopes">The scopes that the call used, with the credential.</param>
internal sealed record Observation(string Entry, string Operation, string Scopes)
{
    /// <summary>Reads what a program wrote while it was observed.</summary>
    public static IReadOnlyList<Observation> Read(string file) =>
        File.Exists(file)
            ?
            [
                .. File.ReadAllLines(file)
                    .Select(static line => line.Split('\t'))
                    .Select(static parts => new Observation(
                        parts[0],
                        parts[1],
                        string.Join(
                            "; ",
                            parts[3].Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(scope => $"{scope} ({parts[2]})")
                        )
                    ))
                    .Distinct(),
            ]
            : [];
}
