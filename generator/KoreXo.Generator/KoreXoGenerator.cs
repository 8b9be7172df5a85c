using KoreXo.Generator.Binding;
using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Options;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Vocabulary;
using Microsoft.CodeAnalysis;

namespace KoreXo.Generator;

/// <summary>Turns each OpenAPI document of a project into one typed client.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class KoreXoGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. Read: the documents among the additional files, each with what its item says. Never the compilation.
        var documents = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => (File: pair.Left, Options: DocumentOptionsReader.Read(pair.Left, pair.Right)))
            .Where(static document => document.Options is not null)
            .WithTrackingName(TrackingNames.Read);

        var parts = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => DocumentOptionsReader.IsPart(pair.Left, pair.Right))
            .Select(static (pair, token) => new SpecPart(pair.Left.Path, pair.Left.GetText(token)?.ToString() ?? ""))
            .Collect()
            .Select(static (all, _) => new EquatableArray<SpecPart>(all))
            .WithTrackingName(TrackingNames.Parts);

        // 2. Parse: one document in, one value-equal result out.
        var results = documents
            .Combine(parts)
            .Select(
                static (pair, token) =>
                    SpecParser.Parse(
                        pair.Left.File.Path,
                        pair.Left.File.GetText(token)?.ToString() ?? "",
                        pair.Left.Options!,
                        pair.Right,
                        token
                    )
            )
            .WithTrackingName(TrackingNames.Parse);

        // 3. Split: a moved line changes the problems, not the model, and must not emit anything again.
        var models = results
            .Collect()
            .SelectMany(static (all, _) => CrossDocumentCheck.Distinct(all))
            .WithTrackingName(TrackingNames.Model);
        var scopes = models
            .Select(static (model, _) => model.KnownScopes)
            .Collect()
            .Select(static (scopes, _) => new EquatableArray<KnownScope>(scopes.SelectMany(static scope => scope)))
            .WithTrackingName(TrackingNames.Scopes);
        var problems = results
            .Collect()
            .Select(
                static (all, _) =>
                    new EquatableArray<SpecProblem>(all.SelectMany(static result => result.Problems).Concat(CrossDocumentCheck.Run(all)))
            )
            .WithTrackingName(TrackingNames.Problems);

        // 4. Emit: a file per document and kind of content, so that an edited document only emits its own files again.
        context.RegisterSourceOutput(models, static (output, document) => DocumentEmitter.Emit(output, document));
        context.RegisterSourceOutput(
            scopes,
            static (output, all) =>
            {
                if (all.Count > 0)
                {
                    output.AddSource("KnownScopes.g.cs", KnownScopesEmitter.Emit(all, output.CancellationToken));
                }
            }
        );
        context.RegisterSourceOutput(
            problems,
            static (output, all) =>
            {
                foreach (var problem in all)
                {
                    output.ReportDiagnostic(SpecDiagnostic.From(problem));
                }
            }
        );
    }
}
