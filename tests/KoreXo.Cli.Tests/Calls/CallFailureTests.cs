using System.Net;
using KoreXo.Cli.Calls.Running;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a script reads from the exit code of a call that failed, and a person from its text.</summary>
public sealed class CallFailureTests
{
    public static TheoryData<string, int, string> Failures =>
        new()
        {
            { "never sent", 2, "korexo: m\n" },
            {
                "rejected",
                1,
                "korexo: m\n  status: 400 BadRequest\n  code: E1\n  request id: r-1\n  what to do: Check the arguments against 'korexo call --document things.yaml get-thing --help'.\n"
            },
            { "not found", 1, "korexo: m\n  status: 404 NotFound\n  what to do: Check --thing.\n" },
            {
                "no access",
                1,
                "korexo: m\n  status: 401 Unauthorized\n  what to do: Check client id and secret. Set KOREXO_CLIENT_ID and KOREXO_CLIENT_SECRET, or pass a file with --credentials.\n"
            },
            { "rate limited", 1, "korexo: m\n  status: 429 TooManyRequests\n  attempts: 3\n  what to do: Retry in 3 seconds.\n" },
            { "broken off", 4, "korexo: m\n  what to do: The call may have been applied; check before you retry.\n" },
            { "server error", 1, "korexo: m\n  status: 503 ServiceUnavailable\n  what to do: Retry later.\n" },
            { "job failed", 1, "korexo: m\n  resume token: t-1\n" },
            {
                "job unknown",
                4,
                "korexo: m\n  resume token: t-1\n  what to do: The job may still be running: korexo call --document things.yaml get-thing --resume TOKEN waits for it.\n"
            },
            {
                "scope missing",
                3,
                "korexo: m\n  what to do: Grant 'a b', 'c' to the admin app in its console, then run: korexo scopes add --scope 'a b' --scope c --credential admin --manifest bot.scopes.json\n"
            },
            { "forged", 2, "korexo: m\\u001B[2J\n  code: x\\u000Ay\n" },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_has_an_exit_code_and_advice(string kind, int exitCode, string text)
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: getThing
            parameters: [{ name: thingId, in: path, required: true, schema: { type: string } }]
            responses: { "204": { description: Done. } }
            """,
            path: "/things/{thingId}"
        );
        var failure = Failure(kind);

        Assert.Equal(exitCode, CallFailure.ExitCode(failure));
        Assert.Equal(
            text,
            CallFailure.Describe(
                failure,
                operation,
                new KoreXo.Cli.Calls.Requests.CallDescriptors(operation.Document.Context).Api,
                "bot.scopes.json"
            )
        );
    }

    [Fact]
    public void Without_a_manifest_a_missing_scope_is_granted_in_the_console()
    {
        var operation = WrittenDocument.Operation("operationId: getThing\nresponses: { \"204\": { description: Done. } }", path: "/things");
        var failure = new KoreXoScopeException("m") { RequiredScopes = ["a"] };

        Assert.EndsWith(
            "  what to do: Grant 'a' to the app in its console.\n",
            CallFailure.Describe(
                failure,
                operation,
                new KoreXo.Cli.Calls.Requests.CallDescriptors(operation.Document.Context).Api,
                manifest: null
            ),
            StringComparison.Ordinal
        );
    }

    private static KoreXoException Failure(string kind) =>
        kind switch
        {
            "rejected" => new KoreXoValidationException("m")
            {
                Status = HttpStatusCode.BadRequest,
                Code = "E1",
                RequestId = "r-1",
                Attempts = 1,
            },
            "not found" => new KoreXoNotFoundException("m") { Status = HttpStatusCode.NotFound, Attempts = 1 },
            "no access" => new KoreXoAuthenticationException("m") { Status = HttpStatusCode.Unauthorized, Attempts = 1 },
            "rate limited" => new KoreXoRateLimitException("m")
            {
                Status = HttpStatusCode.TooManyRequests,
                Attempts = 3,
                RetryAfter = TimeSpan.FromSeconds(2.1),
            },
            "broken off" => new KoreXoException("m")
            {
                Attempts = 1,
                MayHaveBeenApplied = true,
                IsTransient = true,
            },
            "server error" => new KoreXoException("m")
            {
                Status = HttpStatusCode.ServiceUnavailable,
                Attempts = 1,
                IsTransient = true,
            },
            "job failed" => new KoreXoJobFailedException("m")
            {
                ResumeToken = "t-1",
                Attempts = 1,
                MayHaveBeenApplied = true,
            },
            "job unknown" => new KoreXoTimeoutException("m") { ResumeToken = "t-1", MayHaveBeenApplied = true },
            "scope missing" => new KoreXoScopeException("m") { MissingScopes = ["a b", "c"], Credential = "admin" },
            "forged" => new KoreXoException("m\u001b[2J") { Code = "x\ny" },
            _ => new KoreXoException("m"),
        };
}
