using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Callers;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Rules;

/// <summary>What the rules know about one compilation.</summary>
internal sealed class ScopeProject
{
    public ScopeProject(
        Compilation compilation,
        AnnotatedAssemblies assemblies,
        ScopeCatalog catalog,
        CredentialKinds credentialKinds,
        AppSet apps,
        bool lacksManifest,
        CancellationToken cancellation
    )
    {
        LacksManifest = lacksManifest;
        Compilation = compilation;
        References = assemblies;
        Catalog = catalog;
        CredentialKinds = credentialKinds;
        Apps = apps;
        EntryPoint = compilation.GetEntryPoint(cancellation);
        Requirements = new RequirementReader(assemblies);
        Fields = new ReadOnlyFields(compilation);
        Guards = new GuardReader(assemblies, catalog, Fields);
        GuardedMembers = new GuardedMembers(Guards, compilation);
        Callers = new CallerReader(Requirements, EntryPoint);
        Uses = new ScopeUses(catalog);
        DisabledCode = new DisabledCode(compilation, assemblies, Requirements, catalog);
    }

    public Compilation Compilation { get; }

    public AnnotatedAssemblies References { get; }

    public ScopeCatalog Catalog { get; }

    public CredentialKinds CredentialKinds { get; }

    public AppSet Apps { get; }

    /// <summary>Gets whether the project must have a manifest and has none.</summary>
    public bool LacksManifest { get; }

    public IMethodSymbol? EntryPoint { get; }

    public RequirementReader Requirements { get; }

    public ReadOnlyFields Fields { get; }

    public GuardReader Guards { get; }

    public GuardedMembers GuardedMembers { get; }

    public CallerReader Callers { get; }

    public ScopeUses Uses { get; }

    public DisabledCode DisabledCode { get; }

    /// <summary>
    /// Gets a value indicating whether the project is a library, whose code others run, so that it needs no manifest of its own.
    /// </summary>
    public bool IsLibrary => Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;
}
