namespace KoreXo.Simulator.Files;

/// <summary>An uploaded file.</summary>
internal sealed record StoredFile(string Id, string ServerName, string UploadedName, ReadOnlyMemory<byte> Content);
