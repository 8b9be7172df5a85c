namespace KoreXo.Simulator.Bots;

/// <summary>The location of an export's archive, relative to the endpoint.</summary>
internal sealed record ExportedFile(string Id, string Path, string Query, int Size);
