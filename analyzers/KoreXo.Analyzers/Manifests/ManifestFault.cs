using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>Why a file is not a valid manifest, and where.</summary>
internal sealed record ManifestFault(TextRange Range, string Message);
