namespace KoreXo.Cli.Tests.Why;

/// <summary>Which functions may run where a delegate is invoked.</summary>
public sealed class DelegateTests
{
    private const string Late =
        "\nstatic class Late { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => Delegates.Fill(); }";

    [Fact]
    public async Task A_delegate_with_a_type_parameter_is_none_whose_known_parts_differ()
    {
        var found = await ReachedScopes.FindAsync(
            """
            Delegates.Keep([1, 2], static number => number > 1);
            static class Delegates
            {
                static readonly List<object> All = [];
                public static void Fill() => All.Add((Func<IFiles, Task>)(static files => files.GetAsync("1")));
                public static List<T> Keep<T>(IEnumerable<T> items, Func<T, bool> predicate)
                {
                    var kept = new List<T>();
                    foreach (var item in items)
                    {
                        if (predicate(item)) { kept.Add(item); }
                    }

                    return kept;
                }
            }
            """ + Late
        );

        Assert.Empty(found["top-level statements"]);
        Assert.Equal(["files:read"], found["Late.Run"]);
    }

    [Fact]
    public async Task A_delegate_with_a_type_parameter_may_be_any_whose_known_parts_are_equal()
    {
        var found = await ReachedScopes.FindAsync(
            """
            await Delegates.EachAsync<IFiles>([]);
            static class Delegates
            {
                static readonly List<object> All = [];
                public static void Fill() => All.Add((Func<IFiles, Task>)(static files => files.GetAsync("1")));
                public static async Task EachAsync<T>(T[] items)
                {
                    foreach (var item in items) { await All.OfType<Func<T, Task>>().First()(item); }
                }
            }
            """ + Late
        );

        Assert.Equal(["files:read"], found["top-level statements"]);
    }

    [Fact]
    public async Task A_delegate_that_only_another_program_creates_is_not_invoked()
    {
        var found = await ReachedScopes.FindAsync(
            """
            #if TESTS
            Func<ValueTask> drop = ((IAsyncDisposable)new Store()).DisposeAsync;
            await drop();
            #else
            Func<ValueTask> wait = static () => default;
            await wait();
            #endif
            class Store : IAsyncDisposable
            {
                public async ValueTask DisposeAsync() => await ((IFiles)null!).GetAsync("1");
            }
            """,
            "APP",
            "TESTS"
        );

        Assert.Empty(found["APP: top-level statements"]);
        Assert.Equal(["files:read"], found["TESTS: top-level statements"]);
    }

    [Fact]
    public async Task Delegates_in_a_list_may_be_used_as_delegates_of_a_base_type()
    {
        var found = await ReachedScopes.FindAsync(
            """
            await Delegates.RunAsync();
            static class Delegates
            {
                static readonly List<Func<Task<string>>> All = [];
                public static void Fill() => All.Add(static async () => { await ((IFiles)null!).GetAsync("1"); return ""; });
                public static async Task RunAsync()
                {
                    IEnumerable<Func<Task>> some = All;
                    foreach (var action in some) { await action(); }
                }
            }
            """ + Late
        );

        Assert.Equal(["files:read"], found["top-level statements"]);
    }
}
