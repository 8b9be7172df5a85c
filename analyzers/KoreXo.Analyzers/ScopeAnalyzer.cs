using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers;

/// <summary>Compares the scopes that code requires with those that the app's manifest grants.</summary>
/// <remarks>One analyzer implements all rules, because they share what is read once per compilation.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeAnalyzer : DiagnosticAnalyzer
{
    private readonly ScopeProbe? _probe;

    /// <summary>Initializes a new instance of the <see cref="ScopeAnalyzer"/> class.</summary>
    public ScopeAnalyzer() { }

    /// <summary>Initializes a new instance of the <see cref="ScopeAnalyzer"/> class that notifies a probe.</summary>
    internal ScopeAnalyzer(ScopeProbe probe) => _probe = probe;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ScopeRules.MissingScope,
        ScopeRules.UnknownScopeInManifest,
        ScopeRules.UnreadableManifest,
        ScopeRules.DuplicateScope,
        ScopeRules.UnknownScopeInAttribute,
        ScopeRules.UndeclaredOverride,
        ScopeRules.EntryPoint,
        ScopeRules.UndeclaredPublicMember,
        ScopeRules.LibraryScope,
        ScopeRules.StrayManifest,
        ScopeRules.UnusedScope,
        ScopeRules.NoManifest,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Code from other generators, most notably Razor, is the user's code too.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        var assemblies = new AnnotatedAssemblies(context.Compilation);
        var catalog = new ScopeCatalog(context.Compilation, assemblies);
        var apps = new AppSet(ManifestFiles.Read(context.Options, context.TryGetValue, context.CancellationToken), catalog);
        var kinds = new CredentialKinds(context.Compilation, assemblies);
        context.RegisterAdditionalFileAction(new ManifestRule(apps, catalog, kinds).Check);
        context.RegisterAdditionalFileAction(new LibraryRule(apps, assemblies).Check);
        context.RegisterAdditionalFileAction(new StrayManifestRule(apps).Check);
        if (assemblies.IsEmpty)
        {
            return;
        }

        var lacksManifest =
            apps.Files.IsEmpty
            && ManifestPolicy.IsRequired(
                context.Options.AnalyzerConfigOptionsProvider.GlobalOptions,
                context.Compilation.Options.OutputKind
            );
        var project = new ScopeProject(context.Compilation, assemblies, catalog, kinds, apps, lacksManifest, context.CancellationToken);
        _probe?.ProjectBegun(project);
        var calls = new MissingScopeRule(project, _probe);
        context.RegisterSymbolStartAction(type => StartType(type, calls), SymbolKind.NamedType);
        context.RegisterSymbolAction(new BaseConstructorRule(project, calls).Check, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(new AttributeRule(project).Check, SyntaxKind.Attribute);
        context.RegisterSymbolAction(new OverrideRule(project).Check, SymbolKind.Method, SymbolKind.Property, SymbolKind.Event);
        context.RegisterSymbolAction(new EntryPointRule(project).Check, SymbolKind.Method);
        context.RegisterCompilationEndAction(new ProjectRule(project).Check);
    }

    // The compiler binds what an action may look at once more for the analyzers, and emitted clients are most of the code of many projects:
    // seconds in each build.
    private static void StartType(SymbolStartAnalysisContext context, MissingScopeRule calls)
    {
        if (!GeneratedClients.IsWritten((INamedTypeSymbol)context.Symbol))
        {
            context.RegisterOperationBlockAction(calls.CheckBlocks);
        }
    }
}
