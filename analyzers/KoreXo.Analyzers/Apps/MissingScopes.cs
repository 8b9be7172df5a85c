using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Apps;

/// <summary>What the apps of a project lack, ready to be reported.</summary>
internal sealed class MissingScopes
{
    private const string Noun = "scope ";

    private readonly ImmutableArray<(ScopeApp App, ImmutableArray<AlternativeGap> Gaps)> _lacking;

    private MissingScopes(ImmutableArray<(ScopeApp App, ImmutableArray<AlternativeGap> Gaps)> lacking) => _lacking = lacking;

    /// <summary>
    /// Formats the missing scopes: <c>scope 'a' and 'b' or 'c' (user)</c>. Where apps lack different scopes, the text lists them per app,
    /// the last one without the app's name, which is <see cref="Apps"/>.
    /// </summary>
    /// <param name="verb">What stands between the scopes and the app: <c>, which app '{0}' does not hold</c>.</param>
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

    /// <summary>Gets the apps that lack what is described last, to be put between quotes.</summary>
    public string Apps => Names(ByGap[ByGap.Count - 1]);

    private List<IGrouping<string, ScopeApp>> ByGap =>
        field ??= [.. _lacking.GroupBy(static entry => Describe(entry.Gaps), static entry => entry.App, StringComparer.Ordinal)];

    /// <summary>Gets the fixes, for <see cref="Diagnostic.Properties"/>: fewest scopes first.</summary>
    public ImmutableDictionary<string, string?> Properties =>
        ManifestAddition.Write(
            ImmutableDictionary<string, string?>.Empty,
            _lacking.SelectMany(static entry => Choices(entry.App, entry.Gaps)).OrderBy(static addition => addition.Scopes.Length)
        );

    /// <summary>Puts a question to every app.</summary>
    /// <returns><see langword="null"/> if no app lacks anything.</returns>
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

    /// <summary>Describes what is missing, alternative by alternative.</summary>
    public static string Describe(ImmutableArray<AlternativeGap> gaps) =>
        Noun
        + string.Join(" or ", gaps.Select(static gap => Describe(gap.Alternative.Credential, gap.Scopes)).Distinct(StringComparer.Ordinal));

    // Where no credential fits that the manifest has, one is added to it.
    private static IEnumerable<ManifestAddition> Choices(ScopeApp app, ImmutableArray<AlternativeGap> gaps)
    {
        var kinds = app.File.Manifest.Credentials.Select(static credential => credential.Kind).ToImmutableHashSet(StringComparer.Ordinal);
        var choices = gaps.SelectMany(static gap => gap.Credentials)
            .Where(gap => gap.Kind is not null && kinds.Contains(gap.Kind))
            .Select(gap => new ManifestAddition(app.File.Path, gap.Kind!, gap.Scopes))
            .ToList();
        return choices.Count > 0
            ? choices
            : gaps.Select(gap => new ManifestAddition(app.File.Path, gap.Alternative.Credential ?? "", gap.Scopes));
    }

    private static string Names(IEnumerable<ScopeApp> apps) =>
        string.Join("', '", apps.Select(static app => app.Name).Distinct(StringComparer.Ordinal));

    private static string Sentence(IReadOnlyList<string> parts) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))}, and {parts[parts.Count - 1]}";

    private static string Describe(string? credential, IEnumerable<string> scopes) =>
        string.Join(" and ", scopes.Select(static scope => $"'{scope}'")) + (credential is null ? "" : $" ({credential})");
}
