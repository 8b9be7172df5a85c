namespace KoreXo.Cli.Tests.Why;

/// <summary>Code that never runs needs nothing, and all other code counts.</summary>
public sealed class DeadCodeTests
{
    [Theory]
    [InlineData("return; await files.GetAsync(id);")]
    [InlineData("throw new InvalidOperationException(); await files.GetAsync(id);")]
    [InlineData("if (id.Length > 0) { return; } else { throw new Exception(); } await files.GetAsync(id);")]
    [InlineData("while (true) { await Task.Yield(); } await files.GetAsync(id);")]
    [InlineData("for (;;) { if (id.Length > 0) { continue; } return; } await files.GetAsync(id);")]
    [InlineData("foreach (var c in id) { break; await files.GetAsync(id); }")]
    [InlineData("try { return; } finally { await Task.Yield(); } await files.GetAsync(id);")]
    [InlineData("try { return; } catch (Exception) { throw; } await files.GetAsync(id);")]
    [InlineData("using (new MemoryStream()) { return; } await files.GetAsync(id);")]
    [InlineData("switch (id) { case \"\": return; default: throw new Exception(); } await files.GetAsync(id);")]
    [InlineData("switch (id) { case \"\": break; await files.GetAsync(id); }")]
    [InlineData("while (false) { await files.GetAsync(id); }")]
    [InlineData("_ = false && files.GetAsync(id).IsCompleted;")]
    [InlineData("_ = true || files.GetAsync(id).IsCompleted;")]
    [InlineData("if (id.Length > 0) { return; await RunAsync(); } async Task RunAsync() => await files.GetAsync(id);")]
    public async Task Code_that_cannot_run_needs_nothing(string code) => Assert.Empty(await FindAsync(code));

    [Theory]
    [InlineData("if (id.Length > 0) { return; } await files.GetAsync(id);")]
    [InlineData("while (true) { if (id.Length > 0) { break; } } await files.GetAsync(id);")]
    [InlineData("while (true) { while (true) { break; } break; } await files.GetAsync(id);")]
    [InlineData("do { await Task.Yield(); } while (id.Length > 0); await files.GetAsync(id);")]
    [InlineData("do { await files.GetAsync(id); } while (false);")]
    [InlineData("foreach (var c in id) { return; } await files.GetAsync(id);")]
    [InlineData("try { throw new Exception(); } catch (Exception) { } await files.GetAsync(id);")]
    [InlineData("try { return; } finally { await files.GetAsync(id); }")]
    [InlineData("switch (id) { case \"\": return; } await files.GetAsync(id);")]
    [InlineData("switch (id) { case \"\": return; default: break; } await files.GetAsync(id);")]
    [InlineData("if (id.Length > 0) { goto end; } return; end: await files.GetAsync(id);")]
    [InlineData("await RunAsync(); return; async Task RunAsync() => await files.GetAsync(id);")]
    public async Task Code_that_can_run_counts(string code) => Assert.Equal(["files:read"], await FindAsync(code));

    [Fact]
    public async Task Code_that_never_runs_in_one_framework_may_run_in_another()
    {
        var found = await ReachedScopes.FindAsync(
            """
            await App.RunAsync(null!);
            static class App
            {
            #if OLD
                const bool IsOld = true;
            #else
                const bool IsOld = false;
            #endif
                public static Task RunAsync(IFiles files) => IsOld ? files.GetAsync("1") : files.PutAsync(new Doc("1"));
            }
            """,
            "OLD",
            "NEW"
        );

        Assert.Equal(["files:read"], found["OLD: top-level statements"]);
        Assert.Equal(["files:write"], found["NEW: top-level statements"]);
    }

    private static async Task<IEnumerable<string>> FindAsync(string code)
    {
        var found = await ReachedScopes.FindAsync(
            $$"""
            using System.IO;
            await App.RunAsync(null!, "1");
            static class App
            {
                public static async Task RunAsync(IFiles files, string id)
                {
                    await Task.Yield();
                    {{code}}
                }
            }
            """
        );
        return found["top-level statements"];
    }
}
