namespace KoreXo.Simulator.Bots;

/// <summary>Where the archive of an export can be fetched, relative to the endpoint.</summary>
internal sealed record ExportedFile(string Id, string Path, string Query, int Size);
