using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs;
using KoreXo.Cli.Specs.Comparing;
using KoreXo.OpenApi.Text;
using KoreXo.Testing;
using Xunit.Abstractions;

namespace KoreXo.Cli.Tests.Specs.Verdicts;

/// <summary>
/// What the command says is held against the truth: both versions of a document are generated and compiled, and the compiler's
/// own symbols compared. Over each edit that <see cref="OperationMutations"/> and <see cref="SchemaMutations"/> know, forth and
/// back, and over pairs of them.
/// </summary>
public sealed partial class VerdictTests(ITestOutputHelper output)
{
    private const string Name = "shop.openapi.json";

    private static readonly string Base = SpecJson.Write(
        SpecText.Read("shop.openapi.yaml", File.ReadAllText(SpecDocuments.PathOf("old/shop.openapi.yaml")), CancellationToken.None)
    );

    private static readonly IReadOnlyList<Mutation> Singles =
    [
        .. OperationMutations.Of(JsonNode.Parse(Base)!.AsObject()),
        .. SchemaMutations.Of(JsonNode.Parse(Base)!.AsObject()),
    ];

    /// <summary>Neighbours in the list are the same edit at different places, so each kind is among every third.</summary>
    [Fact]
    public void Each_edit_is_judged_as_the_compiler_would() =>
        Judge([.. Singles.Where(static (_, index) => index % Soak.Rounds(few: 6, all: 1) == 0)]);

    [Fact]
    public void Two_edits_at_once_are_judged_as_the_compiler_would() =>
        Judge([
            .. Enumerable
                .Range(0, Soak.Rounds(few: 40, all: 240))
                .Select(static i => (First: Singles[i * 37 % Singles.Count], Second: Singles[(i * 101 + 13) % Singles.Count]))
                .Select(static pair => new Mutation(
                    $"{pair.First}, then {pair.Second}",
                    document =>
                    {
                        pair.First.Apply(document);
                        pair.Second.Apply(document);
                    }
                )),
        ]);

    private void Judge(IReadOnlyList<Mutation> mutations)
    {
        var faults = new ConcurrentBag<string>();
        var (judged, breaking, refused) = (0, 0, 0);
        var (baseSource, baseSurface) = Read(Base)!.Value;
        Parallel.ForEach(
            mutations,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            mutation =>
            {
                var text = TryApply(mutation);
                if (text is null || Read(text) is not { } changed)
                {
                    Interlocked.Increment(ref refused);
                    return;
                }

                foreach (
                    var (direction, from, to) in new[]
                    {
                        ("", (baseSource, baseSurface), changed),
                        ("undone: ", changed, (baseSource, baseSurface)),
                    }
                )
                {
                    Interlocked.Increment(ref judged);
                    var changes = DocumentComparer.Compare(Name, from.Item1, to.Item1, CancellationToken.None);
                    var broken = from.Item2.BrokenIn(to.Item2);
                    Interlocked.Add(ref breaking, broken.Count > 0 ? 1 : 0);
                    if (Fault(changes, broken, from.Item2, to.Item2) is { } fault)
                    {
                        faults.Add($"{direction}{mutation}: {fault}");
                    }
                }
            }
        );

        output.WriteLine($"{judged} comparisons, {breaking} breaking; {refused} edits make a document that cannot be built.");
        Assert.True(faults.IsEmpty, string.Join("\n", faults.Order(StringComparer.Ordinal).Take(40)) + $"\n{faults.Count} faults");
        Assert.True(judged > mutations.Count, "Most edits can be judged.");
        Assert.InRange(breaking, judged / 4, judged * 19 / 20);
    }

    /// <summary>What is wrong with a verdict; null if nothing.</summary>
    private static string? Fault(
        IReadOnlyList<SpecChange> changes,
        IReadOnlyList<CompiledMember> broken,
        CompiledSurface old,
        CompiledSurface @new
    )
    {
        var named = changes
            .Where(static change => change.Impact >= Impact.Binary)
            .SelectMany(static change => change.Members)
            .ToHashSet(StringComparer.Ordinal);
        if (named.Count > 0 != broken.Count > 0)
        {
            return broken.Count > 0 ? $"'{broken[0].Text}' breaks, which is not told" : $"{string.Join(", ", named)} do not break";
        }

        var silent = broken.FirstOrDefault(member => !IsTold(member, named, @new));
        if (silent is not null)
        {
            return $"'{silent.Text}' breaks, only {string.Join(", ", named)} are told";
        }

        var adds = @new.Members.Keys.Except(old.Members.Keys, StringComparer.Ordinal).Any();
        return adds && !changes.Any(static change => change.Impact >= Impact.Addition) ? "something is new, which is not told" : null;
    }

    /// <summary>
    /// A break is told by the member's own name, by that of a type it is in, or by that of a type it uses that is called otherwise now.
    /// </summary>
    private static bool IsTold(CompiledMember member, HashSet<string> named, CompiledSurface @new) =>
        named.Contains(member.Name)
        || named.Any(name => member.Owner == name || member.Owner?.StartsWith(name + ".", StringComparison.Ordinal) == true)
        || Names().Matches(member.Text).Any(used => named.Contains(used.Value) && !@new.Members.ContainsKey(used.Value));

    [GeneratedRegex(@"(?<=\bApi\.)\w+", RegexOptions.None, 1000)]
    private static partial Regex Names();

    private static string? TryApply(Mutation mutation)
    {
        try
        {
            return mutation.On(Base);
        }
        catch (Exception fault) when (fault is NullReferenceException or ArgumentException or InvalidOperationException)
        {
            // The second edit of two needs what the first one took away.
            return null;
        }
    }

    /// <summary>Reads a document as the command and as the compiler does; null where both refuse it.</summary>
    private static (SpecSource Source, CompiledSurface Surface)? Read(string text)
    {
        var surface = CompiledSurface.Of(Name, text, "ShopClient");
        try
        {
            var source = SpecLoader.Read(Name, Name, text, TextWriter.Null, CancellationToken.None);
            Assert.True(surface is not null, $"The generator refuses what the command reads: {text}");
            return (source, surface);
        }
        catch (CommandException)
        {
            Assert.Null(surface);
            return null;
        }
    }
}
