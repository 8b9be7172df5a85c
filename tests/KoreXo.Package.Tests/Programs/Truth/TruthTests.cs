using Xunit.Abstractions;

namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>
/// Three programs as users write them, with what is true of each line counted by hand: nothing is missed, and nothing else is reported.
/// </summary>
[Collection(ProgramGroup.Name)]
public sealed class TruthTests(
    TravelSolution travel,
    SampleSolution samples,
    ProgramProject programs,
    ProgramReport report,
    ITestOutputHelper output
)
{
    [Fact]
    public async Task Each_missing_scope_is_reported_by_the_build_and_nothing_else()
    {
        await travel.BuildAsync();

        var found = FoundDiagnostic.Read(travel.Folder).ToList();

        output.WriteLine($"{found.Count} diagnostics");
        AssertSame(Expected("KXO"), found);
    }

    [Fact]
    public async Task Each_entry_point_needs_what_it_reaches_and_nothing_else()
    {
        var why = await report.CreateAsync(travel, samples, programs);

        foreach (var project in why.Entries.Where(IsOfSolution).GroupBy(static entry => entry.Project))
        {
            var needs = project.SelectMany(static entry => entry.Needs).Distinct().Count();
            var calls = project.Sum(static entry => entry.Operations.Count);
            output.WriteLine($"{project.Key}: {project.Count()} entry points, {needs} needs, {calls} operations over all of them");
        }

        AssertSame([.. Expected("why"), .. Expected("unreached")], [.. why.Found]);
    }

    private static bool IsOfSolution(WhyEntry entry) => entry.Project.StartsWith("Travel.", StringComparison.Ordinal);

    private static IReadOnlyList<TruthComment> Expected(string kind) =>
        [.. TruthComment.Read(TravelSolution.Source).Where(comment => comment.Kind.StartsWith(kind, StringComparison.Ordinal))];

    private static void AssertSame(IReadOnlyList<TruthComment> expected, IReadOnlyList<TruthComment> found)
    {
        var missed = expected.Except(found).Select(static comment => $"missed: {comment}");
        var wrong = found.Except(expected).Select(static comment => $"false: {comment}");
        var differences = missed.Concat(wrong).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.NotEmpty(found);
    }
}
