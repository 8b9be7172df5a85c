using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Apps;

/// <summary>What the apps of a project lack, ready to be reported.</summary>
internal sealed class MissingScopes
{
    private readonly ImmutableArray<(ScopeApp App, ImmutableArray<AlternativeGap> Gaps)> _lacking;

    private MissingScopes(ImmutableArray<(ScopeApp App, ImmutableArray<AlternativeGap> Gaps)> lacking) => _lacking = lacking;

    /// <summary>Gets what is missing in words: <c>scope 'a' and 'b' or 'c' (user)</c>.</summary>
    public string Description => Describe([.. _lacking.Select(static entry => entry.Gaps)]);

    /// <summary>Gets the apps that lack it, to be put between quotes.</summary>
    public string Apps => string.Join("', '", _lacking.Select(static entry => entry.App.Name).Distinct(StringComparer.Ordinal));

    /// <summary>Gets the fixes, for <see cref="Diagnostic.Properties"/>: fewest scopes first.</summary>
    public ImmutableDictionary<string, string?> Properties =>
        ManifestAddition.Write(
            ImmutableDictionary<string, string?>.Empty,
            _lacking
                .SelectMany(static entry => entry.Gaps.SelectMany(gap => gap.Credentials.Select(credential => (entry.App, credential))))
                .Where(static choice => choice.App.File.Manifest.Credentials.Any(held => held.Kind == choice.credential.Kind))
                .OrderBy(static choice => choice.credential.Scopes.Length)
                .Select(static choice => new ManifestAddition(choice.App.File.Path, choice.credential.Kind!, choice.credential.Scopes))
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

    /// <summary>Describes what is missing, alternative by alternative, over several apps.</summary>
    public static string Describe(params ImmutableArray<ImmutableArray<AlternativeGap>> byApp)
    {
        var alternatives = byApp
            .SelectMany(static gaps => gaps)
            .GroupBy(static gap => gap.Alternative)
            .Select(static gaps =>
                Describe(gaps.Key.Credential, gaps.Key.Scopes.Intersect(gaps.SelectMany(static gap => gap.Scopes), StringComparer.Ordinal))
            );
        return "scope " + string.Join(" or ", alternatives.Distinct(StringComparer.Ordinal));
    }

    private static string Describe(string? credential, IEnumerable<string> scopes) =>
        string.Join(" and ", scopes.Select(static scope => $"'{scope}'")) + (credential is null ? "" : $" ({credential})");
}
