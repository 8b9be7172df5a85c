using System.CommandLine;
using System.Text.Json.Nodes;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Tokens;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo token</c>: makes a token for a credential, or takes one apart.</summary>
internal static class TokenCommand
{
    public const string SecretVariable = "KOREXO_CLIENT_SECRET";

    public static Command Create() => new("token", "Make a token for a credential, or take one apart.") { Make(), Explain() };

    private static Command Make()
    {
        var clientId = new Option<string>("--client-id") { Description = "The client id of the app.", Required = true };
        var algorithm = new Option<JwtAlgorithm>("--algorithm")
        {
            Description = "How to sign.",
            DefaultValueFactory = static _ => JwtAlgorithm.HS256,
        };
        var claim = new Option<string>("--claim")
        {
            Description = "The claim that carries the client id.",
            DefaultValueFactory = static _ => "appId",
        };
        var minutes = new Option<int>("--minutes") { Description = "How long the token is valid.", DefaultValueFactory = static _ => 5 };
        var jti = new Option<bool>("--jti") { Description = "Give the token an id, for an app that accepts each token once." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var explain = new Option<bool>("--explain") { Description = "Tell on the standard error what is in it." };
        var command = new Command(
            "make",
            $"Make a token. The secret comes from the standard input or from {SecretVariable}, never from an argument, which others could see."
        )
        {
            clientId,
            algorithm,
            claim,
            minutes,
            jti,
            explain,
            json,
        };
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var token = await MakeAsync(
                        parsed.GetValue(clientId)!,
                        parsed.GetValue(algorithm),
                        parsed.GetValue(claim)!,
                        parsed.GetValue(minutes),
                        parsed.GetValue(jti),
                        cancellationToken
                    );
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(
                        parsed.GetValue(json) ? new JsonObject { ["token"] = token }.ToJsonString() : token
                    );
                    if (parsed.GetValue(explain))
                    {
                        await parsed.InvocationConfiguration.Error.WriteAsync(
                            JsonText.Write(TokenExplanation.Explain(token, TimeProvider.System.GetUtcNow()))
                        );
                    }

                    return ExitCodes.Success;
                }
            )
        );
        return command;
    }

    private static Command Explain()
    {
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("explain", "Take a token from the standard input apart. Its signature is not checked.") { json };
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var token = (await Console.In.ReadToEndAsync(cancellationToken)).Trim();
                    var parts = TokenExplanation.Explain(token, TimeProvider.System.GetUtcNow());
                    await parsed.InvocationConfiguration.Output.WriteAsync(parsed.GetValue(json) ? JsonText.Write(parts) : AsText(parts));
                    return ExitCodes.Success;
                }
            )
        );
        return command;
    }

    // What signs by itself needs none.
    private static readonly Uri NoEndpoint = new("https://localhost");

    private static async Task<string> MakeAsync(
        string clientId,
        JwtAlgorithm algorithm,
        string claim,
        int minutes,
        bool jti,
        CancellationToken cancellationToken
    )
    {
        var secret = Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } fromEnvironment
            ? fromEnvironment
            : (await Console.In.ReadToEndAsync(cancellationToken)).Trim();
        if (secret.Length == 0)
        {
            throw new CommandException($"There is no secret: write it to the standard input, or set {SecretVariable}.");
        }

        try
        {
            var credential = new JwtCredential(clientId, secret, algorithm)
            {
                ClaimName = claim,
                EnforceJti = jti,
                Lifetime = TimeSpan.FromMinutes(minutes),
            };
            return (await credential.GetTokenAsync(new TokenRequestContext(NoEndpoint), cancellationToken)).Value;
        }
        catch (ArgumentException fault)
        {
            throw new CommandException(OptionError.Text(fault), fault);
        }
    }

    private static string AsText(JsonObject parts) =>
        string.Concat(
            parts.Select(static part =>
                part.Value is JsonArray remarks
                    ? string.Concat(remarks.Select(static remark => $"- {remark}\n"))
                    : $"{part.Key}: {JsonText.Write(part.Value!)}"
            )
        );
}
