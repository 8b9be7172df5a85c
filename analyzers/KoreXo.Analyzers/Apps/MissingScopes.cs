using System.Collections.Immutable;
using System.Globalization;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Apps;

/// <summary>The scopes that the apps of a project are missing, ready to be reported.</summary>
internal sealed class MissingScopes
{
    private const string Noun = "scope ";

    private readonly ImmutableArray<(ScopeApp App, ImmutableArray<AlternativeGap> Gaps)> _lacking;

    private MissingScopes(ImmutableArray<(ScopeApp App, ImmutableArray<AlternativeGap> Gaps)> lacking) => _lacking = lacking;

    /// <summary>
    /// Formats the missing scopes: <c>scope 'a' and 'b' or 'c' (user)</c>. If apps are missing different scopes, the message lists them per
    /// app; the last entry omits the app's name, which is <see cref="Apps"/>.
    /// </summary>
    /// <param name="verb">The words between the scopes and the app: <c>, which app '{0}' does not hold</c>.</param>
    public string Description(string verb)
    {
        var parts = ByGap.Select(
            (same, index) =>
            {
                var scopes = index == 0 ? same.Key : same.Key.Substring(Noun.Length);
                return index == ByGap.Count - 1 ? scopes : scopes + string.Format(CultureInfo.InvariantCulture, verb, Names(same));
            }
        );
        return Sentence([.. parts]);
    }

    /// <summary>Gets the names of the apps that the description ends with, to be placed in quotes.</summary>
    public string Apps => Names(ByGap[ByGap.Count - 1]);

    private List<IGrouping<string, ScopeApp>> ByGap =>
        field ??= [.. _lacking.GroupBy(static entry => Describe(entry.Gaps, entry.App), static entry => entry.App, StringComparer.Ordinal)];

    /// <summary>Gets the fixes for <see cref="Diagnostic.Properties"/>, fewest scopes first.</summary>
    public ImmutableDictionary<string, string?> Properties =>
        ManifestAddition.Write(
            ImmutableDictionary<string, string?>.Empty,
            _lacking.SelectMany(static entry => Choices(entry.App, entry.Gaps)).OrderBy(static addition => addition.Scopes.Length)
        );

    /// <summary>Collects the missing scopes of every app.</summary>
    /// <returns><see langword="null"/> if no app is missing anything.</returns>
    public static MissingScopes? Find(ImmutableArray<ScopeApp> apps, Func<ScopeApp, ImmutableArray<AlternativeGap>> missing)
    {
        var lacking = ImmutableArray.CreateBuilder<(ScopeApp App, ImmutableArray<AlternativeGap> Gaps)>();
        foreach (var app in apps)
        {
            if (missing(app) is { IsEmpty: false } gaps)
            {
                lacking.Add((app, gaps));
            }
        }

        return lacking.Count == 0 ? null : new MissingScopes(lacking.ToImmutable());
    }

    /// <summary>Describes the missing scopes, alternative by alternative.</summary>
    /// <param name="gaps">What is missing.</param>
    /// <param name="app">The app that it is missing; if its manifest lists scopes for each resource, the description says where one is
    /// needed for every resource.</param>
    public static string Describe(ImmutableArray<AlternativeGap> gaps, ScopeApp? app = null) =>
        Noun + string.Join(" or ", gaps.Select(gap => Describe(gap, app)).Distinct(StringComparer.Ordinal));

    // If no credential of the manifest fits, a new one is added.
    private static IEnumerable<ManifestAddition> Choices(ScopeApp app, ImmutableArray<AlternativeGap> gaps)
    {
        var kinds = app.File.Manifest.Credentials.Select(static credential => credential.Kind).ToImmutableHashSet(StringComparer.Ordinal);
        var choices = gaps.SelectMany(static gap => gap.Credentials.Select(credential => (gap.Alternative, credential)))
            .Where(choice => choice.credential.Kind is not null && kinds.Contains(choice.credential.Kind))
            .Select(choice => Choice(choice.Alternative, choice.credential.Kind!, choice.credential.Scopes))
            .ToList();
        return choices.Count > 0 ? choices : gaps.Select(gap => Choice(gap.Alternative, gap.Alternative.Credential ?? "", gap.Scopes));

        // A list stays a list. A kind of credential that the manifest does not have gets a list for each resource if the call is about one,
        // so that the next addition does not have to be for every resource.
        ManifestAddition Choice(ScopeAlternative alternative, string kind, ImmutableArray<string> scopes)
        {
            var isPerResource = app.File.Manifest.Credentials.FirstOrDefault(credential => credential.Kind == kind) is { } credential
                ? credential.IsPerResource
                : kind.Length > 0 && (alternative.Parameter is not null || alternative.Resource is not null);
            return new ManifestAddition(app.File.Path, kind, scopes)
            {
                Resource = isPerResource ? alternative.ResourceName ?? ResourceScope.Everywhere : null,
            };
        }
    }

    private static string Names(IEnumerable<ScopeApp> apps) =>
        string.Join("', '", apps.Select(static app => app.Name).Distinct(StringComparer.Ordinal));

    private static string Sentence(IReadOnlyList<string> parts) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))}, and {parts[parts.Count - 1]}";

    private static string Describe(AlternativeGap gap, ScopeApp? app)
    {
        var credential = gap.Alternative.Credential;
        var resource = gap.Alternative.ResourceName ?? (app?.IsPerResource(credential) == true ? ResourceScope.Everywhere : null);
        return string.Join(" and ", gap.Scopes.Select(static scope => $"'{scope}'"))
            + ResourceScope.On(resource)
            + (credential is null ? "" : $" ({credential})");
    }
}
