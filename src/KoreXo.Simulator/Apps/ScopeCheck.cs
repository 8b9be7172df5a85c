using KoreXo.OpenApi.Vocabulary;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator;

/// <summary>Checks whether an app may call an operation: it must hold all scopes of one alternative for its kind.</summary>
internal static class ScopeCheck
{
    /// <exception cref="RefusalException">403, with the missing scopes.</exception>
    public static void Demand(ApiOperation operation, SimulatedApp app, ScopeVocabulary vocabulary)
    {
        if (operation.Scopes is not { Count: > 0 } alternatives)
        {
            return;
        }

        var kind = app.Credential;
        var own = alternatives.Where(alternative => alternative.IsFor(kind)).ToList();
        if (own.Count == 0)
        {
            var kinds = string.Join(" or ", alternatives.Select(alternative => alternative.Credential).Distinct(StringComparer.Ordinal));
            throw RefusalException.Forbidden($"This API cannot be called with a {kind} app, only with: {kinds}.");
        }

        var held = vocabulary.Expand(app.Scopes);

        // If several alternatives would do, the message names the one that is nearest to being met.
        var missing = own.Select(alternative => Missing(alternative, held, vocabulary)).MinBy(scopes => scopes.Count)!;
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing.Select(scope => $"'{scope}'"));
            throw RefusalException.Forbidden(
                $"The {app} does not hold the scope{(missing.Count > 1 ? "s" : "")} {names} that this API needs."
            );
        }
    }

    public static bool Allows(ApiOperation operation, SimulatedApp app, ScopeVocabulary vocabulary) =>
        operation.Scopes is not { Count: > 0 } alternatives
        || vocabulary.Expand(app.Scopes) is var held
            && alternatives.Any(alternative => alternative.IsFor(app.Credential) && Missing(alternative, held, vocabulary).Count == 0);

    private static List<string> Missing(ScopeAlternative alternative, IReadOnlySet<string> held, ScopeVocabulary vocabulary) =>
        [.. alternative.Scopes.Where(scope => !held.Contains(vocabulary.Canonical(scope)))];
}
