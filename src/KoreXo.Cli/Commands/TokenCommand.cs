using System.CommandLine;
using System.Text.Json.Nodes;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Tokens;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo token</c>: creates a token for a credential, or decodes one.</summary>
internal static class TokenCommand
{
    public const string SecretVariable = "KOREXO_CLIENT_SECRET";

    private const int MostMinutes = 365 * 24 * 60;

    public static Command Create() => new("token", "Create a token for a credential, or decode one.") { Make(), Explain() };

    private static Command Make()
    {
        var clientId = new Option<string>("--client-id") { Description = "The client id of the app.", Required = true };
        var algorithm = new Option<JwtAlgorithm>("--algorithm")
        {
            Description = "The signing algorithm.",
            DefaultValueFactory = static _ => JwtAlgorithm.HS256,
        };
        algorithm.Validators.Add(static result =>
        {
            // An enumeration is also read from a number.
            if (result.Tokens is [var word, ..] && !Enum.GetNames<JwtAlgorithm>().Contains(word.Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError($"--algorithm is '{word.Value}', but must be one of {string.Join(", ", Enum.GetNames<JwtAlgorithm>())}.");
            }
        });
        var claim = new Option<string>("--claim")
        {
            Description = "The claim that carries the client id.",
            DefaultValueFactory = static _ => "appId",
        };
        var minutes = new Option<string>("--minutes")
        {
            Description = "The lifetime of the token, in minutes.",
            DefaultValueFactory = static _ => "5",
        };
        var jti = new Option<bool>("--jti") { Description = "Add a token id (jti), for an app that accepts each token once." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var explain = new Option<bool>("--explain") { Description = "Also decode the token to standard error." };
        var command = new Command(
            "make",
            $"Create a token. The secret comes from standard input or {SecretVariable}, never from an argument, which others could see."
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
                        OptionError.Number("--minutes", parsed.GetValue(minutes)!, 1, MostMinutes, example: 10),
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
        var command = new Command("explain", "Decode a token from standard input. Its signature is not verified.") { json };
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var token = (await StandardInput.ReadAsync(cancellationToken)).Trim();
                    var parts = TokenExplanation.Explain(token, TimeProvider.System.GetUtcNow());
                    await parsed.InvocationConfiguration.Output.WriteAsync(parsed.GetValue(json) ? JsonText.Write(parts) : AsText(parts));
                    return ExitCodes.Success;
                }
            )
        );
        return command;
    }

    // A credential that signs its own tokens needs no endpoint.
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
            : (await StandardInput.ReadAsync(cancellationToken)).Trim();
        if (secret.Length == 0)
        {
            throw new CommandException($"There is no secret: pass it on standard input, or set {SecretVariable}.");
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
        catch (ArgumentException exception)
        {
            throw new CommandException(OptionError.Text(exception), exception);
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
