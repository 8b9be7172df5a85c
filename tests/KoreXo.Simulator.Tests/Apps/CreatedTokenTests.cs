using System.Net;

namespace KoreXo.Simulator.Tests.Apps;

/// <summary>The tokens and the commands that the simulator itself creates.</summary>
public sealed class CreatedTokenTests : PlatformTest
{
    private const string Query = "/api/public/tables/T/query";

    private SimulatedApp _app = null!;
    private TestCaller _caller = null!;

    protected override void Configure(XoSimulatorOptions options) =>
        options.Documents.Add(
            """
            openapi: 3.0.3
            info: { title: Shop, version: '1' }
            paths:
              /files/{name}.{kind}/{from}-{to}:
                get:
                  operationId: getFile
                  parameters:
                    - { name: name, in: path, required: true, schema: { type: string } }
                    - { name: kind, in: path, required: true, schema: { type: string } }
                    - { name: from, in: path, required: true, schema: { type: string } }
                    - { name: to, in: path, required: true, schema: { type: string } }
                    - { name: q, in: query, schema: { type: string } }
                  responses: {}
            """
        );

    protected override Task PrepareAsync()
    {
        Platform.AddTable("T");
        _app = Platform.AddAppWithAllScopes(AppKind.Data);
        _caller = As(_app);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_token_is_good_for_its_lifetime_on_the_clock_of_the_simulator()
    {
        _caller.Token = _app.CreateToken(TimeSpan.FromDays(1));
        Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await _caller.PostAsync(Query, "{}")).Success();
        (await _caller.PostAsync(Query, "{}")).Success();

        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            "The token has expired at 2026-03-02 12:00:00Z.",
            (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized)
        );
    }

    [Fact]
    public async Task A_token_of_an_app_that_enforces_jti_is_good_once()
    {
        _app.EnforceJti = true;
        _caller.Token = _app.CreateToken(TimeSpan.FromHours(1));
        (await _caller.PostAsync(Query, "{}")).Success();

        Assert.Contains(
            "possibly a replay",
            (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized),
            StringComparison.Ordinal
        );
        _caller.Token = _app.CreateToken(TimeSpan.FromHours(1));
        (await _caller.PostAsync(Query, "{}")).Success();
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, -1)]
    [InlineData(false, 253_000_000_000)]
    [InlineData(true, 3601)]
    public void A_lifetime_that_the_platform_would_refuse_is_rejected(bool enforced, long seconds)
    {
        _app.EnforceJti = enforced;

        Assert.Equal(
            "lifetime",
            Assert.Throws<ArgumentOutOfRangeException>(() => _app.CreateToken(TimeSpan.FromSeconds(seconds))).ParamName
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_command_has_a_token_that_works(bool enforced)
    {
        _app.EnforceJti = enforced;
        var command = Platform.CreateCurl("listRows", _app, Values(("tableName", "T")), "{}");

        _caller.Token = command.Split("auth: ")[1].Split('\'')[0];

        (await _caller.PostAsync(Query, "{}")).Success();
    }

    [Fact]
    public void A_command_quotes_what_a_shell_would_read()
    {
        var command = Platform.CreateCurl(
            "listRows",
            _app,
            Values(("tableName", "it's $HOME/`x`"), ("sys_limit", "5"), ("unknown", "x")),
            """{"a":"it's \\ $HOME"}"""
        );

        Assert.StartsWith("curl -sS -X POST -H 'auth: ", command, StringComparison.Ordinal);
        Assert.EndsWith(
            """ -H 'Content-Type: application/json' --data-raw '{"a":"it'\''s \\ $HOME"}' '"""
                + Platform.Endpoint.GetLeftPart(UriPartial.Authority)
                + "/api/public/tables/it%27s%20%24HOME%2F%60x%60/query?sys_limit=5'",
            command,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_segment_of_several_parameters_has_all_of_their_values()
    {
        var values = Values(("name", "a/b"), ("kind", "{x}"), ("from", "1"), ("to", "$1"), ("q", "1&2"));

        Assert.Equal(
            $"curl -sS '{Platform.Endpoint.GetLeftPart(UriPartial.Authority)}/files/a%2Fb.%7Bx%7D/1-%241?q=1%262'",
            Platform.CreateCurl("getFile", _app, values)
        );
    }

    [Theory]
    [InlineData("getFile", "The parameter 'to' of the path is missing.")]
    [InlineData("getNothing", "No document has an operation 'getNothing'.")]
    public void A_command_that_cannot_be_is_rejected(string operation, string reason) =>
        Assert.StartsWith(
            reason,
            Assert
                .Throws<ArgumentException>(() => Platform.CreateCurl(operation, _app, Values(("name", "a"), ("kind", "b"), ("from", "1"))))
                .Message,
            StringComparison.Ordinal
        );

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
}
