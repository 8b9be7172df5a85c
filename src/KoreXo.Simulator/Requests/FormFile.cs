namespace KoreXo.Simulator.Requests;

/// <summary>A file part of a multipart body.</summary>
internal sealed record FormFile(string FileName, ReadOnlyMemory<byte> Content);
