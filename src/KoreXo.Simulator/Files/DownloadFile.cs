namespace KoreXo.Simulator.Files;

/// <summary>A file that can be downloaded through its link.</summary>
internal sealed record DownloadFile(string Query, string ContentType, ReadOnlyMemory<byte> Content);
