using System.Collections.Immutable;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Testing;

namespace KoreXo.Analyzers.Tests.Editors;

/// <summary>The fixes that change code: declaring scopes on a member, and spelling them right.</summary>
public sealed class DeclarationFixTests
{
    private const string Usings = "using System.Threading.Tasks; using Acme; using KoreXo;\n";

    [Fact]
    public Task A_public_caller_is_annotated_on_a_line_of_its_own() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P\n{\n    /// <summary>Saves.</summary>\n    public Task Save(IFiles f) => f.{|KXO1001:PutAsync|}(new Doc(\"1\"));\n}",
            "class P\n{\n    /// <summary>Saves.</summary>\n    [RequiresScopes(\"files:write\")]\n    public Task Save(IFiles f) => f.PutAsync(new Doc(\"1\"));\n}"
        );

    [Fact]
    public Task All_alternatives_are_declared_with_their_credentials() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { internal Task Save(IFiles f) => f.{|KXO1001:PeekAsync|}(\"1\"); }",
            "class P { [RequiresScopes(\"files:read.bot\", Credential = \"bot\")] [RequiresScopes(\"files:read.user\", Credential = \"user\")] internal Task Save(IFiles f) => f.PeekAsync(\"1\"); }"
        );

    [Fact]
    public Task What_is_declared_is_extended_since_two_attributes_are_alternatives() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { [RequiresScopes(\"files:read\")] public Task Get(IFiles f) => f.{|KXO1001:GetWithOwnerAsync|}(\"1\"); }",
            "class P { [RequiresScopes(\"files:read\", \"users:read\")] public Task Get(IFiles f) => f.GetWithOwnerAsync(\"1\"); }"
        );

    [Fact]
    public Task The_parameter_with_the_resource_is_declared() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { public Task Get(Tables t, string name) => t.{|KXO1001:ReadAsync|}(name); }",
            "class P { [RequiresScopes(\"rows:read\", Credential = \"data\", ResourceParameter = \"name\")] public Task Get(Tables t, string name) => t.ReadAsync(name); }"
        );

    [Fact]
    public Task A_resource_that_never_changes_is_declared() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { public Task Get(Tables t) => t.{|KXO1001:ReadAsync|}(\"A\"); }",
            "class P { [RequiresScopes(\"rows:read\", Credential = \"data\", Resource = \"A\")] public Task Get(Tables t) => t.ReadAsync(\"A\"); }"
        );

    [Fact]
    public Task Where_nothing_names_the_resource_every_one_is_declared() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { public Task Get(Tables t, string[] names) => t.{|KXO1001:ReadAsync|}(names[0]); }",
            "class P { [RequiresScopes(\"rows:read\", Credential = \"data\")] public Task Get(Tables t, string[] names) => t.ReadAsync(names[0]); }"
        );

    [Fact]
    public Task An_interface_declares_the_parameter_in_its_own_words() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "interface I { Task M(int at, string table); } class D(Tables t) : I { public Task M(int at, string name) => t.{|KXO1001:ReadAsync|}(name); }",
            "interface I { [RequiresScopes(\"rows:read\", Credential = \"data\", ResourceParameter = \"table\")] Task M(int at, string table); } class D(Tables t) : I { public Task M(int at, string name) => t.ReadAsync(name); }"
        );

    [Fact]
    public Task A_getter_is_annotated_through_its_property() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { IFiles f = null!; public int Count => f.{|KXO1001:Count|}; }",
            "class P { IFiles f = null!; [RequiresScopes(\"files:read\")] public int Count => f.Count; }"
        );

    [Fact]
    public Task A_private_member_that_is_called_is_annotated() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { public Task Run(IFiles f) => Save(f); Task Save(IFiles f) => f.{|KXO1001:PutAsync|}(new Doc(\"1\")); }",
            "class P { public Task Run(IFiles f) => {|KXO1001:Save|}(f); [RequiresScopes(\"files:write\")] Task Save(IFiles f) => f.PutAsync(new Doc(\"1\")); }"
        );

    [Fact]
    public Task The_base_of_an_override_is_annotated() =>
        VerifyCodeFixAsync(
            "KXO1007",
            "class B { public virtual void M() { } } class D : B { [RequiresScopes(\"admin\")] public override void {|KXO1007:M|}() { } }",
            "class B { [RequiresScopes(\"admin\")] public virtual void M() { } } class D : B { [RequiresScopes(\"admin\")] public override void M() { } }"
        );

    [Fact]
    public Task What_an_override_needs_is_declared_on_its_base() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class B { public virtual Task M(IFiles f) => Task.CompletedTask; } class D : B { public override Task M(IFiles f) => f.{|KXO1001:PutAsync|}(new Doc(\"1\")); }",
            "class B { [RequiresScopes(\"files:write\")] public virtual Task M(IFiles f) => Task.CompletedTask; } class D : B { public override Task M(IFiles f) => f.PutAsync(new Doc(\"1\")); }"
        );

    [Fact]
    public Task What_a_hidden_implementation_needs_is_declared_on_the_interface() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "interface I { Task M(); } class D(IFiles f) : I { public Task M() => f.{|KXO1001:PutAsync|}(new Doc(\"1\")); }",
            "interface I { [RequiresScopes(\"files:write\")] Task M(); } class D(IFiles f) : I { public Task M() => f.PutAsync(new Doc(\"1\")); }"
        );

    [Fact]
    public Task What_an_implementation_needs_that_others_can_call_is_declared_on_both() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "public interface I { Task M(); } public class D(IFiles f) : I { public Task M() => f.{|KXO1001:PutAsync|}(new Doc(\"1\")); }",
            "public interface I { [RequiresScopes(\"files:write\")] Task M(); } public class D(IFiles f) : I { [RequiresScopes(\"files:write\")] public Task M() => f.PutAsync(new Doc(\"1\")); }"
        );

    [Fact]
    public Task An_app_is_named_as_its_manifest_names_it() =>
        VerifyCodeFixAsync(
            "KXO1006",
            "class P { [ScopeApp({|KXO1006:\"Bot\"|})] void M() { } }",
            "class P { [ScopeApp(\"bot\")] void M() { } }"
        );

    [Fact]
    public Task A_kind_of_credential_is_spelt_right() =>
        VerifyCodeFixAsync(
            "KXO1006",
            "class P { [RequiresScopes(\"files:write\", Credential = {|KXO1006:\"Bot\"|})] void M() { } }",
            "class P { [RequiresScopes(\"files:write\", Credential = \"bot\")] void M() { } }"
        );

    [Fact]
    public async Task A_library_declares_all_that_its_members_need_each_once()
    {
        const string code =
            "public interface IStore { Task SaveAsync(); }\n"
            + "public class Store(IFiles f) : IStore { public async Task SaveAsync() { await f.{|KXO1009:PutAsync|}(null!); await f.{|KXO1009:GetWithOwnerAsync|}(\"1\"); await f.{|KXO1009:PutAsync|}(null!); } public Task PeekAsync() => f.{|KXO1009:PeekAsync|}(\"1\"); }";
        const string fixedCode =
            "public interface IStore { [RequiresScopes(\"files:write\", \"files:read\", \"users:read\")] Task SaveAsync(); }\n"
            + "public class Store(IFiles f) : IStore { [RequiresScopes(\"files:write\", \"files:read\", \"users:read\")] public async Task SaveAsync() { await f.PutAsync(null!); await f.GetWithOwnerAsync(\"1\"); await f.PutAsync(null!); } [RequiresScopes(\"files:read.bot\", Credential = \"bot\")] [RequiresScopes(\"files:read.user\", Credential = \"user\")] public Task PeekAsync() => f.PeekAsync(\"1\"); }";
        var test = new ScopeFixTest { TestCode = Usings + code, FixedCode = Usings + fixedCode };
        test.TestState.AdditionalReferences.Add(Cases.AcmeSdk.Reference);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "[*.cs]\ndotnet_diagnostic.KXO1009.severity = warning\n"));

        await test.RunAsync();
    }

    [Fact]
    public Task A_scope_is_spelt_right() =>
        VerifyCodeFixAsync(
            "KXO1006",
            "class P { [RequiresScopes({|KXO1006:\"files:wirte\"|} /* why */)] void M() { } }",
            "class P { [RequiresScopes(\"files:write\" /* why */)] void M() { } }"
        );

    [Fact]
    public Task A_name_that_is_not_imported_is_qualified() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { public System.Threading.Tasks.Task Save(Acme.IFiles f) => f.{|KXO1001:PutAsync|}(new Acme.Doc(\"1\")); }",
            "class P { [global::KoreXo.RequiresScopes(\"files:write\")] public System.Threading.Tasks.Task Save(Acme.IFiles f) => f.PutAsync(new Acme.Doc(\"1\")); }",
            usings: ""
        );

    [Theory]
    [InlineData("class P { Task Uncalled(IFiles f) => f.{|KXO1001:PutAsync|}(new Doc(\"1\")); }")]
    [InlineData("class P { public void Run(IFiles f) { System.Func<Task> a = () => f.{|KXO1001:PutAsync|}(new Doc(\"1\")); } }")]
    [InlineData("class P { static IFiles f = null!; Task t = f.{|KXO1001:PutAsync|}(new Doc(\"1\")); }")]
    [InlineData("class P { static IFiles f = null!; static P() { f.{|KXO1001:PutAsync|}(new Doc(\"1\")); } }")]
    [InlineData(
        "class D(IFiles f) : System.IAsyncDisposable { public ValueTask DisposeAsync() { f.{|KXO1001:PutAsync|}(new Doc(\"1\")); return default; } }"
    )]
    [InlineData("[RequiresScopes(\"admin\")] class P { public Task M(IFiles f) => f.{|KXO1001:PutAsync|}(new Doc(\"1\")); }")]
    [InlineData(
        "class P { [RequiresScopes(\"admin\", Credential = \"x\")] public Task M(IFiles f) => f.{|KXO1001:PutAsync|}(new Doc(\"1\")); }"
    )]
    public Task Nothing_is_declared_where_it_would_help_nobody(string code)
    {
        var test = new DeclarationTest("KXO1001", Usings + code, Usings + code) { NumberOfIncrementalIterations = 0 };
        return test.RunAsync();
    }

    private static Task VerifyCodeFixAsync(string id, string code, string expected, string usings = Usings) =>
        new DeclarationTest(id, usings + code, usings + expected).RunAsync();

    /// <summary>Applies the action that changes code to the first diagnostic with an id; those for the manifest are left out.</summary>
    private sealed class DeclarationTest : ScopeFixTest
    {
        private readonly string _id;

        public DeclarationTest(string id, string code, string expected)
        {
            _id = id;
            TestCode = code;
            TestState.AdditionalFiles.Add(("bot.scopes.json", """{ "scopes": [] }"""));
            TestState.AdditionalReferences.Add(Cases.AcmeSdk.Reference);
            FixedCode = expected;
            FixedState.MarkupHandling = MarkupMode.Allow;
            CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        }

        protected override Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) =>
            fixableDiagnostics.FirstOrDefault(diagnostic => diagnostic.Id == _id);

        protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions) =>
            [.. base.FilterCodeActions(actions).Where(static action => !action.Title.StartsWith("Add ", StringComparison.Ordinal))];
    }
}
