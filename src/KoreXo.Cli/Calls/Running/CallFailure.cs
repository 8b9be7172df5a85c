using System.Globalization;
using System.Text;
using KoreXo.Cli.Calls.Arguments;
using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Runtime;

namespace KoreXo.Cli.Calls.Running;

/// <summary>Reports why a call failed, and what to do.</summary>
internal static class CallFailure
{
    /// <summary>Returns the exit code of a failure.</summary>
    public static int ExitCode(KoreXoException failure) =>
        failure switch
        {
            KoreXoScopeException => ExitCodes.ScopeMissing,
            { Attempts: 0, MayHaveBeenApplied: false } and not KoreXoRateLimitException and not KoreXoTimeoutException => ExitCodes.Failed,
            { MayHaveBeenApplied: true } and not KoreXoJobFailedException => ExitCodes.OutcomeUnknown,
            _ => ExitCodes.Found,
        };

    public static string Describe(KoreXoException failure, CallOperation operation, ApiDescription api, string? manifest)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"korexo: {ShownText.From(failure.Message)}\n");
        Line(text, "status", failure.Status is { } status ? $"{(int)status} {status}" : null);
        Line(text, "code", failure.Code);
        Line(text, "request id", failure.RequestId);
        Line(text, "attempts", failure.Attempts > 1 ? failure.Attempts.ToString(CultureInfo.InvariantCulture) : null);
        Line(text, "resume token", failure.ResumeToken);
        Line(text, "what to do", Advice(failure, operation, api, manifest));
        return text.ToString();
    }

    private static string? Advice(KoreXoException failure, CallOperation operation, ApiDescription api, string? manifest) =>
        failure switch
        {
            KoreXoScopeException scope => ScopeAdvice(scope, manifest),
            { ResumeToken: not null } and not KoreXoJobFailedException =>
                $"The job may still be running: {operation.Command} --resume TOKEN waits for it.",
            KoreXoAuthenticationException => $"Check client id and secret. {CallCredentials.Advice(api)}",
            KoreXoRateLimitException { RetryAfter: { } wait } =>
                $"Retry in {Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)} seconds.",
            KoreXoNotFoundException =>
                $"Check {string.Join(", ", operation.Arguments.Where(static argument => argument.Place == ArgumentPlace.Path).Select(static argument => argument.Shown).DefaultIfEmpty("the ids"))}.",
            { MayHaveBeenApplied: true } and not KoreXoJobFailedException when !operation.Model.IsIdempotent =>
                "The call may have been applied; check before you retry.",
            { IsTransient: true } => "Retry later.",
            KoreXoValidationException => $"Check the arguments against '{operation.Command} --help'.",
            _ => null,
        };

    private static string ScopeAdvice(KoreXoScopeException failure, string? manifest)
    {
        var scopes = failure.MissingScopes.Count > 0 ? failure.MissingScopes : failure.RequiredScopes;
        var options = string.Concat(scopes.Select(static scope => $" --scope {ArgumentExample.Quote(scope)}"));
        var kind = failure.Credential is { } credential ? $" --credential {credential}" : "";
        var grant =
            $"Grant {string.Join(", ", scopes.Select(static scope => $"'{scope}'"))} to the {failure.Credential ?? ""} app in its console";
        return manifest is null
            ? grant.Replace("  ", " ", StringComparison.Ordinal) + "."
            : $"{grant.Replace("  ", " ", StringComparison.Ordinal)}, then run: korexo scopes add{options}{kind} --manifest {ArgumentExample.Quote(manifest)}";
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {name}: {ShownText.From(value)}\n");
        }
    }
}
