using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KoreXo.Analyzers.Tests.Sdk;

/// <summary>
/// The flows of the contract over the SDK as it is emitted: its attributes, its guards, its scopes and their other spellings.
/// </summary>
public sealed class RealSdkTests
{
    private const string Manifest = "travel.scopes.json";
    private const string Usings = "using System.Threading.Tasks; using KoreXo; using KoreXo.Analytics; using KoreXo.BotDefinition;\n";
    private const string Support =
        "global using static Support; internal static class Support { public static KoreXo.BotDefinition.PublishBotRequest Publish => new() { VersionComment = \"nightly\" }; }";

    [Fact]
    public Task A_call_lacks_its_scope_on_every_credential() =>
        VerifyAnalyzerAsync(
            """
            class P(KoreXoClient xo)
            {
                public async Task Run()
                {
                    await xo.Analytics.{|KXO1001:FindIntentAsync|}("bot", new() { Input = "x", BotName = "y" });
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
                public Task A() => xo.Analytics.FindIntentAsync("bot", new() { Input = "x", BotName = "y" });
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
            class P(KoreXoClient xo) { [RequiresScopes("Train Faq")] public Task A() => xo.Analytics.FindIntentAsync("bot", new() { Input = "x", BotName = "y" }); }
            """,
            """{ "credentials": { "platform": ["Intent and Entity Detection", "Train FAQ", {|KXO1020:"Chat History"|}] } }"""
        );

    [Fact]
    public Task The_first_action_adds_the_scope_of_the_credential_that_the_manifest_has()
    {
        var test = new ScopeFixTest
        {
            CodeActionVerifier = static (action, verifier) =>
                verifier.Equal("Add 'Intent Identification > Intent and Entity Detection' (admin) in travel.scopes.json", action.Title),
        };
        Fill(
            test.TestState,
            "class P(KoreXoClient xo) { public Task A() => xo.Analytics.{|KXO1001:FindIntentAsync|}(\"bot\", new() { Input = \"x\", BotName = \"y\" }); }",
            """{ "credentials": { "admin": [] } }"""
        );
        test.FixedState.AdditionalFiles.Add(
            (Manifest, """{ "credentials": { "admin": ["Intent Identification > Intent and Entity Detection"] } }""")
        );
        return test.RunAsync();
    }

    private static async Task VerifyAnalyzerAsync(string code, string manifest, params string[] messages)
    {
        var test = new ScopeAnalyzerTest();
        Fill(test.TestState, code, manifest);

        await test.RunAsync();

        Assert.All(messages, message => Assert.Contains(message, test.Reported.Select(Messages.WithoutHint)));
    }

    private static void Fill(ProjectState state, string code, string manifest)
    {
        state.Sources.Add(Usings + code);
        state.Sources.Add(Support);
        state.AdditionalFiles.Add((Manifest, manifest));
        state.AdditionalReferences.Add(Reference("KoreXo.dll"));
        state.AdditionalReferences.Add(Reference("KoreXo.Runtime.dll"));
    }

    private static PortableExecutableReference Reference(string file) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
