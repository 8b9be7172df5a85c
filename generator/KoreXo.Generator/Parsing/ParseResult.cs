using KoreXo.Generator.Model;
using KoreXo.Generator.Options;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;

namespace KoreXo.Generator.Parsing;

/// <summary>What reading one document gave.</summary>
/// <param name="FilePath">The document.</param>
/// <param name="Options">What was asked of it.</param>
/// <param name="Model">What to emit; null where the document is unusable.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Matched">The operation patterns and tags that selected something.</param>
internal sealed record ParseResult(
    string FilePath,
    DocumentOptions Options,
    DocumentModel? Model,
    EquatableArray<SpecProblem> Problems,
    EquatableArray<string> Matched
);
