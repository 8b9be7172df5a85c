using System.Globalization;

namespace KoreXo.Analyzers.Tests.Attack;

/// <summary>
/// Random methods are analyzed and run: a call that is reached without the scope is reported, and one that is only reached with it is not.
/// </summary>
public sealed class AttackTests
{
    private const int Worlds = 128;
    private const int ManyWorlds = 20_000;
    private const int Batch = 250;

    private static readonly int Methods = Environment.GetEnvironmentVariable("KOREXO_FULL") == "1" ? 20_000 : 500;

    [Fact]
    public async Task No_call_is_missed_that_runs_without_its_scope()
    {
        var missed = await AttackAsync(
            isPlain: false,
            static (program, method, reported) => program.Reached(method.Name, isHeld: false, Worlds).Except(reported).Where(method.Has)
        );

        Assert.True(missed.Count == 0, $"{missed.Count} missed, first:\n{string.Join('\n', missed.Take(3))}");
    }

    [Fact]
    public async Task No_call_is_reported_that_runs_with_its_scope_only()
    {
        var alarms = await AttackAsync(
            isPlain: true,
            static (program, method, reported) =>
            {
                var suspects = reported.Where(method.Has).Except(program.Reached(method.Name, isHeld: false, Worlds)).ToHashSet();
                suspects.IntersectWith(program.Reached(method.Name, isHeld: true, Worlds));
                return suspects.Count == 0 ? [] : suspects.Except(program.Reached(method.Name, isHeld: false, ManyWorlds));
            }
        );

        Assert.True(alarms.Count == 0, $"{alarms.Count} false alarms, first:\n{string.Join('\n', alarms.Take(3))}");
    }

    private static async Task<List<string>> AttackAsync(bool isPlain, Func<AttackProgram, Method, HashSet<int>, IEnumerable<int>> find)
    {
        var found = new List<string>();
        for (var first = 0; first < Methods; first += Batch)
        {
            var methods = new List<Method>();
            for (var seed = first; seed < Math.Min(first + Batch, Methods); seed++)
            {
                var start = methods.Count == 0 ? 0 : methods[^1].EndCall;
                var name = "M" + seed.ToString(CultureInfo.InvariantCulture);
                var (text, end) = new RandomMethod(new Random(seed), isPlain).Write(name, start);
                methods.Add(new Method(name, text, start, end));
            }

            using var program = new AttackProgram([.. methods.Select(static method => method.Text)]);
            var reported = (await program.ReportedAsync()).ToHashSet();
            foreach (var method in methods)
            {
                found.AddRange(find(program, method, reported).Select(call => $"call {call} in {method.Text}"));
            }
        }

        return found;
    }

    /// <summary>A random method and the numbers of its calls.</summary>
    private sealed record Method(string Name, string Text, int FirstCall, int EndCall)
    {
        public bool Has(int call) => call >= FirstCall && call < EndCall;
    }
}
