using System.Net;

namespace KoreXo.Simulator.Tests.Apps;

public sealed class ScopeTests : PlatformTest
{
    private const string Read = "Read access to the Data Table";
    private const string Write = "Write access to the Data Table";
    private const string Update = """{"query":{"expressions":[{"field":"a","operand":"=","value":"1"}],"operator":"and"},"data":{"b":1}}""";

    protected override Task PrepareAsync()
    {
        Platform.AddTable("T");
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_missing_scope_is_named_and_nothing_is_done()
    {
        var reply = await As(Platform.AddApp(AppKind.Data, Read)).PostAsync("/api/public/tables/T", """{"data":{"a":1}}""");

        Assert.Contains($"'{Write}'", reply.Refusal(HttpStatusCode.Forbidden), StringComparison.Ordinal);
        Assert.Equal(0, Platform.Tables["T"].Count);
    }

    [Theory]
    [InlineData(Read, Write)]
    [InlineData(Write, Read)]
    public async Task All_scopes_of_an_alternative_are_needed_and_only_the_missing_one_is_named(string held, string missing)
    {
        var refusal = (await As(Platform.AddApp(AppKind.Data, held)).SendAsync("PUT", "/api/public/tables/T", Update)).Refusal(
            HttpStatusCode.Forbidden
        );

        Assert.Contains($"'{missing}'", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain($"'{held}'", refusal, StringComparison.Ordinal);
        (await As(Platform.AddApp(AppKind.Data, Read, Write)).SendAsync("PUT", "/api/public/tables/T", Update)).Success();
    }

    [Theory]
    [InlineData(AppKind.Platform)]
    [InlineData(AppKind.Admin)]
    public async Task A_kind_of_app_that_cannot_call_at_all_is_told_so(AppKind kind)
    {
        var refusal = (await As(Platform.AddAppWithAllScopes(kind)).PostAsync("/api/public/tables/T/query", "{}")).Refusal(
            HttpStatusCode.Forbidden
        );

        Assert.Contains("cannot be called with", refusal, StringComparison.Ordinal);
        Assert.Contains("data", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_is_measured_by_its_own_alternative()
    {
        var bot = Platform.AddBot("Travel");
        var target = $"/api/public/bot/{bot.Id}/export";
        const string Body = """{"exportType":"latest"}""";

        (await As(Platform.AddApp(AppKind.Platform, "Bot Export")).PostAsync(target, Body)).Success();
        (await As(Platform.AddApp(AppKind.Admin, "Bot Definition > Bot Export")).PostAsync(target, Body)).Success();
        Assert.Contains(
            "'Bot Definition > Bot Export'",
            (await As(Platform.AddApp(AppKind.Admin, "Bot Export")).PostAsync(target, Body)).Refusal(HttpStatusCode.Forbidden),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_spelling_that_the_documents_know_grants_the_same()
    {
        var app = Platform.AddApp(AppKind.Data, "Write access to the Data Table from the Data Definition in DaaS");

        Assert.Equal([Write], app.Scopes);
        (await As(app).PostAsync("/api/public/tables/T", """{"data":{"a":1}}""")).Success();
    }

    [Fact]
    public async Task Scopes_can_be_granted_and_revoked_while_it_runs()
    {
        var app = Platform.AddApp(AppKind.Data);
        var caller = As(app);
        (await caller.PostAsync("/api/public/tables/T/query", "{}")).Refusal(HttpStatusCode.Forbidden);

        app.Grant(Read);
        (await caller.PostAsync("/api/public/tables/T/query", "{}")).Success();

        app.Revoke(Read);
        (await caller.PostAsync("/api/public/tables/T/query", "{}")).Refusal(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void A_scope_that_no_document_knows_is_a_mistake_of_the_test() =>
        Assert.Contains(
            "'Bot Exprt'",
            Assert.Throws<ArgumentException>(() => Platform.AddApp(AppKind.Platform, "Bot Exprt")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_app_with_all_scopes_holds_what_the_documents_ask_of_its_kind()
    {
        Assert.Contains("Delete access to the Data Table", Platform.AddAppWithAllScopes(AppKind.Data).Scopes);
        Assert.Contains("Bot Publish > Publish", Platform.AddAppWithAllScopes(AppKind.Admin).Scopes);
        Assert.DoesNotContain("Bot Publish > Publish", Platform.AddAppWithAllScopes(AppKind.Platform).Scopes);
    }
}
