using KoreXo.Testing;
using Xunit.Abstractions;

namespace KoreXo.Cli.Tests.Why;

/// <summary>The scopes of each entry point, for programs of which the right answer is known.</summary>
public sealed class GeneratedProgramTests(ITestOutputHelper output)
{
    private static readonly int Programs = Soak.Rounds(few: 25, all: 100);

    [Fact]
    public async Task Exactly_what_is_reached_is_needed_where_each_delegate_has_a_type_of_its_own()
    {
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = new GeneratedProgram(seed, sharesDelegates: false);

            var found = await ReachedScopes.FindAsync(program.Write());

            Assert.All(
                program.Needs,
                needs => Assert.True(needs.Value.SetEquals(found[needs.Key]), Explain(seed, program, needs.Key, found[needs.Key]))
            );
        }
    }

    [Fact]
    public async Task Nothing_that_is_reached_is_missed_where_any_delegate_may_be_any_other()
    {
        var (right, all) = (0, 0);
        for (var seed = 1_000; seed < 1_000 + Programs; seed++)
        {
            var program = new GeneratedProgram(seed, sharesDelegates: true);

            var found = await ReachedScopes.FindAsync(program.Write());

            Assert.All(
                program.Needs,
                needs => Assert.True(needs.Value.IsSubsetOf(found[needs.Key]), Explain(seed, program, needs.Key, found[needs.Key]))
            );
            right += program.Needs.Values.Sum(static needs => needs.Count);
            all += program.Needs.Keys.Sum(key => found[key].Count);
        }

        output.WriteLine(FormattableString.Invariant($"{right} of {all} scopes found are needed."));
    }

    private static string Explain(int seed, GeneratedProgram program, string entry, SortedSet<string> found) =>
        $"{entry} of seed {seed}: expected {string.Join(' ', program.Needs[entry])}, found {string.Join(' ', found)}\n{program.Write()}";
}
