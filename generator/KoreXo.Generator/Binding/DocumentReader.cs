using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Options;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Reading;
using KoreXo.OpenApi.Vocabulary;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Generator.Binding;

/// <summary>Builds the model of a document.</summary>
internal static class DocumentReader
{
    public static DocumentModel Read(SpecDocument document, DocumentOptions options, out IEnumerable<string> matched)
    {
        foreach (var (wrong, right) in options.Mistakes)
        {
            document.Report(SpecRules.InvalidOption, null, "", $"'{wrong}'", $"'{right}'");
        }

        var (clientName, stem) = ClientName(document, options);
        var budget = new CodeBudget(document);
        var registry = new TypeRegistry(budget, ReservedNames.OfNamespace(clientName, stem));
        var schemas = new SchemaReader(document, registry, StringFormats(document, options));
        var authentication = new AuthenticationReader(document);
        var scopesFrom = new ScopesFromReader(document, options.ScopesFrom, authentication);
        var declaredScopes = XKnownScopes.Read(document);
        var declaredNames = new HashSet<string>(declaredScopes.Select(static scope => scope.Name), StringComparer.Ordinal);
        EquatableArray<KnownScope> knownScopes = declaredScopes
            .Concat(scopesFrom.Known().Where(scope => !declaredNames.Contains(scope.Name)))
            .ToArray();
        var security = new SecurityReader(document, knownScopes, scopesFrom);
        var filter = new OperationFilter(options);
        var sites = filter.Apply(OperationFinder.Find(document));
        var groups = IsGroupedByTag(document, options) ? new GroupReader(document, sites, registry, clientName) : null;
        var operations = ReadOperations(
            document,
            sites,
            new OperationReader(document, registry, schemas, security, authentication),
            registry,
            stem,
            budget
        );
        if (groups is not null)
        {
            operations = operations.Zip(sites, groups.Place).ToList();
        }

        var webhooks = new WebhookReader(document, schemas, filter).Read(sites);
        LinkCheck.Run(document, sites.Select(static site => site.Operation));
        matched = filter.Matched;

        CompleteUnions(document, registry, budget);
        return new DocumentModel
        {
            FilePath = document.FilePath,
            Namespace = Namespace(document, options, stem),
            ClientName = clientName,
            Stem = stem,
            Registration = Registration(document, options, clientName, stem),
            IsInternal = IsInternal(document, options),
            Title = document.Root["info"]?.String("title") ?? stem,
            Description = document.Root["info"]?.String("description") ?? "",
            Servers = ServerReader.Read(document.Root),
            ServerAddresses = ServerReader.Addresses(document.Root),
            Authentication = authentication.Usual,
            Schemes = NeedsSchemes(authentication, operations) ? authentication.Schemes.ToArray() : [],
            Security = authentication.DocumentSecurity,
            KnownScopes = knownScopes,
            Refusals = XRefusals.Read(document),
            Operations = operations,
            Groups = groups?.Groups.ToArray() ?? [],
            Webhooks = webhooks,
            Types = RoleMarker.Mark(registry.Types, operations, webhooks, document.CancellationToken),
        };
    }

    // These passes need all types at once. The value of a discriminator depends on every union that contains the case, a cycle on every
    // union in it, and what is 'required', marked by RoleMarker, on every operation that reaches the type.
    private static void CompleteUnions(SpecDocument document, TypeRegistry registry, CodeBudget budget)
    {
        DiscriminatorValues.Assign(registry.Types);
        foreach (var union in registry.Types.Values.OfType<UnionModel>())
        {
            budget.SpendShapes(union, registry.PointerOf(union));
        }

        UnionCycles.Cut(registry.Types, document.CancellationToken);
    }

    private static bool NeedsSchemes(AuthenticationReader authentication, List<OperationModel> operations) =>
        authentication.DocumentSecurity is not null || operations.Exists(static operation => operation.Security is not null);

    private static List<OperationModel> ReadOperations(
        SpecDocument document,
        List<OperationSite> sites,
        OperationReader reader,
        TypeRegistry registry,
        string stem,
        CodeBudget budget
    )
    {
        var names = ReservedNames.InClient(stem);
        var operations = new Dictionary<string, OperationModel>(StringComparer.Ordinal);
        foreach (var site in sites)
        {
            var operation = reader.Read(site, names);
            budget.Spend(operation, site.Pointer);
            operations.Add(site.Id, operation);
        }

        var jobs = new JobReader(document, registry);
        return sites
            .Select(site =>
                jobs.Attach(operations[site.Id], site.Operation, operations) with
                {
                    Alternates = reader.Alternates(site, operations[site.Id], names),
                }
            )
            .ToList();
    }

    private static (string ClientName, string Stem) ClientName(SpecDocument document, DocumentOptions options)
    {
        const string Suffix = "Client";
        if (options.ClientName is not { } name)
        {
            var stem = CSharpName.Pascal(Path.GetFileName(document.FilePath).Split('.')[0]);
            return (stem + Suffix, stem);
        }

        if (!SyntaxFacts.IsValidIdentifier(name) || CSharpName.EscapeKeyword(name) != name)
        {
            document.Report(SpecRules.InvalidOption, null, "", $"ClientName '{name}'", "a C# name");
            name = CSharpName.Pascal(name);
        }

        return (
            name,
            name.EndsWith(Suffix, StringComparison.Ordinal) && name.Length > Suffix.Length
                ? name.Substring(0, name.Length - Suffix.Length)
                : name
        );
    }

    private static string Registration(SpecDocument document, DocumentOptions options, string clientName, string stem)
    {
        var name = options.Registration?.Replace("*", stem) ?? "Add" + clientName;
        if (SyntaxFacts.IsValidIdentifier(name) && CSharpName.EscapeKeyword(name) == name)
        {
            return name;
        }

        document.Report(SpecRules.InvalidOption, null, "", $"Registration '{options.Registration}'", "a C# name");
        return "Add" + clientName;
    }

    private static EquatableArray<string> StringFormats(SpecDocument document, DocumentOptions options)
    {
        foreach (
            var format in options.StringFormats.Where(static format =>
                format != "*" && !ScalarReader.OptionalFormats.Contains(format, StringComparer.Ordinal)
            )
        )
        {
            document.Report(
                SpecRules.InvalidOption,
                null,
                "",
                $"StringFormats '{format}'",
                $"one of {string.Join(", ", ScalarReader.OptionalFormats)} and *"
            );
        }

        return options.StringFormats;
    }

    private static string Namespace(SpecDocument document, DocumentOptions options, string stem)
    {
        var name = CSharpName.Namespace(
            options.Namespace ?? (options.RootNamespace.Length == 0 ? stem : options.RootNamespace + "." + stem)
        );
        if (name.Length > 0)
        {
            return name;
        }

        document.Report(SpecRules.InvalidOption, null, "", $"Namespace '{options.Namespace}'", "a C# namespace");
        return stem;
    }

    private static bool IsGroupedByTag(SpecDocument document, DocumentOptions options)
    {
        const StringComparison anyCase = StringComparison.OrdinalIgnoreCase;
        var isByTag = string.Equals(options.Grouping, "Tag", anyCase);
        if (!isByTag && options.Grouping is not null && !options.Grouping.Equals("None", anyCase))
        {
            document.Report(SpecRules.InvalidOption, null, "", $"Grouping '{options.Grouping}'", "'Tag' or 'None'");
        }

        return isByTag;
    }

    private static bool IsInternal(SpecDocument document, DocumentOptions options)
    {
        if (options.Accessibility is not (null or "public" or "internal"))
        {
            document.Report(SpecRules.InvalidOption, null, "", $"Accessibility '{options.Accessibility}'", "'public' or 'internal'");
        }

        return options.Accessibility == "internal";
    }
}
