using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Tests.Sdk;

/// <summary>
/// The flows of the contract over the SDK as it is emitted: its attributes, its guards, its scopes and their other spellings.
/// </summary>
public sealed class RealSdkTests
{
    private const string Usings = "using System.Threading.Tasks; using KoreXo; using KoreXo.Analytics; using KoreXo.BotDefinition;\n";

    [Fact]
    public Task A_call_lacks_its_scope_on_every_credential() =>
        VerifyAnalyzerAsync(
            """
            class P(KoreXoClient xo)
            {
                public async Task Run()
                {
                    await xo.Analytics.{|KXO1001:FindIntentAsync|}("bot", new() { Input = "x", StreamName = "y" });
                    await foreach (var session in xo.Analytics.{|KXO1001:ListSessionsAsync|}("bot")) { }
                    await xo.BotDefinition.{|KXO1001:StartBotPublishAsync|}("bot", Publish);
                }
            }
            """,
            """{ "app": "travel", "credentials": { "admin": [{|KXO1003:"Bot publish > Publish"|}], "platform": [] } }""",
            "'AnalyticsClient.FindIntentAsync' needs scope 'Intent and Entity Detection' (platform) or 'Intent Identification > Intent and Entity Detection' (admin), which app 'travel' does not hold",
            "Scope 'Bot publish > Publish' is not known to any referenced API; did you mean 'Bot Publish > Publish'?"
        );

    [Fact]
    public Task A_held_scope_counts_only_on_the_credential_that_the_platform_asks_for() =>
        VerifyAnalyzerAsync(
            """
            class P(KoreXoClient xo)
            {
                public Task A() => xo.Analytics.FindIntentAsync("bot", new() { Input = "x", StreamName = "y" });
                public Task B() => xo.BotDefinition.{|KXO1001:StartBotPublishAsync|}("bot", Publish);
            }
            """,
            """{ "credentials": { "platform": ["Intent and Entity Detection", "Bot Publish > Publish"], "admin": [] } }"""
        );

    [Fact]
    public Task The_guards_of_the_clients_are_understood() =>
        VerifyAnalyzerAsync(
            """
            class P(KoreXoClient xo)
            {
                public async Task Run(BotDefinitionClient bots)
                {
                    if (bots.HoldsScopes("Bot Publish > Publish")) await bots.StartBotPublishAsync("bot", Publish);
                    await bots.{|KXO1001:StartBotPublishAsync|}("bot", Publish);
                    xo.Analytics.DemandScopes("Bot Publish > Publish");
                    await bots.StartBotPublishAsync("bot", Publish);
                }
            }
            """,
            """{ "credentials": { "admin": [] } }"""
        );

    [Fact]
    public Task Scopes_that_nothing_needs_are_named_and_other_spellings_are_not() =>
        VerifyAnalyzerAsync(
            """
            class P(KoreXoClient xo) { [RequiresScopes("Train Faq")] public Task A() => xo.Analytics.FindIntentAsync("bot", new() { Input = "x", StreamName = "y" }); }
            """,
            """{ "credentials": { "platform": ["Intent and Entity Detection", "Train FAQ", {|KXO1020:"Chat History"|}] } }"""
        );

    [Fact]
    public async Task The_first_action_adds_the_scope_of_the_credential_that_the_manifest_has()
    {
        using var solution = Open(
            "class P(KoreXoClient xo) { public Task A() => xo.Analytics.{|KXO1001:FindIntentAsync|}(\"bot\", new() { Input = \"x\", StreamName = \"y\" }); }",
            """{ "credentials": { "admin": [] } }"""
        );
        var project = solution.Solution.Projects.Single();
        var missing = Assert.Single(await TestSolution.AnalyzeAsync(project));

        var action = (await Testing.CodeFixes.OfferedAsync(project, missing))[0];
        var changed = await Testing.CodeFixes.ApplyAsync(action);

        Assert.Equal("Add 'Intent Identification > Intent and Entity Detection' (admin) in travel.scopes.json", action.Title);
        Assert.Empty(await TestSolution.AnalyzeAsync(changed.Projects.Single()));
    }

    private static async Task VerifyAnalyzerAsync(string code, string manifest, params string[] messages)
    {
        using var solution = Open(code, manifest);
        var project = Project(code, manifest);
        var found = await solution.AnalyzeAsync(project.Name);

        Findings.Verify(project, found, [], []);
        Assert.All(messages, message => Assert.Contains(message, found.Select(Findings.Words)));
    }

    private static TestSolution Open(string code, string manifest) => new([Project(code, manifest)]);

    private const string Support =
        "internal static class Support { public static KoreXo.BotDefinition.PublishBotRequest Publish => new() { VersionComment = \"nightly\" }; }";

    private static TestProject Project(string code, string manifest) =>
        new("App")
        {
            Libraries = [Reference("KoreXo.dll"), Reference("KoreXo.Runtime.dll")],
            Sources = [new TestFile("Program.cs", Usings + code)],
            Unmarked = [new TestFile("Support.cs", "global using static Support;\n" + Support)],
            AdditionalFiles = [new TestFile("travel.scopes.json", manifest)],
        };

    private static PortableExecutableReference Reference(string file) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
