using KoreXo.Generator.Tests.Emit;
using KoreXo.Testing.Generators;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace KoreXo.Generator.Tests.Pipeline;

public sealed class IncrementalityTests
{
    private static readonly string[] Steps =
    [
        TrackingNames.Read,
        TrackingNames.Parse,
        TrackingNames.Model,
        TrackingNames.Scopes,
        TrackingNames.Problems,
    ];

    private readonly TestDocument _pets = Document("pets.yaml", "pet");
    private readonly TestDocument _bots = Document("bots.yaml", "bot").With("Operations", "get*");

    [Fact]
    public void Typing_in_user_code_runs_nothing()
    {
        var run = Sample.Run(_pets, _bots).AfterTyping("class Unrelated;");

        Assert.All(Steps, step => Assert.All(run.Reasons(step), static reason => Assert.Equal(Cached, reason)));
        Incrementality.AssertNothingEmitted(run);
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("# a comment\n")]
    public void White_space_and_comments_stop_at_the_model(string added)
    {
        var run = Sample.Run(_pets, _bots);
        var after = run.AfterEdit(_pets, _pets.WithText(added + _pets.GetText()));

        Assert.All(after.Reasons(TrackingNames.Model), static reason => Assert.True(reason is Unchanged or Cached));
        Incrementality.AssertNothingEmitted(after);
    }

    [Fact]
    public void A_moved_line_moves_the_problems_and_emits_nothing()
    {
        var faulty = _pets.WithText(_pets.GetText() + "x-refusals: [{ seconds: 5 }]\n");
        var after = Sample.Run(faulty, _bots).AfterEdit(faulty, faulty.WithText("\n" + faulty.GetText()));

        Assert.Equal([Modified], after.Reasons(TrackingNames.Problems));
        Assert.All(after.Reasons(TrackingNames.Model), static reason => Assert.True(reason is Unchanged or Cached));
        Assert.StartsWith("pets.yaml(6,14)", Assert.Single(after.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_document_is_emitted_again_alone()
    {
        var after = Sample
            .Run(_pets, _bots)
            .AfterEdit(_pets, _pets.WithText(_pets.GetText().ToString().Replace("The pet", "This pet", StringComparison.Ordinal)));

        Assert.Equal([Modified, Cached], after.Reasons(TrackingNames.Parse));
        Assert.Equal([Modified, Unchanged], after.Reasons(TrackingNames.Model));
        Assert.Single(after.OutputReasons(), Modified);
        Assert.All(after.OutputReasons(), static reason => Assert.True(reason is Modified or Cached));
    }

    [Fact]
    public void Equal_options_with_a_filter_parse_nothing()
    {
        var after = Sample.Run(_pets, _bots).AfterEqualOptions();

        Assert.All(after.Reasons(TrackingNames.Parse), static reason => Assert.Equal(Cached, reason));
        Incrementality.AssertNothingRan(after);
    }

    [Fact]
    public void A_removed_fault_removes_its_diagnostic()
    {
        var broken = _pets.WithText("openapi: [");

        Assert.Empty(Sample.Run(broken, _bots).AfterEdit(broken, _pets).Diagnostics);
    }

    [Fact]
    public void Models_hold_values_only()
    {
        var run = Sample.Run([.. Sample.Names.Select(static name => Sample.Document(name).With("ClientName", Naming(name)))]);
        var types = Steps.Skip(1).SelectMany(run.Values).SelectMany(static value => ObjectGraph.Types(value)).ToList();

        Assert.True(types.Count > 50);
        Assert.DoesNotContain(
            types,
            static type =>
                type.Key.Assembly.GetName().Name
                    is not ("KoreXo.Generator" or "KoreXo.OpenApi" or "System.Private.CoreLib" or "System.Collections.Immutable")
        );
        Assert.DoesNotContain(
            types,
            static type => type.Key.Namespace is "KoreXo.OpenApi.Text" or "KoreXo.Generator.Binding" && type.Key.Name is not "ParseResult"
        );
    }

    private static string Naming(string name) => Generator.Naming.CSharpName.Pascal(name) + "Client";

    private static TestDocument Document(string path, string word) =>
        new TestDocument(
            path,
            $$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            x-known-scopes: [{ name: {{word}} }]
            paths: { /{{word}}: { get: { operationId: get-{{word}}, summary: The {{word}}., x-scopes: [{ scopes: [{{word}}] }], responses: { '204': { description: Done. } } } } }

            """
        ).With("Namespace", "Sample." + word);
}
