using KoreXo.Generator.Model;
using KoreXo.Generator.Options;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;

namespace KoreXo.Generator.Binding;

/// <summary>The result of parsing one document.</summary>
/// <param name="FilePath">The document.</param>
/// <param name="Options">The settings of its item.</param>
/// <param name="Model">The model to emit; null if the document is unusable.</param>
/// <param name="Problems">The problems found.</param>
/// <param name="Matched">The keys of the operation patterns and tags that selected something.</param>
internal sealed record ParseResult(
    string FilePath,
    DocumentOptions Options,
    DocumentModel? Model,
    EquatableArray<SpecProblem> Problems,
    EquatableArray<string> Matched
);
